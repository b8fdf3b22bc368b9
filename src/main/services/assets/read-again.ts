import { assetProcessed } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import type { ReadAsset } from './assets-service';
import { isSameReading, knownReading, readAsBefore, withWhatIsKnown } from './known-reading';
import { processedData } from './processed-data';

export interface ReadAgainTools {
  /** The filed files that are to be read; asked for one after the other. */
  readonly assets: Iterable<AssetRecord>;
  readonly read: ReadAsset;
  /** All events about some content, oldest first. */
  readonly historyOf: (contentHash: string) => readonly RecordedEvent[];
  /** Says an event in a story; resolves when it is recorded. */
  readonly say: (draft: ReturnType<typeof assetProcessed>, storyId: string) => Promise<void>;
  /** How many files are read at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Told of each file, once what came of it is recorded. */
  readonly done: (asset: AssetRecord, outcome: ReadAgainOutcome) => void;
}

export type ReadAgainOutcome =
  | { readonly kind: 'changed' | 'same' }
  | { readonly kind: 'missing' | 'failed'; readonly message: string };

/**
 * Reads filed files anew, where they lie, and says what is found where it differs from what is known. It touches no file and
 * rates none. Stopped by the signal it finishes the files that it has begun.
 */
export async function readAgain({ assets, concurrency, signal, ...tools }: ReadAgainTools): Promise<void> {
  const queue = assets[Symbol.iterator]();
  const work = async () => {
    while (!signal.aborted) {
      const next = queue.next();
      if (next.done) return;
      tools.done(next.value, await readOne(next.value, tools));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

async function readOne(asset: AssetRecord, { read, historyOf, say }: Pick<ReadAgainTools, 'read' | 'historyOf' | 'say'>): Promise<ReadAgainOutcome> {
  const { path, content_hash, missing } = asset;
  if (path === null || missing === 'gone') return gone();
  if (missing === 'replaced') return replaced();
  const history = historyOf(content_hash);
  const as = readAsBefore(asset, history);
  const began = performance.now();
  const found = await read(path, as);
  if (found.kind === 'trouble') return found.reason === 'vanished' ? gone() : { kind: 'failed', message: found.message.replace('in the inbox', 'where it is') };
  // The same content is always as long: what is known of one file is never said of another that took its place.
  if (found.file_size !== asset.file_size) return replaced();
  const { processor_version, ...reading } = processedData(found.inspection, { size: found.file_size, time: found.file_time });
  const known = knownReading(history);
  const now = withWhatIsKnown(reading, known);
  if (known !== null && isSameReading(now, known)) return { kind: 'same' };
  const processing_duration_ms = Math.round(performance.now() - began);
  await say(assetProcessed({ content_hash, file_path: path, ...now, processor_version, processing_duration_ms }), asset.story_id);
  return { kind: 'changed' };
}

const gone = () => ({ kind: 'missing', message: t('It is not where it was filed.') }) as const;
const replaced = () => ({ kind: 'missing', message: t('Other bytes lie where it was filed.') }) as const;
