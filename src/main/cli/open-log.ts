import type { Database } from 'better-sqlite3';
import { takeLease } from '../hub/lease';
import { limitSettingsIn } from '../hub/limit-settings';
import { refuseNewerUntouched } from '../hub/recover-detect';
import { mendLog, recoverySentence } from '../hub/recover-log';
import { Archive } from '../log/archive';
import { LogReader } from '../log/log-reader';
import { openLogDatabase, openLogReadOnly } from '../log/open-database';
import { existingDataFolder } from './data-folder';
import { complain } from './printer';

/** The log of a data folder, as a command uses it. */
export interface CliLog {
  readonly folder: string;
  readonly database: Database;
  readonly reader: LogReader;
  readonly archive: Archive;
}

/** Opens an existing log for reading, beside a hub that may be writing it, and closes it after use. @throws UsageError */
export async function readingLog<T>(data: string | undefined, use: (log: CliLog) => T | Promise<T>): Promise<T> {
  const folder = existingDataFolder(data);
  const database = openLogReadOnly(folder);
  const archive = new Archive(folder);
  try {
    return await use({ folder, database, archive, reader: new LogReader(database, archive) });
  } finally {
    database.close();
  }
}

/** Opens a log for writing; no hub may be working with it. @throws DataInUseError, NewerDataError */
export async function writingLog<T>(folder: string, use: (log: CliLog) => T | Promise<T>): Promise<T> {
  refuseNewerUntouched(folder);
  const release = takeLease(folder);
  try {
    const recovered = mendLog(folder, { backupFolder: limitSettingsIn(folder).backupFolder });
    if (recovered) complain(recoverySentence(recovered));
    const database = openLogDatabase(folder);
    const archive = new Archive(folder);
    try {
      return await use({ folder, database, archive, reader: new LogReader(database, archive) });
    } finally {
      database.close();
    }
  } finally {
    release();
  }
}
