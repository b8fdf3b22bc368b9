import { sep } from 'node:path';
import type { AssetRecord } from '@shared/library/asset-record';
import type { InboxEntry, InboxState } from '@shared/library/inbox-entry';
import type { Database, Statement } from 'better-sqlite3';

interface Row {
  readonly record: string;
}

/** How many assets a project holds and the newest of them. */
export interface ProjectRow {
  readonly project: string;
  readonly assets: number;
  readonly cover: string | null;
}

/** Questions about library and inbox. Works on a read-only connection, too. */
export class LibraryQueries {
  readonly #asset: Statement<[string], Row>;
  readonly #byBeginning: Statement<[string, string, number], Row>;
  readonly #page: Statement<[number, number], Row>;
  readonly #count: Statement<[], { n: number }>;
  readonly #projects: Statement<[], ProjectRow>;
  readonly #entry: Statement<[string], Row>;
  readonly #entries: Statement<[string], Row>;
  readonly #unfinishedAfter: Statement<[InboxState, number, number], { file_path: string; sequence: number }>;
  readonly #unfinishedBetween: Statement<[string, string, number], { file_path: string }>;
  readonly #entryOfStory: Statement<[string], Row>;
  readonly #inState: Statement<[InboxState, number], Row>;
  readonly #below: Statement<[string, string], { state: InboxState; n: number }>;
  readonly #states: Statement<[], { state: InboxState; n: number }>;

  constructor(database: Database) {
    this.#asset = database.prepare('SELECT record FROM assets WHERE content_hash = ?');
    this.#byBeginning = database.prepare('SELECT record FROM assets WHERE content_hash >= ? AND content_hash <= ? ORDER BY content_hash LIMIT ?');
    this.#page = database.prepare('SELECT record FROM assets WHERE filed_sequence < ? ORDER BY filed_sequence DESC LIMIT ?');
    this.#count = database.prepare('SELECT count(*) AS n FROM assets WHERE filed_sequence IS NOT NULL');
    this.#projects = database.prepare(
      `SELECT project, count(*) AS assets,
         (SELECT content_hash FROM assets AS newest WHERE newest.project = assets.project AND newest.filed_sequence IS NOT NULL
          ORDER BY filed_sequence DESC LIMIT 1) AS cover
       FROM assets WHERE filed_sequence IS NOT NULL GROUP BY project ORDER BY assets DESC, project`,
    );
    this.#entry = database.prepare('SELECT record FROM inbox WHERE file_path = ?');
    this.#entries = database.prepare('SELECT record FROM inbox WHERE file_path IN (SELECT value FROM json_each(?))');
    this.#unfinishedAfter = database.prepare('SELECT file_path, sequence FROM inbox WHERE state = ? AND sequence > ? ORDER BY sequence LIMIT ?');
    this.#unfinishedBetween = database.prepare(
      "SELECT file_path FROM inbox WHERE file_path > ? AND file_path < ? AND state IN ('waiting', 'set_aside') ORDER BY file_path LIMIT ?",
    );
    this.#entryOfStory = database.prepare('SELECT record FROM inbox WHERE story_id = ? ORDER BY sequence DESC LIMIT 1');
    this.#inState = database.prepare('SELECT record FROM inbox WHERE state = ? ORDER BY sequence DESC LIMIT ?');
    // That index holds the paths as well, and few rows of these states.
    this.#below = database.prepare(
      `SELECT state, count(*) AS n FROM inbox INDEXED BY inbox_by_state
       WHERE state IN ('waiting', 'working', 'set_aside') AND file_path > ? AND file_path < ? GROUP BY state`,
    );
    this.#states = database.prepare('SELECT state, count(*) AS n FROM inbox GROUP BY state');
  }

  asset(contentHash: string): AssetRecord | null {
    const row = this.#asset.get(contentHash);
    return row ? (JSON.parse(row.record) as AssetRecord) : null;
  }

  /** Assets whose content hash begins so. */
  assetsByHash(beginning: string, limit: number): AssetRecord[] {
    return this.#byBeginning.all(beginning, `${beginning}g`, limit).map((row) => JSON.parse(row.record) as AssetRecord);
  }

  /** Filed assets, newest first, filed before a sequence. */
  assetsBefore(sequence: number, limit: number): AssetRecord[] {
    return this.#page.all(sequence, limit).map((row) => JSON.parse(row.record) as AssetRecord);
  }

  get assetCount(): number {
    return this.#count.get()?.n ?? 0;
  }

  projects(): ProjectRow[] {
    return this.#projects.all();
  }

  inboxEntry(path: string): InboxEntry | null {
    return parseEntry(this.#entry.get(path));
  }

  /** Those of some inbox files that are known. */
  inboxEntries(paths: readonly string[]): InboxEntry[] {
    return this.#entries.all(JSON.stringify(paths)).map((row) => JSON.parse(row.record) as InboxEntry);
  }

  /** Paths of inbox files that wait or were set aside, a page at a time. */
  *unfinished(pageSize = 1_000): Generator<readonly string[]> {
    for (const state of ['waiting', 'set_aside'] as const) {
      for (let after = 0; ; ) {
        const page = this.#unfinishedAfter.all(state, after, pageSize);
        const last = page.at(-1);
        if (last === undefined) break;
        yield page.map(({ file_path }) => file_path);
        after = last.sequence;
      }
    }
  }

  /** The same of those between two paths, in order. */
  *unfinishedBetween(from: string, to: string, pageSize = 1_000): Generator<readonly string[]> {
    for (let after = from; ; ) {
      const paths = this.#unfinishedBetween.all(after, to, pageSize).map(({ file_path }) => file_path);
      const last = paths.at(-1);
      if (last === undefined) return;
      yield paths;
      after = last;
    }
  }

  /** How many files below a folder have no outcome yet, and how many were set aside. */
  unfinishedBelow(folder: string): { waiting: number; set_aside: number } {
    const start = folder.endsWith(sep) ? folder : folder + sep;
    const counts = { waiting: 0, set_aside: 0 };
    for (const { state, n } of this.#below.all(start, start.slice(0, -1) + String.fromCharCode(sep.charCodeAt(0) + 1))) {
      counts[state === 'set_aside' ? 'set_aside' : 'waiting'] += n;
    }
    return counts;
  }

  inboxEntryOfStory(storyId: string): InboxEntry | null {
    return parseEntry(this.#entryOfStory.get(storyId));
  }

  /** Inbox files in one state, newest first. */
  inboxInState(state: InboxState, limit: number): InboxEntry[] {
    return this.#inState.all(state, limit).map((row) => JSON.parse(row.record) as InboxEntry);
  }

  inboxCounts(): Record<InboxState, number> {
    const counts = { waiting: 0, working: 0, filed: 0, duplicate: 0, set_aside: 0 };
    for (const { state, n } of this.#states.all()) counts[state] = n;
    return counts;
  }
}

function parseEntry(row: Row | undefined): InboxEntry | null {
  return row ? (JSON.parse(row.record) as InboxEntry) : null;
}
