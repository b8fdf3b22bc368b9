import { setImmediate as nextTurn } from 'node:timers/promises';
import { t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { Database } from 'better-sqlite3';
import { checksumOf } from './event-row';
import { LogReader } from './log-reader';

/** Rows that were read, and the first that is not what was written. */
export interface RowsVerified {
  readonly events: number;
  readonly last: number;
  readonly damaged: { readonly sequence: number; readonly problem: Said } | null;
}

const pageSize = 500;

/** Checks rows behind a place, one page at a time: each page ends with where it came to. */
export function* verifyPages(reader: LogReader, after = 0): Generator<RowsVerified, RowsVerified> {
  let events = 0;
  let last = after;
  for (;;) {
    const page = reader.storedAfter(last, pageSize);
    for (const { event, checksum } of page) {
      if (checksumOf(event) !== checksum) {
        const { sequence } = event;
        const problem = () => t('The checksum of event {sequence} does not match: it was changed or is damaged.', {
          sequence: String(sequence),
        });
        return { events, last, damaged: { sequence, problem } };
      }
      events += 1;
      last = event.sequence;
    }
    if (page.length < pageSize) return { events, last, damaged: null };
    yield { events, last, damaged: null };
  }
}

/** Checks every row of a database, and gives the turn away after each page, so that nobody waits. */
export async function verifyRowsInSlices(database: Database, stop: () => boolean = () => false): Promise<RowsVerified> {
  const pages = verifyPages(new LogReader(database));
  for (;;) {
    const page = pages.next();
    if (page.done === true || stop()) return page.value;
    await nextTurn();
  }
}

/** The same at once. */
export function verifyRows(reader: LogReader, after = 0): RowsVerified {
  const pages = verifyPages(reader, after);
  for (;;) {
    const page = pages.next();
    if (page.done === true) return page.value;
  }
}
