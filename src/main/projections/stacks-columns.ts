import { Hashes } from './stacks-hashes';

/** What decides which of several pictures is the best. */
export interface Merits {
  /** A person's own stars; null when they gave none. */
  readonly own: number | null;
  /** BRISQUE, 0 clean … 100 poor. */
  readonly score: number | null;
  readonly pixels: number | null;
  /** Bytes. */
  readonly file_size: number;
}

const none = -1;
/** Without stars of one's own a picture stands between those that were given three and those that were given two. */
const withoutOwn = 2.5;
const columns = ['own', 'score', 'pixels', 'size', 'node', 'next', 'known', 'present'] as const;
type Columns = Record<(typeof columns)[number], Float64Array>;

/** Pictures by number, with what they show. Those that show exactly the same share a node. */
export class StackColumns {
  readonly hashes = new Hashes();
  readonly #nodes = new Map<string, number>();
  /** The newest picture of each node; the one before it stands in `next`. */
  readonly #newest: number[] = [];
  #columns = emptyColumns(1_024);
  #end = 0;
  #present = 0;
  #known = 0;

  /** Pictures that are there, and those of them of which it is known what they show. */
  get counts(): { readonly present: number; readonly known: number } {
    return { present: this.#present, known: this.#known };
  }

  /** One more than the highest number. */
  get end(): number {
    return this.#end;
  }

  /** Takes in a picture, or what has changed of it. */
  put(id: number, { own, score, pixels, file_size }: Merits): void {
    if (id >= this.#columns.own.length) this.#columns = grown(this.#columns, id + 1);
    const { present, known } = this.#columns;
    this.#end = Math.max(this.#end, id + 1);
    this.#columns.own[id] = own ?? withoutOwn;
    this.#columns.score[id] = score ?? Number.POSITIVE_INFINITY;
    this.#columns.pixels[id] = pixels ?? 0;
    this.#columns.size[id] = file_size;
    if (present[id] === 1) return;
    present[id] = 1;
    this.#present += 1;
    this.#known += known[id] as number;
  }

  /** Says what a picture shows: sixteen hexadecimal digits, or null when nothing can be said. It stays so. */
  show(id: number, phash: string | null): void {
    const { known, present, node, next } = this.#columns;
    if (known[id] !== 0) return;
    known[id] = 1;
    this.#known += present[id] as number;
    if (phash === null) return;
    const at = this.#nodes.get(phash) ?? this.hashes.add(Number.parseInt(phash.slice(0, 8), 16), Number.parseInt(phash.slice(8), 16));
    this.#nodes.set(phash, at);
    node[id] = at;
    next[id] = this.#newest[at] ?? none;
    this.#newest[at] = id;
  }

  drop(id: number): void {
    const { present, known } = this.#columns;
    if (present[id] !== 1) return;
    present[id] = 0;
    this.#present -= 1;
    this.#known -= known[id] as number;
  }

  nodeOf(id: number): number {
    return this.#columns.node[id] as number;
  }

  /** Pictures that show exactly the same, those included that are gone. */
  *ofNode(node: number): Generator<number> {
    for (let id = this.#newest[node] ?? none; id !== none; id = this.#columns.next[id] as number) yield id;
  }

  isPresent(id: number): boolean {
    return this.#columns.present[id] === 1;
  }

  /** The pictures that are there and in a node of which something holds. */
  where(holds: (node: number) => boolean): Uint32Array<ArrayBuffer> {
    const { present, node } = this.#columns;
    const found = new Uint32Array(this.#present);
    let length = 0;
    for (let id = 0; id < this.#end; id += 1) {
      if (present[id] === 1 && node[id] !== none && holds(node[id] as number)) found[length++] = id;
    }
    return found.slice(0, length);
  }

  isAlone(node: number): boolean {
    const newest = this.#newest[node];
    return newest === undefined || this.#columns.next[newest] === none;
  }

  /** Behind a number the first pictures of which it is not known what they show. */
  unknownAfter(after: number, limit: number): number[] {
    const { present, known } = this.#columns;
    const found: number[] = [];
    for (let id = after + 1; id < this.#end && found.length < limit; id += 1) if (present[id] === 1 && known[id] === 0) found.push(id);
    return found;
  }

  /** The better one first: own stars, then the cleaner score, then more pixels, then the larger file. */
  readonly compare = (a: number, b: number): number => {
    const { own, score, pixels, size } = this.#columns;
    return order(own[b], own[a]) || order(score[a], score[b]) || order(pixels[b], pixels[a]) || order(size[b], size[a]) || a - b;
  };
}

function order(a = 0, b = 0): number {
  return a < b ? -1 : Number(a > b);
}

function emptyColumns(room: number): Columns {
  const made = Object.fromEntries(columns.map((name) => [name, new Float64Array(room)])) as Columns;
  made.node.fill(none);
  return made;
}

function grown(from: Columns, wanted: number): Columns {
  const into = emptyColumns(Math.max(wanted, Math.ceil(from.own.length * 1.5)));
  for (const name of columns) into[name].set(from[name]);
  return into;
}
