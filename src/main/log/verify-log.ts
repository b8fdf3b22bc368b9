import { t } from '@shared/language/language';
import type { Database } from 'better-sqlite3';
import type { Archive } from './archive';
import { checksumOf } from './event-row';
import { chainHash } from './event-writer';
import { Gaps } from './gaps';
import type { LogReader } from './log-reader';
import { wholeLog } from './whole-log';

/** The outcome of checking a log from its first event to its last. */
export type Verification =
  /** `lost` are those that could not be read when the log was recovered. */
  | { readonly kind: 'sound'; readonly events: number; readonly archived: number; readonly chained: number; readonly lost: number }
  /** The first damaged row, and what is wrong with it as a sentence. */
  | { readonly kind: 'damaged'; readonly sequence: number; readonly problem: string };

const pageSize = 1_000;

/** Checks that no event is missing, that each row's checksum holds, and, where the log keeps one, its hash chain. */
export function verifyLog(database: Database, reader: LogReader, archive: Archive, progress?: (sequence: number) => void): Verification {
  const steps = verifySteps(database, reader, archive);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress?.(step.value);
  }
}

/** The same a page at a time, so that whoever drives it can do other things in between; yields how far it has come. */
export function* verifySteps(database: Database, reader: LogReader, archive: Archive): Generator<number, Verification> {
  const links = database.prepare<[number], Buffer>('SELECT hash FROM chain WHERE sequence = ?').pluck();
  let before: Buffer | null = null;
  let chained = 0;
  const gaps = Gaps.of(database);
  let expected = gaps.beyond(1);
  for (const { event, checksum } of wholeLog(reader, archive)) {
    const damaged = (problem: string): Verification => ({ kind: 'damaged', sequence: expected, problem });
    if (event.sequence !== expected) {
      return damaged(t('Event {expected} is missing; the next one is {next}.', { expected: String(expected), next: String(event.sequence) }));
    }
    if (checksum !== null && checksumOf(event) !== checksum) return damaged(t('Its checksum does not match: the row was changed or is damaged.'));
    if (!isJson(event.data)) return damaged(t('Its payload is not valid JSON.'));
    const link = links.get(event.sequence);
    if (link === undefined && before !== null) return damaged(t('Its link in the hash chain is missing.'));
    if (link !== undefined) {
      if (!chainHash(before ?? Buffer.alloc(32), event).equals(link)) return damaged(t('The hash chain breaks here: this event or its link was changed.'));
      before = link;
      chained += 1;
    }
    if (expected % pageSize === 0) yield expected;
    expected = gaps.beyond(expected + 1);
  }
  if (expected - 1 !== reader.lastSequence) {
    return { kind: 'damaged', sequence: expected, problem: t('The log ends before its last event.') };
  }
  return { kind: 'sound', events: expected - 1 - gaps.size, archived: reader.archivedTo, chained, lost: gaps.size };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
