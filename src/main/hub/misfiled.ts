import { dirname } from 'node:path';
import type { EventData, RecordedEvent } from '@shared/events/catalog';
import type { AssetRecord } from '@shared/library/asset-record';
import { knownReading } from '../services/assets/known-reading';
import { folderOf } from '../services/organizer/organized-path';
import { filingBefore } from '../services/organizer/undo-standing';

type HistoryOf = (hash: string) => readonly RecordedEvent[];
type Place = Omit<EventData<'asset.refile_requested'>, 'content_hash' | 'reason'>;

/**
 * Where a filed file belongs by the tool and the day that are known now; null when it lies there, and when it lies where a person
 * put it: that is where they want it.
 */
export function belongsElsewhere(asset: AssetRecord, historyOf: HistoryOf, organized: string): Place | null {
  const { path, content_hash, missing, generation } = asset;
  if (path === null || missing !== null) return null;
  const history = historyOf(content_hash);
  const filing = filingBefore(history, Number.MAX_SAFE_INTEGER);
  if (filing === null || isAdopted(history) || dirname(path) !== folderOf(organized, filing)) return null;
  const day = knownReading(history)?.extracted_metadata['made_on'];
  const { tool } = generation;
  const now = {
    ...filing,
    date_folder: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : filing.date_folder,
    source_type: typeof tool === 'string' && tool !== '' ? tool : filing.source_type,
  };
  return folderOf(organized, now) === dirname(path) ? null : { file_path: path, ...now };
}

/** What lay there before Alice knew it stays there. */
function isAdopted(history: readonly RecordedEvent[]): boolean {
  return history.findLast(({ event_type }) => event_type === 'asset.adopted' || event_type === 'asset.organized')?.event_type === 'asset.adopted';
}
