import type { Database } from 'better-sqlite3';

/** Each entry brings the log from the version of its index to the next. Entries are added, never changed. */
const migrations: readonly string[] = [
  `
  CREATE TABLE events (
    sequence       INTEGER PRIMARY KEY,
    event_id       TEXT NOT NULL UNIQUE,
    event_type     TEXT NOT NULL,
    timestamp      TEXT NOT NULL,
    source         TEXT NOT NULL,
    version        TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    causation_id   TEXT,
    actor          TEXT NOT NULL,
    subject        TEXT,
    data           TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_subject ON events (subject, sequence) WHERE subject IS NOT NULL;
  CREATE INDEX events_by_correlation ON events (correlation_id, sequence);
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'The event log is append-only: an event cannot be changed.'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'The event log is append-only: an event cannot be deleted.'); END;

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
];

/** The version of the log that this program writes. */
export const logVersion = migrations.length;

/** A data folder that this program must not touch because a newer one made it. */
export class NewerDataError extends Error {
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
    throw new NewerDataError(
      `The event log ${file} was made by a newer Alice (log version ${found}; this one knows ${logVersion}). ` +
        'Update Alice or choose another data folder; nothing was touched.',
    );
  }
  return found;
}
