import { assetDetected, assetDiscovered, assetOrganized, assetProcessed } from '@shared/events/asset-events';
import { type AliceEvent, parseEvent, type RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { stampEvent } from '@shared/events/envelope';
import { qualityAssessed } from '@shared/events/quality-events';
import { hashOf } from './trees';

/** A draft as an event, checked against the catalog. */
export function eventFrom(draft: EventDraft, origin: { correlation_id?: string; causation_id?: string } = {}): AliceEvent {
  return parseEvent(stampEvent(draft, { source: 'test', actor: 'user', ...origin }));
}

/** Events as the log would give them back, in this order, from a sequence on. */
export function recordedFrom(drafts: readonly EventDraft[], story: string, first = 1): RecordedEvent[] {
  return drafts.map((draft, i) => ({ ...eventFrom(draft, { correlation_id: story }), sequence: first + i }));
}

/** A story that went well, from the first sight to the organized copy. */
export function wholeStory(name: string): readonly [EventDraft, ...EventDraft[]] {
  const content_hash = hashOf(name);
  const file_path = `/inbox/harbor/${name}`;
  return [
    assetDetected({ file_path, file_size: 10, project_name: 'harbor' }),
    assetDiscovered({ file_path, content_hash, file_size: 10, media_type: 'image', project_name: 'harbor' }),
    assetProcessed({ content_hash, file_path, metadata: { width: 4, height: 3 }, generation_params: { tool: 'comfyui', prompt: 'a boat' } }),
    qualityAssessed({ content_hash, file_path, star_rating: 4, combined_score: 0.7, brisque_score: 30 }),
    assetOrganized({
      content_hash,
      source_path: file_path,
      destination_path: `/organized/2026-01-02/harbor/comfyui/4-star/${name}`,
      project_name: 'harbor',
      source_type: 'comfyui',
      date_folder: '2026-01-02',
      quality_folder: '4-star',
    }),
  ];
}
