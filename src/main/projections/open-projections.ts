import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createProjectionTables, projectionVersion } from './library-schema';

export const projectionsFileName = 'library.sqlite';

/**
 * Opens the projections of a data folder. A file of another version, a damaged one, or one that knows of events which the
 * log does not have is made anew: the log is the truth.
 */
export function openProjections(dataFolder: string, newestEvent = Number.MAX_SAFE_INTEGER): Database.Database {
  const file = join(dataFolder, projectionsFileName);
  const usable = tryOpen(file);
  if (usable && positionIn(usable) <= newestEvent) return usable;
  usable?.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return createProjections(file);
}

/** The last event that is folded into projections, or taken into a word index. */
export function positionIn(database: Database.Database): number {
  return database.prepare<[], number>('SELECT sequence FROM position').pluck().get() ?? 0;
}

/** Creates empty projections in a new file. */
export function createProjections(file: string): Database.Database {
  const database = open(file);
  createProjectionTables(database);
  return database;
}

/** Projections that live and die with the process: for a dry run. */
export function openMemoryProjections(): Database.Database {
  const database = new Database(':memory:');
  createProjectionTables(database);
  return database;
}

/** Opens existing projections for reading; null when there are none of this version. */
export function openProjectionsReadOnly(dataFolder: string): Database.Database | null {
  try {
    const database = openUntouched(join(dataFolder, projectionsFileName));
    if (database.pragma('user_version', { simple: true }) === projectionVersion) return database;
    database.close();
    return null;
  } catch {
    return null;
  }
}

/** A database in WAL mode makes files beside itself even when it is only read, so one that is not in use is read from a copy. */
function openUntouched(file: string): Database.Database {
  if (existsSync(`${file}-wal`)) return new Database(file, { readonly: true, fileMustExist: true });
  const copy = readFileSync(file);
  // The header's two bytes for WAL: a copy in memory has none.
  copy.fill(1, 18, 20);
  return new Database(copy, { readonly: true });
}

function tryOpen(file: string): Database.Database | null {
  let database: Database.Database | undefined;
  try {
    database = open(file);
    const version = database.pragma('user_version', { simple: true });
    if (version === projectionVersion && database.pragma('quick_check(1)', { simple: true }) === 'ok') return database;
  } catch {
    // Not a database any more: it is rebuilt.
  }
  database?.close();
  return null;
}

function open(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // Rebuildable, so speed before durability.
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  return database;
}
