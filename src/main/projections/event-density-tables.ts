import type { Database } from 'better-sqlite3';

/** Raised when the tables or their fold change: they are then made anew from the log. */
const version = 2;

const tables = `
  DROP TABLE IF EXISTS density_position;
  DROP TABLE IF EXISTS density_types;
  DROP TABLE IF EXISTS density_minutes;
  DROP TABLE IF EXISTS density_seconds;
  CREATE TABLE density_position (version INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;
  CREATE TABLE density_types (id INTEGER PRIMARY KEY, event_type TEXT NOT NULL UNIQUE) STRICT;
  -- Minutes are counted from 1970, UTC.
  CREATE TABLE density_minutes (
    minute INTEGER NOT NULL, type INTEGER NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (minute, type)
  ) STRICT, WITHOUT ROWID;
  -- Of the last hours alone.
  CREATE TABLE density_seconds (
    second INTEGER NOT NULL, type INTEGER NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (second, type)
  ) STRICT, WITHOUT ROWID;
`;

/** Makes the tables that count events by minute and type, unless those of this version are there, not ahead of the log. */
export function createDensityTables(database: Database, newestEvent: number): void {
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'density_position'").get() !== undefined;
  if (exists) {
    const kept = database.prepare<[], { version: number; sequence: number }>('SELECT version, sequence FROM density_position').get();
    if (kept?.version === version && kept.sequence <= newestEvent) return;
  }
  database.transaction(() => {
    database.exec(tables);
    database.prepare('INSERT INTO density_position VALUES (?, 0)').run(version);
  })();
}
