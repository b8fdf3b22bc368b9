import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AssetRecord } from '@shared/library/asset-record';
import type { ChosenFacts, ValueCount } from '@shared/library/chosen-facts';
import type { Database, Statement } from 'better-sqlite3';

/** So many are looked up before the turn is over: some ten milliseconds. */
const atOnce = 5_000;
const valuesTold = 8;

interface Row {
  readonly tool: string;
  readonly model: string | null;
  readonly project: string;
  readonly media: string;
  readonly stars: number;
  readonly n: number;
  readonly own: number;
  readonly bytes: number;
  readonly smallest: number | null;
  readonly largest: number | null;
}

/** Many filed assets at once, by number. Those that are filed no more are left out. */
export class ChosenAssets {
  readonly #facts: Statement<[string], Row>;
  readonly #hashes: Statement<[string], { id: number; content_hash: string }>;
  readonly #records: Statement<[string], { id: number; record: string }>;

  constructor(database: Database) {
    const chosen = 'WHERE id IN (SELECT value FROM json_each(?))';
    this.#facts = database.prepare(
      `SELECT tool, model, project, media, stars, count(*) AS n, count(own) AS own, sum(file_size) AS bytes,
         min(longer_side) AS smallest, max(longer_side) AS largest
       FROM asset_facts ${chosen} GROUP BY tool, model, project, media, stars`,
    );
    this.#hashes = database.prepare(`SELECT id, content_hash FROM asset_facts ${chosen}`);
    this.#records = database.prepare(`SELECT id, record FROM asset_facts JOIN assets USING (content_hash) ${chosen}`);
  }

  async facts(ids: readonly number[]): Promise<ChosenFacts> {
    const rows: Row[] = [];
    for await (const part of parts(ids)) rows.push(...this.#facts.all(part));
    const sum = (count: (row: Row) => number) => rows.reduce((total, row) => total + count(row), 0);
    const sides = rows.flatMap(({ smallest, largest }) => [smallest ?? [], largest ?? []].flat());
    const stars = new Map(countBy(rows, (row) => String(row.stars)).map(({ value, count }) => [value, count]));
    return {
      pictures: sum(({ n }) => n),
      videos: sum(({ n, media }) => (media === 'video' ? n : 0)),
      bytes: sum(({ bytes }) => bytes),
      smallest: sides.length === 0 ? null : Math.min(...sides),
      largest: sides.length === 0 ? null : Math.max(...sides),
      tools: countBy(rows, ({ tool }) => tool).slice(0, valuesTold),
      models: countBy(rows, ({ model }) => model ?? '').slice(0, valuesTold),
      projects: countBy(rows, ({ project }) => project).slice(0, valuesTold),
      ratings: ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, count: stars.get(value) ?? 0 })),
      own: sum(({ own }) => own),
    };
  }

  /** Their hashes, in the same order. */
  async hashes(ids: readonly number[]): Promise<string[]> {
    const found = new Map<number, string>();
    for await (const part of parts(ids)) for (const { id, content_hash } of this.#hashes.all(part)) found.set(id, content_hash);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Their records, in the same order: of a few thousand at most. */
  records(ids: readonly number[]): AssetRecord[] {
    const found = new Map(this.#records.all(JSON.stringify(ids)).map(({ id, record }) => [id, record]));
    return ids.flatMap((id) => found.get(id) ?? []).map((record) => JSON.parse(record) as AssetRecord);
  }
}

async function* parts(ids: readonly number[]): AsyncGenerator<string> {
  const once = [...new Set(ids)];
  for (let at = 0; at < once.length; at += atOnce) {
    if (at > 0) await nextTurn();
    yield JSON.stringify(once.slice(at, at + atOnce));
  }
}

function countBy(rows: readonly Row[], valueOf: (row: Row) => string): ValueCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + row.n);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
