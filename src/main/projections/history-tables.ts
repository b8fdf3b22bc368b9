import type { Database } from 'better-sqlite3';

/** Raised when the tables or their fold change: they are then made anew from the log. */
const version = 4;

const tables = `
  DROP TABLE IF EXISTS history_position;
  DROP TABLE IF EXISTS history_entries;
  DROP TABLE IF EXISTS history_operations;
  DROP TABLE IF EXISTS history_requests;
  -- How far the log is folded in, and the bursts that can still grow.
  CREATE TABLE history_position (version INTEGER NOT NULL, sequence INTEGER NOT NULL, bursts TEXT NOT NULL) STRICT;
  -- A row for each import, round of refiling, batch of ratings, change of the limits between the stars, thing done on a board, change
  -- of settings or sources, and undo.
  CREATE TABLE history_entries (
    first_sequence INTEGER PRIMARY KEY,
    kind           TEXT NOT NULL,
    last_sequence  INTEGER NOT NULL,
    at             TEXT NOT NULL,
    operations     INTEGER NOT NULL DEFAULT 0,
    undone         INTEGER NOT NULL DEFAULT 0,
    refused        INTEGER NOT NULL DEFAULT 0,
    requested      INTEGER NOT NULL DEFAULT 0,
    answered       INTEGER NOT NULL DEFAULT 0,
    undo_id        TEXT UNIQUE,
    redo           INTEGER NOT NULL DEFAULT 0,
    -- Of an undo what was asked for.
    scope          TEXT,
    after_sequence INTEGER,
    undone_undo_id TEXT,
    -- Of ratings the batch, of a board and of settings the story; and the stars when they are all the same: 0 for cleared, null for several.
    batch          TEXT UNIQUE,
    stars          INTEGER,
    -- Of an undo what it is about; of ratings the first picture's hash; of limits, settings and sources all that is said; of boards all that is said of
    -- one, and where many cards went; of others the file's name, and the projects.
    label          TEXT NOT NULL,
    projects       TEXT NOT NULL
  ) STRICT;
  CREATE INDEX history_by_last ON history_entries (last_sequence);
  -- A row for each time that Alice put a file somewhere, that a rating or the limits were said, or that something was done on a board.
  CREATE TABLE history_operations (
    sequence INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    entry    INTEGER NOT NULL,
    undoes   INTEGER,
    undone   INTEGER NOT NULL DEFAULT 0,
    -- Of a decision: what it is about (nothing for the limits), and the one that it turns over, which is itself at first.
    subject  TEXT,
    head     INTEGER
  ) STRICT;
  CREATE INDEX history_by_entry ON history_operations (entry);
  CREATE INDEX history_by_subject ON history_operations (subject) WHERE subject IS NOT NULL;
  -- Undos of one operation that were asked for, by the id of the request.
  CREATE TABLE history_requests (
    event_id        TEXT PRIMARY KEY,
    entry           INTEGER NOT NULL,
    undone_event_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Makes the tables of the history, unless those of this version are there. */
export function createHistoryTables(database: Database): void {
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'history_position'").get() !== undefined;
  if (exists && database.prepare('SELECT version FROM history_position').pluck().get() === version) return;
  database.transaction(() => {
    database.exec(tables);
    database.prepare('INSERT INTO history_position VALUES (?, 0, ?)').run(version, '{"filed":null,"refiled":null}');
  })();
}
