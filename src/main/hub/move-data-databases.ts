import { join } from 'node:path';
import { t } from '@shared/language/language';
import Database from 'better-sqlite3';
import { DataMoveError } from './move-data-files';

const isDatabase = (path: string) => path.endsWith('.sqlite') && !path.includes('backups');

/** How many rows each table of each database holds. */
export function countsOf(folder: string, paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.filter(isDatabase).map((path) => [path, rowsIn(join(folder, path), true)]));
}

/** Proves that the copies of databases are sound and hold as much. @throws DataMoveError */
export function checkDatabases(folder: string, counts: ReadonlyMap<string, string>): void {
  for (const [path, rows] of counts) {
    const problem = integrityOf(join(folder, path));
    if (problem !== null) throw new DataMoveError(() => t('The copy of {path} is damaged: {problem}.', { path, problem }));
    if (rowsIn(join(folder, path), false) !== rows) {
      throw new DataMoveError(() => t('The copy of {path} does not hold as much as the original.', { path }));
    }
  }
}

function integrityOf(file: string): string | null {
  // Whoever may write takes the helper files away again that SQLite makes for reading.
  const database = new Database(file, { fileMustExist: true });
  try {
    const told = String(database.pragma('integrity_check(1)', { simple: true }));
    return told === 'ok' ? null : told;
  } finally {
    database.close();
  }
}

function rowsIn(file: string, readonly: boolean): string {
  const database = new Database(file, { readonly, fileMustExist: true });
  try {
    // What a virtual table shows lies in tables of its own, which are counted; some cannot be walked through.
    const named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    const tables = database.prepare(named).pluck().all() as string[];
    const count = (name: string) => database.prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`).pluck().get();
    return tables.map((name) => `${name} ${String(count(name))}`).join('\n');
  } finally {
    database.close();
  }
}
