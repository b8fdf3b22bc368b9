import { wordsOf } from '@shared/library/event-words';
import type { LibraryFilter } from '@shared/library/library-filter';

/** What a question adds to a statement: conditions on `asset_facts`, and their values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export function where(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
}

export function valuesOf(conditions: readonly Condition[]): (string | number)[] {
  return conditions.flatMap(({ values }) => values);
}

const facetColumns = ['project', 'tool', 'model', 'sampler', 'rated_by', 'not_rated', 'media', 'month', 'state', 'origin'] as const;

/** Facts that no column holds, in SQL. */
export const derivedColumns: Readonly<Record<string, string>> = {
  rated_by: "CASE WHEN own IS NOT NULL THEN 'own' WHEN score IS NOT NULL THEN 'measured' END",
};

/** Everything that must hold. */
export function conditionsOf(filter: LibraryFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values });
  conditions.push(...wordsIn(filter));
  for (const name of facetColumns) {
    const values = filter[name];
    if (values !== undefined && values.length > 0) add(`${derivedColumns[name] ?? name} IN (${values.map(() => '?').join(', ')})`, ...values);
  }
  if (filter.stars !== undefined && filter.stars.length > 0) {
    add(`stars IN (${filter.stars.map(() => '?').join(', ')})`, ...filter.stars.map(Number));
  }
  if (filter.lora !== undefined && filter.lora.length > 0) {
    add(`id IN (SELECT id FROM asset_loras WHERE lora IN (${filter.lora.map(() => '?').join(', ')}))`, ...filter.lora);
  }
  if (filter.issue !== undefined && filter.issue.length > 0) {
    add(`EXISTS (SELECT 1 FROM json_each(issues) WHERE value IN (${filter.issue.map(() => '?').join(', ')}))`, ...filter.issue);
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
  const query = matchOf(filter);
  return query === null ? [] : [{ sql: 'id IN (SELECT rowid FROM asset_words WHERE asset_words MATCH ?)', values: [query] }];
}

function matchOf({ words = '' }: LibraryFilter): string | null {
  const wanted = wordsOf(words);
  return wanted.length === 0 ? null : wanted.map((word) => `"${word}"*`).join(' ');
}

/** Asks for the ids that hold words and seed, behind an id, in order; null when neither is asked for. */
export function lookUpOf(filter: LibraryFilter): Condition | null {
  const query = matchOf(filter);
  if (filter.seed === undefined) {
    const sql = 'SELECT rowid FROM asset_words WHERE asset_words MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?';
    return query === null ? null : { sql, values: [query] };
  }
  const conditions = conditionsOf({ seed: filter.seed, ...(query !== null && { words: filter.words }) });
  return { sql: `SELECT id FROM asset_facts ${where(conditions)} AND id > ? ORDER BY id LIMIT ?`, values: valuesOf(conditions) };
}
