import type { AssetRecord } from '@shared/library/asset-record';
import type { ReadAgainWish } from '@shared/library/read-again';
import { type Database, SqliteError, type Statement } from 'better-sqlite3';

interface Bound {
  readonly project: string | null;
  readonly tool: string | null;
  readonly since: string | null;
  /** Null for those that any reader has read. */
  readonly reader: string | null;
}

const table = `CREATE TABLE IF NOT EXISTS readings (content_hash TEXT PRIMARY KEY, reader TEXT NOT NULL) STRICT, WITHOUT ROWID`;

const wanted = `FROM assets AS a LEFT JOIN readings AS r USING (content_hash)
  WHERE a.filed_sequence IS NOT NULL
    AND (@project IS NULL OR a.project = @project)
    AND (@tool IS NULL OR json_extract(a.record, '$.source') = @tool)
    AND (@since IS NULL OR json_extract(a.record, '$.filed_at') >= @since)
    AND (@reader IS NULL OR r.reader IS NOT @reader)`;

const pageSize = 200;

/**
 * Goes through what is filed, oldest filing first, and remembers which reader last read each file anew. That is a cache: losing it
 * costs reading.
 */
export class FiledAssets {
  readonly #count: Statement<[Bound], number>;
  readonly #page: Statement<[Bound & { after: number }], { record: string; filed_sequence: number }>;
  readonly #remember: (reader: string, hashes: readonly string[]) => void;

  constructor(database: Database) {
    database.exec(table);
    this.#count = database.prepare<[Bound], number>(`SELECT count(*) ${wanted}`).pluck();
    this.#page = database.prepare(
      `SELECT a.record, a.filed_sequence ${wanted} AND a.filed_sequence > @after ORDER BY a.filed_sequence LIMIT ${pageSize}`,
    );
    const put = database.prepare<[string, string]>('INSERT OR REPLACE INTO readings VALUES (?, ?)');
    this.#remember = database.transaction((reader: string, hashes: readonly string[]) => {
      for (const hash of hashes) put.run(hash, reader);
    });
  }

  /** How many files of a wish a reader has not read yet; all of the wish for null. */
  count(wish: ReadAgainWish, reader: string | null): number {
    return this.#count.get(boundOf(wish, reader)) ?? 0;
  }

  /** The same files, a page at a time: those that are filed meanwhile come at the end. */
  *assets(wish: ReadAgainWish, reader: string | null): Generator<AssetRecord> {
    for (let after = 0; ; ) {
      const page = this.#page.all({ ...boundOf(wish, reader), after });
      for (const { record, filed_sequence } of page) {
        after = filed_sequence;
        yield JSON.parse(record) as AssetRecord;
      }
      if (page.length < pageSize) return;
    }
  }

  remember(reader: string, hashes: readonly string[]): void {
    try {
      this.#remember(reader, hashes);
    } catch (error) {
      // On a full disk these are only read once more.
      if (!(error instanceof SqliteError)) throw error;
    }
  }
}

function boundOf({ project, tool, only_unknown, since }: ReadAgainWish, reader: string | null): Bound {
  return { project: project ?? null, tool: only_unknown ? 'unknown' : (tool ?? null), since: since ?? null, reader };
}
