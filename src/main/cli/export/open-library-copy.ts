import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LibraryProjection } from '../../projections/library-projection';
import { LibraryQueries } from '../../projections/library-queries';
import { openProjections, projectionsFileName } from '../../projections/open-projections';
import type { CliLog } from '../open-log';

/**
 * The library as the log has it now, in a copy of its own: a hub may go on working beside it, and the data folder is not
 * written. What the copy does not know yet is folded in; where there is nothing to copy, everything is.
 */
export async function withLibrary<T>(log: CliLog, use: (library: LibraryQueries) => Promise<T>): Promise<T> {
  return withLibraryCopy(log, (database) => use(new LibraryQueries(database)));
}

/** The same with all that lies beside the library. */
export async function withLibraryCopy<T>({ folder, reader }: CliLog, use: (database: Database.Database) => Promise<T>): Promise<T> {
  const here = mkdtempSync(join(tmpdir(), 'alice-export-'));
  try {
    await copyProjections(join(folder, projectionsFileName), join(here, projectionsFileName));
    const database = openProjections(here, reader.lastSequence);
    try {
      new LibraryProjection(database, reader).catchUp();
      return await use(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(here, { recursive: true, force: true });
  }
}

/** A file that cannot be copied, or is no database any more, is left out: all of it is in the log. */
async function copyProjections(from: string, to: string): Promise<void> {
  try {
    if (!existsSync(`${from}-wal`)) {
      copyFileSync(from, to);
      return;
    }
    const inUse = new Database(from, { readonly: true, fileMustExist: true });
    try {
      await inUse.backup(to);
    } finally {
      inUse.close();
    }
  } catch {
    rmSync(to, { force: true });
  }
}
