import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LogReader } from '../log/log-reader';
import { logFileName, openLogReadOnly } from '../log/open-database';
import { LibraryProjection } from '../projections/library-projection';
import { openProjections, projectionsPosition } from '../projections/open-projections';
import { takeLease } from './lease';

export interface Preparing {
  /** Events that are folded in, and all. */
  readonly done: number;
  readonly total: number;
}

/** So many are folded in while a hub is opened: well under a second. */
const fewEvents = 5_000;
/** Folded in before the turn is over: some twenty milliseconds. */
const eventsAtOnce = 200;

/**
 * Brings the library up to the log before a hub is opened, a little at a time: after an upgrade it may have to be made anew from
 * hundreds of thousands of events, and opening a hub does that in one go. What is wrong with a folder or its log is left for
 * opening the hub, which says it.
 */
export async function prepareLibrary(dataFolder: string, onProgress: (progress: Preparing) => void, signal?: AbortSignal): Promise<void> {
  if (!existsSync(join(dataFolder, logFileName))) return;
  const closing: (() => void)[] = [];
  try {
    closing.push(takeLease(dataFolder));
    const log = openLogReadOnly(dataFolder);
    closing.push(() => { log.close(); });
    const reader = new LogReader(log);
    const total = reader.lastSequence;
    if (total - projectionsPosition(dataFolder) <= fewEvents) return;
    const database = openProjections(dataFolder, total);
    closing.push(() => { database.close(); });
    const projection = new LibraryProjection(database, reader);
    for (let more = true; more && signal?.aborted !== true; ) {
      more = projection.advance(eventsAtOnce);
      onProgress({ done: projection.position, total });
      await nextTurn();
    }
  } catch {
    // Opening the hub finds the same, and says it.
  } finally {
    for (const close of closing.reverse()) close();
  }
}
