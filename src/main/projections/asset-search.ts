import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AssetRecord } from '@shared/library/asset-record';
import { wordsOf } from '@shared/library/event-words';
import type { FacetName, FacetValue, LibraryCursor, LibraryFacets, LibraryFilter, LibrarySort } from '@shared/library/library-filter';
import type { Database } from 'better-sqlite3';

/** What a question adds to a statement: conditions on `asset_facts`, and their values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

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

/** The columns by which the library is sorted. */
const sortColumns: Readonly<Record<LibrarySort['by'], string>> = {
  filed: 'filed_sequence',
  made: 'made_on',
  stars: 'stars',
  score: 'score',
  aesthetic: 'aesthetic',
  size: 'file_size',
  pixels: 'pixels',
  name: 'name',
};

/** So many values of a facet are offered at most. */
const longestFacet = 500;

/** Finds filed assets by words and facts, and counts how they divide. Works on a read-only connection, too. */
export class AssetSearch {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
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
    const conditions = conditionsOf(filter, null);
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
    const conditions = conditionsOf(filter, null);
    return this.#database
      .prepare<(string | number)[], string>(`SELECT content_hash FROM asset_facts ${where(conditions)} ORDER BY filed_sequence DESC LIMIT ?`)
      .pluck()
      .all(...valuesOf(conditions), limit);
  }

  /** Counts how the wanted assets divide: a few milliseconds at a time, so that everything else goes on meanwhile. */
  async facets(filter: LibraryFilter, names: readonly FacetName[]): Promise<LibraryFacets> {
    const empty: readonly FacetValue[] = [];
    const facets = {
      project: empty, tool: empty, model: empty, lora: empty, sampler: empty, stars: empty, media: empty, month: empty, state: empty,
    };
    const words = this.#lookUpWords(filter);
    const total = this.count(filter);
    for (const name of names) {
      await nextTurn();
      facets[name] = this.#divide(words === null ? conditionsOf(filter, name) : [words, ...conditionsOf({ ...filter, words: '' }, name)], name);
    }
    return { total, facets };
  }

  count(filter: LibraryFilter): number {
    const conditions = conditionsOf(filter, null);
    const sql = `SELECT count(*) FROM asset_facts ${where(conditions)}`;
    return this.#database.prepare<(string | number)[], number>(sql).pluck().get(...valuesOf(conditions)) ?? 0;
  }

  /** Words are looked up once for all facets, not once for each. */
  #lookUpWords(filter: LibraryFilter): Condition | null {
    const [words] = wordsIn(filter);
    if (words === undefined) return null;
    const ids = this.#database.prepare<(string | number)[], number>(`SELECT id FROM asset_facts WHERE ${words.sql}`).pluck().all(...words.values);
    return { sql: 'id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] };
  }

  #divide(conditions: readonly Condition[], name: FacetName): FacetValue[] {
    const order = name === 'month' || name === 'stars' ? 'value DESC' : 'count DESC, value';
    const from = name === 'lora' ? 'asset_loras JOIN asset_facts USING (id)' : 'asset_facts';
    return this.#database
      .prepare<(string | number)[], FacetValue>(
        `SELECT CAST(${name} AS TEXT) AS value, count(*) AS count FROM ${from}
         ${where([...conditions, { sql: `${name} IS NOT NULL`, values: [] }])} GROUP BY ${name} ORDER BY ${order} LIMIT ${longestFacet}`,
      )
      .all(...valuesOf(conditions));
  }
}

function where(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
}

function valuesOf(conditions: readonly Condition[]): (string | number)[] {
  return conditions.flatMap(({ values }) => values);
}

const facetColumns = ['project', 'tool', 'model', 'sampler', 'media', 'month', 'state'] as const;

/** Everything that must hold. A facet that is being divided leaves its own choice out. */
function conditionsOf(filter: LibraryFilter, dividing: FacetName | null): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values });
  conditions.push(...wordsIn(filter));
  for (const name of facetColumns) {
    const values = filter[name];
    if (values !== undefined && values.length > 0 && name !== dividing) add(`${name} IN (${values.map(() => '?').join(', ')})`, ...values);
  }
  if (filter.stars !== undefined && filter.stars.length > 0 && dividing !== 'stars') {
    add(`stars IN (${filter.stars.map(() => '?').join(', ')})`, ...filter.stars.map(Number));
  }
  if (filter.lora !== undefined && filter.lora.length > 0 && dividing !== 'lora') {
    add(`id IN (SELECT id FROM asset_loras WHERE lora IN (${filter.lora.map(() => '?').join(', ')}))`, ...filter.lora);
  }
  if (filter.seed !== undefined) add('seed = ?', filter.seed);
  if (filter.made_from !== undefined) add('made_on >= ?', filter.made_from);
  if (filter.made_to !== undefined) add('made_on <= ?', filter.made_to);
  if (filter.longer_side_from !== undefined) add('longer_side >= ?', filter.longer_side_from);
  if (filter.longer_side_to !== undefined) add('longer_side <= ?', filter.longer_side_to);
  if (filter.score_from !== undefined) add('score >= ?', filter.score_from);
  if (filter.score_to !== undefined) add('score < ?', filter.score_to);
  return conditions;
}

/** Each word is quoted, so nothing of it is taken for the search language. */
function wordsIn(filter: LibraryFilter): Condition[] {
  const words = wordsOf(filter.words ?? '');
  const query = words.map((word) => `"${word}"*`).join(' ');
  return words.length === 0 ? [] : [{ sql: 'id IN (SELECT rowid FROM asset_words WHERE asset_words MATCH ?)', values: [query] }];
}
