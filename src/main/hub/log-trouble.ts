import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import { SqliteError } from 'better-sqlite3';
import { messageOf } from '../kernel/report-bug';
import { type Pause, pauseFor } from './pause-gate';

/** Lies in a data folder whose log must be read from end to end, and mended, at the next start. */
export const repairMark = 'log-needs-repair';

const firstWaitMs = 250;
const longestWaitMs = 30_000;

export interface LogTrouble {
  readonly error: Error;
  readonly dataFolder: string;
  readonly pause: (pause: Pause) => void;
  /** Records what waits to be said, with the pause the first time; true when the log took it. */
  readonly tryAgain: (pause: Pause | null) => Promise<boolean>;
  readonly ended: () => boolean;
}

/** Pauses because the log cannot be written, and tries again with growing waits. Resolves when it can. */
export async function waitForLog({ error, dataFolder, pause, tryAgain, ended }: LogTrouble): Promise<void> {
  const said = pauseFor('log_unwritable', sentenceFor(error, dataFolder));
  pause(said);
  if (isDamage(error)) markForRepair(dataFolder, error.message);
  let first: Pause | null = said;
  for (let wait = firstWaitMs; !ended(); wait = Math.min(wait * 2, longestWaitMs)) {
    await delay(wait, undefined, { ref: false });
    if (ended() || (await tryAgain(first))) return;
    first = null;
  }
}

export function isDamage(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

/** The next start reads the whole log and mends it. */
export function markForRepair(dataFolder: string, problem: string): void {
  try {
    writeFileSync(join(dataFolder, repairMark), `${problem}\n`);
  } catch {
    // A disk that takes no mark will show its damage again.
  }
}

function sentenceFor(error: Error, dataFolder: string): Said {
  if (isDamage(error)) {
    return () => t(
      'The event log in {dataFolder} is damaged ({error}). No file is touched until it can be, and nothing is lost. Close Alice and open it again: it mends the log from what can be read and from backups.',
      { dataFolder, error: messageOf(error) },
    );
  }
  return () => t(
    'The event log in {dataFolder} cannot be written: {reason}. No file is touched until it can be, and nothing is lost; Alice tries again by itself.',
    { dataFolder, reason: reasonFor(error) },
  );
}

function reasonFor(error: Error): string {
  const code = error instanceof SqliteError ? error.code : '';
  if (code === 'SQLITE_FULL') return t('the disk is full');
  if (code.startsWith('SQLITE_READONLY')) return t('it is read-only');
  if (code.startsWith('SQLITE_CANTOPEN')) return t('its folder is not there or may not be written');
  if (code.startsWith('SQLITE_BUSY')) return t('another program holds it');
  if (code.startsWith('SQLITE_IOERR')) return t('the disk does not answer as it should (an input/output error)');
  return messageOf(error);
}
