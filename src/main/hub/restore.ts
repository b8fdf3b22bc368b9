import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { countOf } from '@shared/story/words';
import Database from 'better-sqlite3';
import { messageOf } from '../kernel/report-bug';
import { Archive } from '../log/archive';
import { logFileName } from '../log/open-database';
import { LogReader } from '../log/log-reader';
import { rebuildLog } from '../log/recovery/rebuild-log';
import { refuseNewer } from '../log/schema';
import { verifyRowsInSlices } from '../log/verify-rows';
import { clearWorkshop, replaceLog } from './recover-log';

/** What reading a backup from its first event to its last came to; the problem is a sentence. */
export interface BackupCheck {
  readonly problem: string | null;
  readonly events: number;
  readonly last_sequence: number;
}

/** Reads every event of a backup and compares its checksum. The file is not touched. @throws NewerDataError */
export async function verifyBackup(file: string): Promise<BackupCheck> {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const check = database.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') return { problem: `It is damaged: ${String(check)}`, events: 0, last_sequence: 0 };
    refuseNewer(database, file);
    const { events, last, damaged } = await verifyRowsInSlices(database);
    return { problem: damaged?.problem() ?? null, events, last_sequence: last };
  } catch (error) {
    if (error instanceof Error && error.name === 'NewerDataError') throw error;
    return { problem: `It cannot be read: ${messageOf(error)}.`, events: 0, last_sequence: 0 };
  } finally {
    database?.close();
  }
}

/**
 * Puts a backup in the place of the log, which is kept beside it. New events are numbered behind the last that there ever
 * was, and an event tells of it. The caller holds the lease.
 */
export async function restoreLog(dataFolder: string, file: string): Promise<{ readonly message: string; readonly restored: boolean }> {
  const { problem, events } = await verifyBackup(file);
  if (problem !== null) {
    return { message: `${file} is no sound backup, and nothing was touched. ${problem} alice log repair uses all that can be read of it.`, restored: false };
  }
  const eventsKnownOf = lastOf(join(dataFolder, logFileName));
  const rebuilt = replaceLog(dataFolder, (shop, keptAs) => {
    clearWorkshop(shop);
    const copy = join(shop, 'copy.sqlite');
    copyFileSync(file, copy);
    return rebuildLog(join(shop, 'rebuilt.sqlite'), {
      damagedCopy: copy, primary: 'backup', keptAs, problem: 'A person restored a backup of the event log.', backups: [file],
      archive: new Archive(dataFolder), eventsKnownOf, stagingFile: join(shop, 'staging.sqlite'),
    });
  });
  const kept = rebuilt && existsSync(rebuilt.damaged_file) ? ` The log that was there is kept as ${rebuilt.damaged_file}.` : '';
  return { message: `${countOf(events, 'event')} restored from ${file}.${kept}`, restored: true };
}

function lastOf(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      return new LogReader(database).lastSequence;
    } finally {
      database.close();
    }
  } catch {
    return 0;
  }
}
