import type { Database } from 'better-sqlite3';

/** Raised when the tables or their fold change: they are then made anew from the log. */
const version = 4;

const tables = `
  DROP TABLE IF EXISTS board_position;
  DROP TABLE IF EXISTS board_records;
  DROP TABLE IF EXISTS board_places;
  DROP TABLE IF EXISTS board_names;
  DROP TABLE IF EXISTS board_events;
  DROP TABLE IF EXISTS board_touched;
  DROP TABLE IF EXISTS board_stays;
  DROP TABLE IF EXISTS board_folders;
  DROP TABLE IF EXISTS board_workflows;
  CREATE TABLE board_position (version INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;
  -- Projects and all that is decided in them; how each stands on the board beside it, so that a board is read without them.
  CREATE TABLE board_records (
    project_id     TEXT NOT NULL,
    kind           TEXT NOT NULL,
    id             TEXT NOT NULL,
    live           INTEGER NOT NULL,
    home           TEXT NOT NULL,
    title          TEXT NOT NULL,
    first_sequence INTEGER NOT NULL,
    record         TEXT NOT NULL,
    PRIMARY KEY (project_id, kind, id)
  ) STRICT;
  CREATE INDEX board_standing ON board_records (project_id, live, kind, id, home, first_sequence);
  CREATE INDEX board_by_kind ON board_records (kind, project_id);
  -- Cards that somebody put to a place.
  CREATE TABLE board_places (
    project_id TEXT NOT NULL,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    column_id  TEXT NOT NULL,
    rank       TEXT NOT NULL,
    guest      INTEGER NOT NULL,
    off        INTEGER NOT NULL,
    PRIMARY KEY (project_id, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX board_places_in_order ON board_places (project_id, kind, column_id, rank, id) WHERE off = 0;
  -- The project that had a name first: pictures that came in under it are its own.
  CREATE TABLE board_names (name TEXT PRIMARY KEY, project_id TEXT NOT NULL, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX board_names_of ON board_names (project_id);
  -- The events of each project, kept here so that its past needs no search through the log.
  CREATE TABLE board_events (
    sequence   INTEGER PRIMARY KEY,
    project_id TEXT NOT NULL,
    at         TEXT NOT NULL,
    decision   INTEGER NOT NULL,
    story      TEXT NOT NULL,
    event      TEXT NOT NULL
  ) STRICT;
  CREATE INDEX board_events_by_story ON board_events (story);
  CREATE INDEX board_events_of ON board_events (project_id, sequence);
  CREATE INDEX board_decisions ON board_events (project_id, sequence) WHERE decision = 1;
  CREATE TABLE board_touched (
    project_id TEXT NOT NULL,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    PRIMARY KEY (project_id, kind, id, sequence)
  ) STRICT, WITHOUT ROWID;
  -- From when to when a picture was filed under a project's name.
  CREATE TABLE board_stays (
    content_hash   TEXT NOT NULL,
    from_sequence  INTEGER NOT NULL,
    until_sequence INTEGER,
    filed_sequence INTEGER NOT NULL,
    project        TEXT NOT NULL,
    PRIMARY KEY (content_hash, from_sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX board_stays_by_project ON board_stays (project, filed_sequence, content_hash, from_sequence, until_sequence);
  CREATE TABLE board_folders (name TEXT PRIMARY KEY, assets INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE board_workflows (
    workflow_id TEXT PRIMARY KEY,
    project     TEXT,
    sequence    INTEGER NOT NULL,
    record      TEXT NOT NULL
  ) STRICT;
  CREATE INDEX board_workflows_of ON board_workflows (project, sequence) WHERE project IS NOT NULL;
`;

/** The library's own facts once more in the order in which a project page asks for them; without it that page takes longer. */
const factsIndex = `CREATE INDEX IF NOT EXISTS board_best_assets ON asset_facts (project, own DESC, stars DESC, score, content_hash)`;

/** Makes the tables of the boards, unless those of this version are there. */
export function createBoardTables(database: Database): void {
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'asset_facts'").get() !== undefined) database.exec(factsIndex);
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'board_position'").get() !== undefined;
  if (exists && database.prepare('SELECT version FROM board_position').pluck().get() === version) return;
  database.transaction(() => {
    database.exec(tables);
    database.prepare('INSERT INTO board_position VALUES (?, 0)').run(version);
  })();
}
