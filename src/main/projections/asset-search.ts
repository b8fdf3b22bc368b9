import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AssetRecord } from '@shared/library/asset-record';
import type { LibraryAnswer, LibraryCard } from '@shared/library/library-answer';
import type { LibraryCursor, LibraryFacets, LibraryFilter, LibrarySort } from '@shared/library/library-filter';
import type { QualityOverview } from '@shared/library/quality-overview';
import type { Database, Statement } from 'better-sqlite3';
import { ChosenAssets } from './asset-chosen';
import { cardOf } from './asset-search-card';
import { AssetColumns } from './asset-search-columns';
import { divide, type Divided } from './asset-search-divide';
import { conditionsOf, lookUpOf, valuesOf, where } from './asset-search-conditions';
import { groupsOf } from './asset-search-groups';
import { AssetOrders, sortColumns } from './asset-search-order';
import { qualityOverview } from './quality-overview';
import { type FindThumbHashes, thumbHashFinder } from './thumb-hashes';

export interface Page {
  readonly assets: AssetRecord[];
  /** Where the next page begins; null when there is none. */
  readonly next: LibraryCursor | null;
}

interface Found {
  readonly record: string;
  readonly filed_sequence: number;
  readonly value: string | number | null;
}

interface Order {
  readonly column: string;
  readonly descending: boolean;
  /** Only those in which this column is empty. */
  readonly lacking?: string;
}

/** So many ids are looked up before the turn is over: a few milliseconds. */
const idsAtOnce = 20_000;
/** A share of fewer says nothing. */
const fewestRated = 20;

/** Finds filed assets by words and facts, and counts how they divide. Works on a read-only connection, too. */
export class AssetSearch {
  readonly #database: Database;
  readonly #columns: AssetColumns;
  readonly #orders: AssetOrders;
  readonly #cards: Statement<[string], { id: number; content_hash: string; record: string; elo: number | null }>;
  readonly #thumbHashes: FindThumbHashes;
  readonly #idOf: Statement<[string], number>;
  readonly #rank: Statement<[number], { rated: number; worse: number }>;
  #last: Promise<unknown> = Promise.resolve();
  /** The same of some that are named by their numbers. */
  readonly chosen: ChosenAssets;

  constructor(database: Database) {
    this.#database = database;
    this.chosen = new ChosenAssets(database);
    this.#columns = new AssetColumns(database);
    this.#orders = new AssetOrders(database);
    this.#cards = database.prepare(
      'SELECT id, content_hash, record, elo FROM asset_facts JOIN assets USING (content_hash) WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.#thumbHashes = thumbHashFinder(database);
    this.#idOf = database.prepare<[string], number>('SELECT id FROM asset_facts WHERE content_hash = ?').pluck();
    this.#rank = database.prepare(
      'SELECT (SELECT count(*) FROM asset_facts WHERE score IS NOT NULL) AS rated, (SELECT count(*) FROM asset_facts WHERE score > ?) AS worse',
    );
  }

  /** Assets that are wanted, in order, behind a cursor. Those that lack what is sorted by come last. */
  page(filter: LibraryFilter, sort: LibrarySort, after: LibraryCursor | null, limit: number): Page {
    const column = sortColumns[sort.by];
    const found = after?.value === null ? [] : this.#run(filter, { column, ...sort }, after, limit);
    if (found.length < limit && column !== 'filed_sequence') {
      found.push(...this.#run(filter, { column: 'filed_sequence', ...sort, lacking: column }, after?.value === null ? after : null, limit - found.length));
    }
    const last = found.at(-1);
    return {
      assets: found.map(({ record }) => JSON.parse(record) as AssetRecord),
      next: last === undefined || found.length < limit ? null : { value: last.value, filed_sequence: last.filed_sequence },
    };
  }

  #run(filter: LibraryFilter, { column, descending, lacking }: Order, after: LibraryCursor | null, limit: number): Found[] {
    const conditions = conditionsOf(filter);
    conditions.push({ sql: `${lacking ?? column} IS ${lacking === undefined ? 'NOT ' : ''}NULL`, values: [] });
    const beyond = descending ? '<' : '>';
    if (after !== null) {
      if (column === 'filed_sequence') conditions.push({ sql: `filed_sequence ${beyond} ?`, values: [after.filed_sequence] });
      else conditions.push({ sql: `(${column}, filed_sequence) ${beyond} (?, ?)`, values: [after.value ?? 0, after.filed_sequence] });
    }
    const direction = descending ? 'DESC' : 'ASC';
    const order = column === 'filed_sequence' ? `filed_sequence ${direction}` : `${column} ${direction}, filed_sequence ${direction}`;
    return this.#database
      .prepare<(string | number)[], Found>(
        `SELECT (SELECT record FROM assets WHERE assets.content_hash = asset_facts.content_hash) AS record, filed_sequence,
           ${lacking ?? column} AS value
         FROM asset_facts ${where(conditions)} ORDER BY ${order} LIMIT ?`,
      )
      .all(...valuesOf(conditions), limit);
  }

  /** The hashes of all that is wanted, in order: for a selection of everything. */
  hashes(filter: LibraryFilter, limit = 1_000_000): string[] {
    const conditions = conditionsOf(filter);
    return this.#database
      .prepare<(string | number)[], string>(`SELECT content_hash FROM asset_facts ${where(conditions)} ORDER BY filed_sequence DESC LIMIT ?`)
      .pluck()
      .all(...valuesOf(conditions), limit);
  }

  /** Counts how the wanted assets divide: a few milliseconds at a time, so that everything else goes on meanwhile. */
  async facets(filter: LibraryFilter): Promise<LibraryFacets> {
    return this.#inTurn(async () => (await this.#divide(filter)).facets);
  }

  /** All that is wanted, in order, and how it divides; a few milliseconds at a time, too. */
  async find(filter: LibraryFilter, sort: LibrarySort): Promise<LibraryAnswer> {
    return this.#inTurn(async () => {
      const { wanted, facets } = await this.#divide(filter);
      const columns = this.#columns;
      await nextTurn();
      const ids = new Uint32Array(facets.total);
      let length = 0;
      for await (const part of this.#orders.ids(sort, columns.position)) {
        for (const id of part) {
          // What was filed since the walk is left for the next question.
          if (wanted[id] === 1 && length < ids.length) ids[length++] = id;
        }
      }
      const found = ids.subarray(0, length);
      await nextTurn();
      const ratio = columns.number('ratio');
      return {
        sequence: columns.position,
        total: columns.count,
        ids: found,
        ratios: Uint16Array.from(found, (id) => ratio[id] ?? 100),
        groups: groupsOf(found, sort.by, columns),
        facets,
      };
    });
  }

  /** How technical quality lies among what is wanted; a few milliseconds at a time. */
  async overview(filter: LibraryFilter): Promise<QualityOverview> {
    return this.#inTurn(async () => {
      const { wanted } = await this.#divide(filter);
      return qualityOverview(this.#columns, wanted, filter);
    });
  }

  /** What lists show of some assets; those that are filed no more are left out. */
  cards(ids: readonly number[]): LibraryCard[] {
    const rows = this.#cards.all(JSON.stringify(ids));
    const softly = this.#thumbHashes(rows.map(({ content_hash }) => content_hash));
    return rows.map(({ id, content_hash, record, elo }) => cardOf(id, JSON.parse(record) as AssetRecord, elo, softly.get(content_hash)));
  }

  /** The number of a filed asset; null when it is not filed. */
  idOf(contentHash: string): number | null {
    return this.#idOf.get(contentHash) ?? null;
  }

  /** The share of all rated assets whose score is worse, 0 … 1; null when too few are rated to say. */
  betterThan(score: number): number | null {
    const { rated, worse } = this.#rank.get(score) ?? { rated: 0, worse: 0 };
    return rated < fewestRated ? null : worse / rated;
  }

  count(filter: LibraryFilter): number {
    const conditions = conditionsOf(filter);
    const sql = `SELECT count(*) FROM asset_facts ${where(conditions)}`;
    return this.#database.prepare<(string | number)[], number>(sql).pluck().get(...valuesOf(conditions)) ?? 0;
  }

  async #divide(filter: LibraryFilter): Promise<Divided> {
    await this.#columns.follow();
    return divide(this.#columns, filter, await this.#holding(filter));
  }

  /** The ids that hold what is looked up in the tables: words and a seed. Null when nothing of the kind is asked for. */
  async #holding(filter: LibraryFilter): Promise<Uint8Array | null> {
    const lookUp = lookUpOf(filter);
    if (lookUp === null) return null;
    const found = new Uint8Array(this.#columns.end);
    const page = this.#database.prepare<(string | number)[], number>(lookUp.sql).pluck();
    for (let after = 0; ; ) {
      const ids = page.all(...lookUp.values, after, idsAtOnce);
      for (const id of ids) found[id] = 1;
      const last = ids.at(-1);
      if (last === undefined || ids.length < idsAtOnce) return found;
      after = last;
      await nextTurn();
    }
  }

  /** One question after the other: what is walked over must not change meanwhile. */
  #inTurn<T>(answer: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(answer);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
