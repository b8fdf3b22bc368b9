import { type Database, SqliteError, type Statement, type Transaction } from 'better-sqlite3';

/** A file of the organized folder as it was when its bytes were last read. */
interface Known {
  readonly identity: string;
  readonly node: string;
  readonly content_hash: string;
}

interface Filed {
  readonly content_hash: string;
  readonly story_id: string;
  readonly path: string;
  readonly file_size: number;
  readonly sidecars: readonly string[];
  readonly missing: 'gone' | 'replaced' | null;
  readonly filed_at: string;
}

type FiledRow = Omit<Filed, 'sidecars'> & { readonly sidecars: string };

const path = "json_extract(record, '$.path')";
const select = `SELECT content_hash, json_extract(record, '$.story_id') AS story_id, ${path} AS path, json_extract(record, '$.file_size') AS file_size,
  json_extract(record, '$.sidecars') AS sidecars, json_extract(record, '$.missing') AS missing,
  json_extract(record, '$.filed_at') AS filed_at FROM assets`;
const filed = 'filed_sequence IS NOT NULL';

/**
 * Where organized files should lie, asked of the library, and what they were when they were last read: a cache, which
 * costs reading when it is lost, never a file. On a connection for reading only, nothing is remembered.
 */
export class OrganizedIdentities {
  readonly #page: Statement<[string, string, string, number], FiledRow>;
  readonly #asset: Statement<[string], FiledRow>;
  readonly #at: Statement<[string], FiledRow>;
  readonly #below: Statement<[string, string], FiledRow>;
  readonly #missing: Statement<[], FiledRow>;
  readonly #isPlace: Statement<[string], number>;
  readonly #sidecars: Statement<[], string>;
  readonly #known: Statement<[string], Known>;
  readonly #placesOf: Statement<[string], string>;
  readonly #database: Database;
  readonly #write: Transaction<(files: ReadonlyMap<string, Known | null>) => void> | null;
  /** What is to be written with the rest of this turn; null for what is to be forgotten. */
  #unwritten = new Map<string, Known | null>();
  readonly #root: Statement<[], string>;
  readonly #setRoot: Statement<[string]> | null;

  constructor(database: Database) {
    this.#page = database.prepare(
      `${select} WHERE ${filed} AND ${path} >= ? AND (${path} > ? OR content_hash > ?) ORDER BY ${path}, content_hash LIMIT ?`,
    );
    this.#asset = database.prepare(`${select} WHERE ${filed} AND content_hash = ?`);
    this.#at = database.prepare(`${select} WHERE ${filed} AND ${path} = ?`);
    this.#below = database.prepare(`${select} WHERE ${filed} AND ${path} > ? AND ${path} < ?`);
    this.#missing = database.prepare(`${select} WHERE ${filed} AND json_extract(record, '$.missing') IS NOT NULL`);
    this.#isPlace = database.prepare<[string], number>(`SELECT 1 FROM assets WHERE ${filed} AND ${path} = ? LIMIT 1`).pluck();
    this.#sidecars = database
      .prepare<[], string>(`SELECT value FROM assets, json_each(record, '$.sidecars') WHERE json_array_length(record, '$.sidecars') > 0`)
      .pluck();
    this.#known = database.prepare('SELECT identity, node, content_hash FROM organized_identities WHERE file_path = ?');
    this.#placesOf = database.prepare<[string], string>('SELECT file_path FROM organized_identities WHERE node = ?').pluck();
    this.#root = database.prepare<[], string>("SELECT identity FROM organized_identities WHERE file_path = ''").pluck();
    const put = 'INSERT OR REPLACE INTO organized_identities (file_path, identity, node, content_hash)';
    const remember = database.readonly ? null : database.prepare<[string, string, string, string]>(`${put} VALUES (?, ?, ?, ?)`);
    const forget = database.readonly ? null : database.prepare<[string]>('DELETE FROM organized_identities WHERE file_path = ?');
    this.#database = database;
    this.#write = remember && database.transaction((files: ReadonlyMap<string, Known | null>) => {
      for (const [place, known] of files) {
        if (known === null) forget?.run(place);
        else remember.run(place, known.identity, known.node, known.content_hash);
      }
    });
    this.#setRoot = database.readonly ? null : database.prepare(`${put} VALUES ('', ?, '', '')`);
  }

  /** Filed assets in the order of their places, behind one: neighbours on the disk are looked at one after the other. */
  page(after: Pick<Filed, 'path' | 'content_hash'> | null, limit: number): readonly Filed[] {
    const { path: place, content_hash } = after ?? { path: '', content_hash: '' };
    return this.#page.all(place, place, content_hash, limit).map(asFiled);
  }

  asset(contentHash: string): Filed | null {
    const row = this.#asset.get(contentHash);
    return row ? asFiled(row) : null;
  }

  /** Assets whose file lies at a path, or below it when it is a folder. */
  below(place: string): readonly Filed[] {
    const inside = ['/', '\\'].flatMap((separator) => this.#below.all(place + separator, place + String.fromCharCode(separator.charCodeAt(0) + 1)));
    return [...this.#at.all(place), ...inside].map(asFiled);
  }

  missing(): readonly Filed[] {
    return this.#missing.all().map(asFiled);
  }

  isPlace(place: string): boolean {
    return this.#isPlace.get(place) !== undefined;
  }

  sidecars(): Iterable<string> {
    return this.#sidecars.all();
  }

  known(place: string): Known | null {
    const unwritten = this.#unwritten.get(place);
    return unwritten === undefined ? (this.#known.get(place) ?? null) : unwritten;
  }

  placesOf(node: string): readonly string[] {
    this.#flush();
    return this.#placesOf.all(node);
  }

  remember(place: string, { identity, node, content_hash }: Known): void {
    this.#put(place, { identity, node, content_hash });
  }

  forget(place: string): void {
    this.#put(place, null);
  }

  #put(place: string, known: Known | null): void {
    if (this.#write === null) return;
    if (this.#unwritten.size === 0) setImmediate(() => { this.#flush(); });
    this.#unwritten.set(place, known);
  }

  #flush(): void {
    const files = this.#unwritten;
    this.#unwritten = new Map();
    if (files.size === 0 || !this.#database.open) return;
    try {
      this.#write?.(files);
    } catch (error) {
      // On a full disk, as when it was closed in between, a cache lacks a few lines: those files are read once more.
      if (!(error instanceof SqliteError)) throw error;
    }
  }

  /** What told the organized folder from another when files were last found in it. */
  get root(): string | null {
    return this.#root.get() ?? null;
  }

  set root(identity: string | null) {
    if (identity === null) this.forget('');
    else this.#setRoot?.run(identity);
  }
}

function asFiled({ sidecars, ...row }: FiledRow): Filed {
  return { ...row, sidecars: JSON.parse(sidecars) as readonly string[] };
}
