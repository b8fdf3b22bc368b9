import { setImmediate as nextTurn } from 'node:timers/promises';
import { t } from '@shared/language/language';
import type { Database } from 'better-sqlite3';
import type { Archive } from '../log/archive';
import type { LogReader } from '../log/log-reader';
import { verifySteps } from '../log/verify-log';
import { type Finding, findingOf } from './doctor-finding';

export interface LogToCheck {
  readonly database: Database;
  readonly reader: LogReader;
  readonly archive: Archive | undefined;
}

/** Checks every row of the log, a page in a turn of the event loop. Nothing but a person can mend what it finds. */
export async function checkLog(
  { database, reader, archive }: LogToCheck,
  { progress, signal }: { progress: (done: number) => void; signal: AbortSignal | undefined },
): Promise<Finding[]> {
  // A rehearsal's log lives in memory and dies with it.
  if (archive === undefined) return [];
  const steps = verifySteps(database, reader, archive);
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      progress(step.value);
      await nextTurn();
      signal?.throwIfAborted();
      continue;
    }
    if (step.value.kind === 'sound') return [];
    const { sequence, problem } = step.value;
    const message = t('Event {sequence} of the log is damaged. {problem} Your files are not touched by this.', { sequence: String(sequence), problem });
    return [findingOf('damaged_event', `event ${sequence}`, null, message, [])];
  }
}
