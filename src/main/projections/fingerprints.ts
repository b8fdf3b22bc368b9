import { type Database, SqliteError, type Statement } from 'better-sqlite3';

/**
 * What pictures show, by their content. A cache: it was computed from pixels, not told by events. It is carried over when the
 * other tables are made anew, and what is not in it is computed again when it is asked for.
 */
export const fingerprintTable = `
  CREATE TABLE fingerprints (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    content_hash TEXT NOT NULL UNIQUE,
    -- Null when it shows nothing that could be compared.
    phash        TEXT
  ) STRICT;
`;

export interface KnownFingerprint {
  readonly content_hash: string;
  readonly phash: string | null;
}

export class Fingerprints {
  readonly #put: Statement<[KnownFingerprint]>;

  constructor(database: Database) {
    this.#put = database.prepare('INSERT OR IGNORE INTO fingerprints (content_hash, phash) VALUES (@content_hash, @phash)');
  }

  remember(content_hash: string, phash: string | null): void {
    try {
      this.#put.run({ content_hash, phash });
    } catch (error) {
      // On a full disk it is only computed once more.
      if (!(error instanceof SqliteError)) throw error;
    }
  }
}

/** All that are known; none where another version kept none, or kept them otherwise. */
export function fingerprintsIn(database: Database): KnownFingerprint[] {
  try {
    return database.prepare<[], KnownFingerprint>('SELECT content_hash, phash FROM fingerprints ORDER BY id').all();
  } catch (error) {
    if (error instanceof SqliteError) return [];
    throw error;
  }
}

export function keepFingerprints(database: Database, known: readonly KnownFingerprint[]): void {
  if (known.length === 0) return;
  const fingerprints = new Fingerprints(database);
  database.transaction(() => {
    for (const each of known) fingerprints.remember(each.content_hash, each.phash);
  })();
}
