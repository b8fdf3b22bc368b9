import { mostThumbHashBytes, type ThumbHash, thumbHashBytes } from '@shared/library/thumb-hash';
import { type Database, SqliteError, type Statement } from 'better-sqlite3';

/**
 * What stands for pictures while their thumbnails load, by content. A cache: it was made of pixels, not told by events. A library that
 * was made by an older version gets the table when it is opened; one that is made anew takes the rows along.
 */
export const thumbHashTable = `
  CREATE TABLE IF NOT EXISTS thumb_hashes (
    content_hash TEXT NOT NULL PRIMARY KEY,
    thumb_hash   TEXT NOT NULL CHECK (length(thumb_hash) <= ${Math.ceil(mostThumbHashBytes / 3) * 4})
  ) STRICT, WITHOUT ROWID;
`;

interface Known {
  readonly content_hash: string;
  readonly thumb_hash: ThumbHash;
}

/** So many pictures are looked at for one that has none before the turn is over. */
const idsAtOnce = 2_000;

export class ThumbHashes {
  readonly #put: Statement<[Known]>;
  readonly #lacking: Statement<[number, number], string>;
  readonly #newest: Statement<[], number | null>;

  constructor(database: Database) {
    this.#put = database.prepare('INSERT OR REPLACE INTO thumb_hashes (content_hash, thumb_hash) VALUES (@content_hash, @thumb_hash)');
    this.#lacking = database.prepare<[number, number], string>(
      `SELECT content_hash FROM asset_facts AS a WHERE id <= ? AND id > ?
         AND NOT EXISTS (SELECT 1 FROM thumb_hashes AS t WHERE t.content_hash = a.content_hash) ORDER BY id DESC`,
    ).pluck();
    this.#newest = database.prepare<[], number | null>('SELECT max(id) FROM asset_facts').pluck();
  }

  /** Keeps one; what is none is not kept. */
  remember(content_hash: string, thumb_hash: ThumbHash): void {
    if (thumbHashBytes(thumb_hash) === null) return;
    try {
      this.#put.run({ content_hash, thumb_hash });
    } catch (error) {
      // On a full disk it is only made once more.
      if (!(error instanceof SqliteError)) throw error;
    }
  }

  /** The contents of filed pictures that have none, the newest first, a few at a time: a long library is looked through in many turns. */
  *lacking(): Generator<readonly string[]> {
    for (let last = this.#newest.get() ?? 0; last > 0; last -= idsAtOnce) yield this.#lacking.all(last, last - idsAtOnce);
  }
}

/** Looks up those of some contents. */
export type FindThumbHashes = (contentHashes: readonly string[]) => ReadonlyMap<string, ThumbHash>;

/** None are known where a library is only read that an older version made. */
export function thumbHashFinder(database: Database): FindThumbHashes {
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'thumb_hashes'").get() === undefined) return () => new Map();
  const find = database.prepare<[string], Known>(
    'SELECT content_hash, thumb_hash FROM thumb_hashes WHERE content_hash IN (SELECT value FROM json_each(?))',
  );
  return (hashes) => new Map(hashes.length === 0 ? [] : find.all(JSON.stringify(hashes)).map((row) => [row.content_hash, row.thumb_hash]));
}

/** All that are known; none where another version kept none, or kept them otherwise. */
export function thumbHashesIn(database: Database): Known[] {
  try {
    return database.prepare<[], Known>('SELECT content_hash, thumb_hash FROM thumb_hashes').all();
  } catch (error) {
    if (error instanceof SqliteError) return [];
    throw error;
  }
}

export function keepThumbHashes(database: Database, known: readonly Known[]): void {
  if (known.length === 0) return;
  const hashes = new ThumbHashes(database);
  database.transaction(() => {
    for (const { content_hash, thumb_hash } of known) hashes.remember(content_hash, thumb_hash);
  })();
}
