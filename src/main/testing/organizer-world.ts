import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assetDiscovered, assetProcessed } from '@shared/events/asset-events';
import { assetUndoRequested } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed } from '@shared/events/quality-events';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import { type AssetRecord, foldAsset } from '@shared/library/asset-record';
import { filingTools } from '../adapters/files/filing-tools';
import { FileOperations } from '../services/organizer/file-operations';
import { organizerService } from '../services/organizer/organizer-service';
import type { FileIntent, FilingTools } from '../services/organizer/ports';
import { journalIn } from './journal-double';
import { eventFrom } from './sample-events';
import { tempFolder } from './temp-folder';
import { drop, tinyPng } from './tiny-pictures';
import { hashOf } from './trees';

/** An organizer on real folders, with a log in memory that goes on over restarts. */
export class OrganizerWorld {
  readonly home: string;
  readonly inbox: string;
  readonly organized: string;
  readonly log: RecordedEvent[] = [];
  readonly rows = new Map<string, FileIntent>();
  operation: 'copy' | 'move' = 'copy';
  files: FilingTools = filingTools;

  constructor(below?: string) {
    this.home = tempFolder(below);
    [this.inbox, this.organized] = [join(this.home, 'inbox'), join(this.home, 'organized')];
    mkdirSync(this.inbox);
    mkdirSync(this.organized);
  }

  record(draft: EventDraft, origin: { correlation_id?: string; causation_id?: string } = {}): RecordedEvent {
    const event = { ...eventFrom(draft, origin), sequence: this.log.length + 1 };
    this.log.push(event);
    return event;
  }

  asset(hash: string): AssetRecord | null {
    return this.log.filter(({ subject }) => subject === hash).reduce<AssetRecord | undefined>(foldAsset, undefined) ?? null;
  }

  /** Hands an event to a fresh organizer, as after a start, and records what it says. A crash is thrown and nothing is recorded. */
  async tell(event: RecordedEvent): Promise<RecordedEvent[]> {
    const journal = journalIn(this.rows);
    await new FileOperations({ files: this.files, journal }).recover();
    const service = organizerService({
      organized: this.organized,
      operation: () => this.operation,
      files: this.files,
      journal,
      storyOf: (story) => this.log.filter(({ correlation_id }) => correlation_id === story),
      filedAt: (hash) => this.asset(hash)?.path ?? null,
      memory: {
        eventAt: (sequence) => this.log[sequence - 1] ?? null,
        historyOf: (hash) => this.log.filter(({ subject }) => subject === hash),
        assetOf: (hash) => this.asset(hash),
      },
    });
    const drafts: EventDraft[] = [];
    await service.handle(event, { publish: (draft) => drafts.push(draft) });
    const said = drafts.map((draft) => this.record(draft, { correlation_id: event.correlation_id, causation_id: event.event_id }));
    for (const causeId of [...this.rows.keys()]) if (causeId.split('/')[0] === event.event_id) this.rows.delete(causeId);
    return said;
  }

  /** A picture lands in the inbox and is filed; resolves with the event of its filing. */
  async file(name: string, bytes: Uint8Array = tinyPng(name)): Promise<RecordedEvent> {
    const file_path = drop(join(this.inbox, 'harbor', name), bytes);
    const content_hash = hashOf(bytes);
    const [first] = [assetDiscovered({ file_path, content_hash, file_size: bytes.length, media_type: 'image', project_name: 'harbor', inbox_path: this.inbox })]
      .map((draft) => this.record(draft));
    const origin = { correlation_id: first!.correlation_id };
    this.record(assetProcessed({
      content_hash, file_path, metadata: { extension: 'png' }, extracted_metadata: { made_on: '2026-03-04' }, generation_params: { tool: 'comfyui' },
    }), origin);
    const [filed] = await this.tell(this.record(qualityAssessed({ content_hash, file_path, star_rating: 4, combined_score: 0.5 }), origin));
    return filed!;
  }

  /** A sidecar that lies beside an inbox picture is filed beside its organized one. */
  sidecar(filed: RecordedEvent, from: string, to: string, bytes = `about ${from}`): { from: string; to: string } {
    if (filed.event_type !== 'asset.organized') throw new Error('Only what is organized has sidecars.');
    const { content_hash, operation } = filed.data;
    const source_path = join(this.inbox, 'harbor', from);
    const destination_path = join(filed.data.destination_path, '..', to);
    drop(destination_path, bytes);
    if (operation === 'copy') drop(source_path, bytes);
    this.record(assetSidecarFiled({ content_hash, sidecar_hash: hashOf(bytes), source_path, destination_path, operation }), {
      correlation_id: filed.correlation_id,
    });
    return { from: source_path, to: destination_path };
  }

  /** A person asks to take an event back. */
  ask(target: RecordedEvent): RecordedEvent {
    return this.record(assetUndoRequested({
      undo_id: `undo of ${target.sequence}`, content_hash: String(target.subject), undone_event_id: target.event_id, undone_sequence: target.sequence,
    }));
  }

  async undo(target: RecordedEvent): Promise<RecordedEvent> {
    const said = await this.tell(this.ask(target));
    return said[0]!;
  }
}
