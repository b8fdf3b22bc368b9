import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LibrarySort } from '@shared/library/library-filter';
import type { Database, Statement } from 'better-sqlite3';

/** The columns by which the library is sorted. */
export const sortColumns: Readonly<Record<LibrarySort['by'], string>> = {
  filed: 'filed_sequence',
  made: 'made_on',
  stars: 'stars',
  score: 'score',
  aesthetic: 'aesthetic',
  preference: 'elo',
  size: 'file_size',
  pixels: 'pixels',
  name: 'name',
};

type Row = readonly [id: number, value: string | number, filed_sequence: number];

interface Kept {
  readonly position: number;
  /** Ascending. */
  readonly having: Uint32Array;
  /** Those that have no such value, in the order in which they were filed. */
  readonly lacking: Uint32Array;
}

/** So many ids are read before the turn is over: a few milliseconds. */
const idsAtOnce = 5_000;

/** The ids of all filed assets in the order of a column, kept until something changes. */
export class AssetOrders {
  readonly #database: Database;
  readonly #kept = new Map<LibrarySort['by'], Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Each id once, as long as nothing is filed or unfiled while they are read. @param position the event up to which is known of */
  async *ids({ by, descending }: LibrarySort, position: number): AsyncGenerator<Uint32Array> {
    let kept = this.#kept.get(by);
    if (kept?.position !== position) {
      kept = { position, having: await this.#read(by, false), lacking: by === 'filed' ? new Uint32Array(0) : await this.#read(by, true) };
      this.#kept.set(by, kept);
    }
    for (const part of [kept.having, kept.lacking]) yield descending ? part.toReversed() : part;
  }

  async #read(by: LibrarySort['by'], lacking: boolean): Promise<Uint32Array> {
    const column = sortColumns[by];
    const key = lacking ? 'filed_sequence' : column;
    const beyond = key === 'filed_sequence' ? 'filed_sequence > @filed' : `(${key}, filed_sequence) > (@value, @filed)`;
    const order = key === 'filed_sequence' ? 'filed_sequence' : `${key}, filed_sequence`;
    const select = `SELECT id, ${key}, filed_sequence FROM asset_facts WHERE ${column} IS ${lacking ? '' : 'NOT '}NULL`;
    const first: Statement<[], Row> = this.#database.prepare<[], Row>(`${select} ORDER BY ${order} LIMIT ${idsAtOnce}`).raw();
    const next = this.#database
      .prepare<[{ value: string | number; filed: number }], Row>(`${select} AND ${beyond} ORDER BY ${order} LIMIT ${idsAtOnce}`)
      .raw();
    const pages: Uint32Array[] = [];
    for (let page = first.all(); page.length > 0; ) {
      pages.push(Uint32Array.from(page, ([id]) => id));
      const last = page.at(-1);
      if (page.length < idsAtOnce || last === undefined) break;
      await nextTurn();
      page = next.all({ value: last[1], filed: last[2] });
    }
    return joined(pages);
  }
}

function joined(pages: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(pages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const page of pages) {
    all.set(page, at);
    at += page.length;
  }
  return all;
}
