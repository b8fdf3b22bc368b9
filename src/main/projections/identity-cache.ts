import { type Database, SqliteError, type Statement } from 'better-sqlite3';

/** Stands where the content's name would, of a file that was only looked at. */
const noPicture = 'no picture';

/** Remembers which file was hashed to which content. Losing it costs reading, never a file. */
export class IdentityCache {
  readonly #get: Statement<[string], { identity: string; content_hash: string | null }>;
  readonly #put: Statement<[string, string, string | null]>;
  readonly #alone: Statement<[string], { file_path: string; identity: string }>;

  constructor(database: Database) {
    this.#get = database.prepare('SELECT identity, content_hash FROM identities WHERE file_path = ?');
    this.#put = database.prepare('INSERT OR REPLACE INTO identities (file_path, identity, content_hash) VALUES (?, ?, ?)');
    this.#alone = database.prepare(
      `SELECT file_path, identity FROM identities WHERE file_path IN (SELECT value FROM json_each(?)) AND content_hash = '${noPicture}'`,
    );
  }

  /** Whether this very file, unchanged, has been looked at before. */
  has(path: string, identity: string): boolean {
    return this.#get.get(path)?.identity === identity;
  }

  /** The same, whichever device and number the file has now: those are given anew each time that some drives are plugged in. */
  hasOnAnyDrive(path: string, identity: string): boolean {
    const known = this.#get.get(path)?.identity;
    return known !== undefined && (known === identity || withoutDrive(known) === withoutDrive(identity));
  }

  /** Those of some files that were looked at and are no pictures. */
  leftAlone(paths: readonly string[]): { file_path: string; identity: string }[] {
    return this.#alone.all(JSON.stringify(paths));
  }

  leaveAlone(path: string, identity: string): void {
    this.remember(path, identity, noPicture);
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

/** Size and both times, of device, number, size, modification time and change time. */
function withoutDrive(identity: string): string {
  return identity.split(':').slice(2).join(':');
}
