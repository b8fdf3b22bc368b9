import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import type { Database } from 'better-sqlite3';

/** Each entry brings the log from the version of its index to the next. Entries are added, never changed. */
const migrations: readonly string[] = [
  `
  -- What recurs is kept once: an event row names it by a small number.
  CREATE TABLE kinds (
    id INTEGER PRIMARY KEY, event_type TEXT NOT NULL, version TEXT NOT NULL, source TEXT NOT NULL, actor TEXT NOT NULL,
    UNIQUE (event_type, version, source, actor)
  ) STRICT;
  CREATE TABLE stories (id INTEGER PRIMARY KEY, correlation_id ANY NOT NULL UNIQUE) STRICT;
  CREATE TABLE subjects (id INTEGER PRIMARY KEY, subject ANY NOT NULL UNIQUE) STRICT;
  CREATE TABLE projects (id INTEGER PRIMARY KEY, name ANY NOT NULL UNIQUE) STRICT;

  CREATE TABLE events (
    sequence     INTEGER PRIMARY KEY,
    kind         INTEGER NOT NULL REFERENCES kinds,
    event_id     ANY NOT NULL UNIQUE,
    time         ANY NOT NULL,
    story        INTEGER NOT NULL REFERENCES stories,
    causation_id ANY,
    subject      INTEGER REFERENCES subjects,
    project      INTEGER REFERENCES projects,
    checksum     INTEGER NOT NULL,
    data         TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_kind ON events (kind);
  CREATE INDEX events_by_story ON events (story);
  CREATE INDEX events_by_subject ON events (subject) WHERE subject IS NOT NULL;
  CREATE INDEX events_by_project ON events (project) WHERE project IS NOT NULL;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'The event log is append-only: an event cannot be changed.'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'The event log is append-only: an event cannot be deleted.'); END;

  -- Facts about the log itself: up to where it is archived, whether it keeps a hash chain.
  CREATE TABLE about (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
  -- Optional: each event's SHA-256 over the one before, so that no row can be changed or taken out unnoticed.
  CREATE TABLE chain (sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;

  CREATE TABLE checkpoints (service TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  -- Events beyond a service's checkpoint that it has dealt with already, because it works on several at once.
  CREATE TABLE handled (service TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (service, sequence)) STRICT, WITHOUT ROWID;
  -- Events that a service gave up on, kept with the reason.
  CREATE TABLE dead_letters (
    service TEXT NOT NULL, sequence INTEGER NOT NULL, attempts INTEGER NOT NULL, reason TEXT NOT NULL, parked_at TEXT NOT NULL,
    PRIMARY KEY (service, sequence)
  ) STRICT, WITHOUT ROWID;
  -- File operations that the organizer has begun; an operation is over once its event stands in the log.
  CREATE TABLE file_intents (
    operation_id     TEXT PRIMARY KEY,
    cause_id         TEXT NOT NULL UNIQUE,
    content_hash     TEXT NOT NULL,
    source_path      TEXT NOT NULL,
    destination_path TEXT NOT NULL UNIQUE,
    operation        TEXT NOT NULL,
    begun_at         TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What an operation is for, and how far it has come.
  ALTER TABLE file_intents ADD COLUMN kind TEXT NOT NULL DEFAULT 'copy';
  ALTER TABLE file_intents ADD COLUMN state TEXT NOT NULL DEFAULT 'planned';
  UPDATE file_intents SET kind = operation;
  `,
];

/** The version of the log that this program writes. */
export const logVersion = migrations.length;

/** A data folder that this program must not touch because a newer one made it. */
export class NewerDataError extends SaidError {
  override readonly name = 'NewerDataError';
}

/** Brings a database to the current version, one transaction per step. @throws NewerDataError */
export function migrate(database: Database, file: string): void {
  for (let version = refuseNewer(database, file); version < logVersion; version += 1) {
    database.transaction(() => {
      database.exec(migrations[version] ?? '');
      database.pragma(`user_version = ${version + 1}`);
    })();
  }
}

/** The version of a log that is not newer than this program. @throws NewerDataError */
export function refuseNewer(database: Database, file: string): number {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found > logVersion) {
    throw newerData(file, found);
  }
  return found;
}

export function newerData(file: string, version: number): NewerDataError {
  return new NewerDataError(() => t(
    'The event log {file} was made by a newer Alice (log version {version}; this one knows {known}). Update Alice or choose another data folder; nothing was touched.',
    { file, version: String(version), known: String(logVersion) },
  ));
}
