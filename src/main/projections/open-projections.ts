import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fingerprintsIn, keepFingerprints } from './fingerprints';
import { createProjectionTables, projectionVersion } from './library-schema';
import { keepThumbHashes, thumbHashesIn, thumbHashTable } from './thumb-hashes';

export const projectionsFileName = 'library.sqlite';

/**
 * Opens the projections of a data folder. A file of another version, a damaged one, or one that knows of events which the
 * log does not have is made anew: the log is the truth.
 */
export function openProjections(dataFolder: string, newestEvent = Number.MAX_SAFE_INTEGER): Database.Database {
  const file = join(dataFolder, projectionsFileName);
  const found = tryOpen(file);
  if (found?.usable && positionIn(found.database) <= newestEvent) {
    found.database.exec(thumbHashTable);
    return found.database;
  }
  // What pictures show stands in no event and is not computed from them.
  const shown = found === null ? [] : fingerprintsIn(found.database);
  const softly = found === null ? [] : thumbHashesIn(found.database);
  found?.database.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const database = createProjections(file);
  keepFingerprints(database, shown);
  keepThumbHashes(database, softly);
  return database;
}

/** The last event that is folded into projections, or taken into a word index. */
export function positionIn(database: Database.Database): number {
  return database.prepare<[], number>('SELECT sequence FROM position').pluck().get() ?? 0;
}

/** How far the projections of a data folder have come, at a glance; 0 when there are none of this version. */
export function projectionsPosition(dataFolder: string): number {
  let database: Database.Database | undefined;
  try {
    database = new Database(join(dataFolder, projectionsFileName), { fileMustExist: true });
    return database.pragma('user_version', { simple: true }) === projectionVersion ? positionIn(database) : 0;
  } catch {
    return 0;
  } finally {
    database?.close();
  }
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

/** What there is and sound, and whether it is of this version. */
function tryOpen(file: string): { readonly database: Database.Database; readonly usable: boolean } | null {
  let database: Database.Database | undefined;
  try {
    database = open(file);
    const usable = database.pragma('user_version', { simple: true }) === projectionVersion;
    if (database.pragma('quick_check(1)', { simple: true }) === 'ok') return { database, usable };
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
