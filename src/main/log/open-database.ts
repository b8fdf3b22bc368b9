import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SaidError } from '@shared/language/said';
import Database from 'better-sqlite3';
import { backupFolderOf, backupName } from './backup-names';
import { publishDurably } from './durable-file';
import { LogReader } from './log-reader';
import { logVersion, migrate, refuseNewer } from './schema';
import { verifyRows } from './verify-rows';

export const logFileName = 'log.sqlite';

/** Copies a log of an older version to the backups, and reads every event of the copy, before it is changed. */
function keepOlder(database: Database.Database, dataFolder: string): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version === 0 || version >= logVersion) return;
  const file = join(backupFolderOf(dataFolder), backupName(new Date()));
  mkdirSync(backupFolderOf(dataFolder), { recursive: true });
  rmSync(`${file}.part`, { force: true });
  database.prepare('VACUUM INTO ?').run(`${file}.part`);
  const copy = new Database(`${file}.part`, { readonly: true });
  try {
    const { damaged } = verifyRows(new LogReader(copy));
    if (damaged) throw new SaidError(damaged.problem);
  } finally {
    copy.close();
  }
  publishDurably(`${file}.part`, file);
}

/** Opens the log of a data folder for writing, creating and migrating it as needed. @throws NewerDataError */
export function openLogDatabase(dataFolder: string): Database.Database {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, logFileName);
  const database = new Database(file);
  try {
    // Events are long for small pages, which would leave an eighth of each empty. Only a new database takes it.
    database.pragma('page_size = 16384');
    database.pragma('journal_mode = WAL');
    // After a storm the write-ahead log gives its room back.
    database.pragma('journal_size_limit = 16777216');
    // NORMAL would lose acknowledged events on a power cut; group commit pays for FULL.
    database.pragma('synchronous = FULL');
    // A jump reads all over the log: the pages that lead there stay in memory. 16 MB.
    database.pragma('cache_size = -16384');
    // Short, for it holds the main thread; the log tries a commit again by itself.
    database.pragma('busy_timeout = 200');
    // Without it, REPLACE would delete an event past the trigger that forbids it.
    database.pragma('recursive_triggers = ON');
    keepOlder(database, dataFolder);
    migrate(database, file);
    return database;
  } catch (failure) {
    database.close();
    throw failure;
  }
}

/** A log that lives and dies with the process: for a dry run. */
export function openMemoryLog(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, 'in memory');
  return database;
}

/** Opens an existing log for reading, beside a hub that may be writing it. @throws NewerDataError, and when there is none. */
export function openLogReadOnly(dataFolder: string): Database.Database {
  const file = join(dataFolder, logFileName);
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    refuseNewer(database, file);
    return database;
  } catch (failure) {
    database.close();
    throw failure;
  }
}
