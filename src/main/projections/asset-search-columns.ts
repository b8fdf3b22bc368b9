import type { Database, Statement } from 'better-sqlite3';
import { type FacetName, facetNames } from '@shared/library/library-filter';
import { derivedColumns } from './asset-search-conditions';
import { breather } from './stacks-in-turns';

/** Facets of which a picture may have several values. */
export const multiFacets = ['lora', 'issue'] as const;
export type MultiFacet = (typeof multiFacets)[number];
/** Facets of which a picture has one value at most. */
export type SingleFacet = Exclude<FacetName, MultiFacet>;
export const singleFacets = facetNames.filter((name): name is SingleFacet => !multiFacets.some((multi) => multi === name));

const numbers = ['longer_side', 'score', 'made_day', 'filed_day', 'ratio', 'own'] as const;
type NumberColumn = (typeof numbers)[number];

/** So many rows are read at a time: a few milliseconds. */
const rowsAtOnce = 500;
const dayMs = 86_400_000;
const none = Number.NaN;
const noValues: readonly number[] = [];

/** Values with a number for each. 0 stands for none. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #codes = new Map<string, number>();

  codeOf(value: string | number | null): number {
    if (value === null) return 0;
    const text = String(value);
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.values.length);
    return this.values.push(text) - 1;
  }

  /** The number of a value that may not have been met; null then. */
  find(value: string): number | null {
    return this.#codes.get(value) ?? null;
  }
}

type Row = readonly [
  id: number, changed: number, made_on: string | null, filed_at: number, longer_side: number | null, score: number | null, ratio: number,
  own: number | null, issues: string | null,
  ...facets: (string | number | null)[],
];

/**
 * The facts of all filed assets as columns in memory, so that a question about all of them is a walk over a few arrays.
 * Follows the tables; rows are found by the event that changed them last.
 */
export class AssetColumns {
  readonly #rows: Statement<[number, number], Row>;
  readonly #loras: Statement<[number, number], [number, string]>;
  readonly #left: Statement<[number], { sequence: number; id: number }>;
  #position = 0;
  /** One more than the highest id. */
  #end = 0;
  #count = 0;
  #present = new Uint8Array(0);
  #numbers: Record<NumberColumn, Float64Array> = perName(numbers, () => new Float64Array(0));
  #codes: Record<SingleFacet, Uint32Array> = perName(singleFacets, () => new Uint32Array(0));
  readonly #lorasOf = new Map<number, readonly number[]>();
  /** The issues of a picture together have a number: there are few combinations. */
  #issues = new Uint32Array(0);
  readonly #combinations = new Dictionary();
  readonly #issuesOf: (readonly number[])[] = [noValues];
  readonly dictionaries: Readonly<Record<FacetName, Dictionary>> = perName(facetNames, () => new Dictionary());

  constructor(database: Database) {
    const facets = singleFacets.map((name) => derivedColumns[name] ?? name);
    const fields = `id, changed, made_on, filed_at, longer_side, score, ratio, own, issues, ${facets.join(', ')}`;
    this.#rows = database
      .prepare<[number, number], Row>(`SELECT ${fields} FROM asset_facts WHERE changed > ? ORDER BY changed LIMIT ?`)
      .raw();
    this.#loras = database
      .prepare<[number, number], [number, string]>('SELECT id, lora FROM asset_facts JOIN asset_loras USING (id) WHERE changed > ? AND changed <= ?')
      .raw();
    this.#left = database.prepare('SELECT sequence, id FROM asset_left WHERE sequence > ? ORDER BY sequence');
  }

  /** The event up to which everything is taken in. */
  get position(): number {
    return this.#position;
  }

  get end(): number {
    return this.#end;
  }

  /** How many assets are filed. */
  get count(): number {
    return this.#count;
  }

  /** 1 for each id that is filed. */
  get present(): Uint8Array {
    return this.#present;
  }

  number(name: NumberColumn): Float64Array {
    return this.#numbers[name];
  }

  codes(name: SingleFacet): Uint32Array {
    return this.#codes[name];
  }

  /** The values of a picture in a facet of which it may have several. */
  several(name: MultiFacet, id: number): readonly number[] {
    return (name === 'lora' ? this.#lorasOf.get(id) : this.#issuesOf[this.#issues[id] ?? 0]) ?? noValues;
  }

  /** Takes in what has changed, a few milliseconds at a time. */
  async follow(): Promise<void> {
    const breathe = breather();
    while (!this.#followPage()) await breathe();
  }

  /** Whether everything has been taken in. A page is read at one moment, so that leaving and coming back are in order. */
  #followPage(): boolean {
    const page = this.#rows.all(this.#position, rowsAtOnce);
    const isLast = page.length < rowsAtOnce;
    // A comparison changes two: they are taken in together.
    const rows = isLast ? page : page.filter(([, changed]) => changed !== page.at(-1)?.[1]);
    const newest = rows.at(-1)?.[1] ?? this.#position;
    // Those that left and came back stand among the rows, with a later event.
    let left = 0;
    for (const { sequence, id } of this.#left.all(this.#position)) {
      if (!isLast && sequence > newest) break;
      this.#drop(id);
      left = sequence;
    }
    for (const row of rows) this.#take(row);
    for (const [id, lora] of this.#loras.all(this.#position, newest)) {
      this.#lorasOf.set(id, [...this.several('lora', id), this.dictionaries.lora.codeOf(lora)]);
    }
    this.#position = Math.max(newest, left);
    return isLast;
  }

  #take([id, , made_on, filed_at, longer_side, score, ratio, own, issues, ...facets]: Row): void {
    if (id >= this.#present.length) this.#grow(id + 1);
    this.#end = Math.max(this.#end, id + 1);
    if (this.#present[id] === 0) this.#count += 1;
    this.#present[id] = 1;
    this.#numbers.longer_side[id] = longer_side ?? none;
    this.#numbers.score[id] = score ?? none;
    this.#numbers.made_day[id] = made_on === null ? none : Date.parse(made_on) / dayMs;
    this.#numbers.filed_day[id] = localDay(filed_at * 1_000);
    this.#numbers.ratio[id] = ratio;
    this.#numbers.own[id] = own ?? none;
    this.#issues[id] = this.#combinationOf(issues);
    singleFacets.forEach((name, at) => { this.#codes[name][id] = this.dictionaries[name].codeOf(facets[at] ?? null); });
    this.#lorasOf.delete(id);
  }

  #combinationOf(issues: string | null): number {
    const code = this.#combinations.codeOf(issues);
    this.#issuesOf[code] ??= (JSON.parse(issues ?? '[]') as string[]).map((issue) => this.dictionaries.issue.codeOf(issue));
    return code;
  }

  #drop(id: number): void {
    if (this.#present[id] !== 1) return;
    this.#present[id] = 0;
    this.#count -= 1;
    this.#lorasOf.delete(id);
  }

  #grow(wanted: number): void {
    const room = Math.max(1_024, wanted, Math.ceil(this.#present.length * 1.5));
    this.#present = grown(this.#present, new Uint8Array(room));
    this.#issues = grown(this.#issues, new Uint32Array(room));
    for (const name of numbers) this.#numbers[name] = grown(this.#numbers[name], new Float64Array(room));
    for (const name of singleFacets) this.#codes[name] = grown(this.#codes[name], new Uint32Array(room));
  }
}

function grown<A extends Uint8Array | Uint32Array | Float64Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

/** A record with a value made for each name. */
export function perName<N extends string, V>(names: readonly N[], make: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, V>;
}

/** The calendar day on this machine, as a number that grows by one each day. */
function localDay(ms: number): number {
  const offsetMs = new Date(ms).getTimezoneOffset() * 60_000;
  return Math.floor((ms - offsetMs) / dayMs);
}
