import Database from 'better-sqlite3';

/** What a log keeps beside its events: where services stand, what was parked, which file operations are under way. */
const tables = ['checkpoints', 'handled', 'dead_letters', 'file_intents', 'about'] as const;
type Table = (typeof tables)[number];
type Row = Record<string, unknown>;

/** Rows of these tables, as far as they could be read. */
export type Standing = ReadonlyMap<Table, readonly Row[]>;

/** Reads them from the first file that gives them, table by table: from a copy of the damaged log, then from backups, newest first. */
export function standingFrom(damagedCopy: string, backups: readonly string[]): Standing {
  const found = new Map<Table, readonly Row[]>();
  for (const file of [damagedCopy, ...backups]) {
    for (const table of tables) {
      // Reading a log with a write-ahead log writes beside it: that is for the copy only.
      const rows = found.has(table) ? null : rowsOf(file, table, file !== damagedCopy);
      if (rows !== null) found.set(table, rows);
    }
  }
  return found;
}

function rowsOf(file: string, table: Table, readonly: boolean): readonly Row[] | null {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, readonly });
    return database.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** Writes them into a new log. A column that it does not have is left out, a row that does not fit, too. */
export function writeStanding(database: Database.Database, standing: Standing, leftOut: ReadonlySet<string>): void {
  for (const [table, rows] of standing) {
    const columns = new Set(database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));
    for (const row of rows) {
      if (table === 'about' && leftOut.has(String(row['name']))) continue;
      const names = Object.keys(row).filter((name) => columns.has(name));
      const values = names.map((name) => row[name]);
      try {
        database.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...values);
      } catch {
        // A row of a damaged page: services hear again what it would have said.
      }
    }
  }
}

/**
 * The highest sequence that is spoken of: events up to there have been recorded, whether they can still be read or not.
 * What lies far beyond the last that can be is damage itself.
 */
export function highestSpokenOf(standing: Standing, lastReadable: number): number {
  const sequences = (['checkpoints', 'handled', 'dead_letters'] as const).flatMap((table) =>
    (standing.get(table) ?? []).map(({ sequence }) => (typeof sequence === 'number' && sequence < lastReadable + farBeyond ? sequence : 0)),
  );
  return Math.max(0, ...sequences);
}

const farBeyond = 100_000;

/** A text or number that the log noted about itself. */
export function noted(standing: Standing, name: string): unknown {
  return standing.get('about')?.find((row) => row['name'] === name)?.['value'];
}
