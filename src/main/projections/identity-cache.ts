import { type Database, SqliteError, type Statement } from 'better-sqlite3';

/** Remembers which file was hashed to which content. Losing it costs reading, never a file. */
export class IdentityCache {
  readonly #get: Statement<[string], { identity: string; content_hash: string | null }>;
  readonly #put: Statement<[string, string, string | null]>;

  constructor(database: Database) {
    this.#get = database.prepare('SELECT identity, content_hash FROM identities WHERE file_path = ?');
    this.#put = database.prepare('INSERT OR REPLACE INTO identities (file_path, identity, content_hash) VALUES (?, ?, ?)');
  }

  /** Whether this very file, unchanged, has been looked at before. */
  has(path: string, identity: string): boolean {
    return this.#get.get(path)?.identity === identity;
  }

  remember(path: string, identity: string, contentHash: string | null): void {
    try {
      this.#put.run(path, identity, contentHash);
    } catch (error) {
      // On a full disk the file is only read once more.
      if (!(error instanceof SqliteError)) throw error;
    }
  }
}
