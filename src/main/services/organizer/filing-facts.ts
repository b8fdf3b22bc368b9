import type { EventData, RecordedEvent } from '@shared/events/catalog';
import type { Stars } from '@shared/library/rating';
import type { FilingFacts } from './organized-path';

/** What a story says about where its file belongs. */
export interface Filing extends FilingFacts {
  readonly extension: string;
}

/**
 * Gathers the facts of one story. The story holds more than one try when a file was tried again: the last word counts.
 * @throws when the story has no `asset.processed`, which would be a bug: quality only speaks after it.
 */
export function filingFacts(story: readonly RecordedEvent[], stars: Stars | null): Filing {
  let project: string | undefined;
  let processed: EventData<'asset.processed'> | undefined;
  for (const event of story) {
    if (event.event_type === 'asset.discovered') project = event.data.project_name;
    if (event.event_type === 'asset.processed') processed = event.data;
  }
  if (project === undefined || processed === undefined) throw new Error('The story of this file has no asset.discovered or asset.processed.');
  return {
    day: text(processed.extracted_metadata['made_on']),
    project,
    source: text(processed.generation_params['tool'], 'unknown'),
    stars,
    extension: text(processed.metadata['extension'], 'bin'),
  };
}

function text(value: unknown, otherwise?: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (otherwise !== undefined) return otherwise;
  throw new Error('A fact that the organizer needs is missing from asset.processed.');
}
