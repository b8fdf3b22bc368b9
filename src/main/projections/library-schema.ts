import type { Database } from 'better-sqlite3';
import { assetIndexTables } from './asset-index';
import { bandsTable } from './bands-table';
import { eloTables } from './elo-book';
import { fingerprintTable } from './fingerprints';
import { placementTables } from './placements';
import { stackDecisionTable } from './stack-decisions';
import { thumbHashTable } from './thumb-hashes';

/**
 * Raised when a projection's tables or folds change: the file is then thrown away and rebuilt from the log.
 * Nothing in it exists only here.
 */
export const projectionVersion = 8;

export const projectionTables = `
  CREATE TABLE position (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL) STRICT;
  INSERT INTO position VALUES (1, 0);

  -- With row ids: a record is longer than what fits a page of an index, and would be written apart from its row.
  CREATE TABLE assets (
    content_hash   TEXT NOT NULL PRIMARY KEY,
    filed_sequence INTEGER,
    project        TEXT NOT NULL,
    record         TEXT NOT NULL
  ) STRICT;
  CREATE INDEX assets_by_filing ON assets (filed_sequence) WHERE filed_sequence IS NOT NULL;
  CREATE INDEX assets_by_project ON assets (project, filed_sequence) WHERE filed_sequence IS NOT NULL;
  CREATE INDEX assets_by_path ON assets (json_extract(record, '$.path')) WHERE filed_sequence IS NOT NULL;
  CREATE INDEX assets_missing ON assets (content_hash) WHERE json_extract(record, '$.missing') IS NOT NULL;
  CREATE INDEX assets_with_sidecars ON assets (content_hash) WHERE json_array_length(record, '$.sidecars') > 0;

  CREATE TABLE inbox (
    file_path TEXT PRIMARY KEY,
    story_id  TEXT NOT NULL,
    state     TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    record    TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX inbox_by_state ON inbox (state, sequence);
  CREATE INDEX inbox_by_story ON inbox (story_id);

  -- Events of each type per day (UTC).
  CREATE TABLE statistics (
    day        TEXT NOT NULL,
    event_type TEXT NOT NULL,
    events     INTEGER NOT NULL,
    PRIMARY KEY (day, event_type)
  ) STRICT, WITHOUT ROWID;

  -- A cache only: which file was hashed to which content, so that a scan need not read it again.
  CREATE TABLE identities (
    file_path    TEXT PRIMARY KEY,
    identity     TEXT NOT NULL,
    content_hash TEXT
  ) STRICT, WITHOUT ROWID;
  -- The same for the organized folder; the row without a path tells the folder itself from another in its place.
  CREATE TABLE organized_identities (
    file_path    TEXT PRIMARY KEY,
    identity     TEXT NOT NULL,
    node         TEXT NOT NULL,
    content_hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX organized_by_node ON organized_identities (node);
`;

/** Creates the tables when the file is new. */
export function createProjectionTables(database: Database): void {
  database.transaction(() => {
    database.exec(projectionTables);
    database.exec(assetIndexTables);
    database.exec(placementTables);
    database.exec(bandsTable);
    database.exec(eloTables);
    database.exec(stackDecisionTable);
    database.exec(fingerprintTable);
    database.exec(thumbHashTable);
    database.pragma(`user_version = ${projectionVersion}`);
  })();
}
