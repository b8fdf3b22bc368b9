import { bitsOf, type Hashes, masksUpTo, parts, partSize, radiusOf, twice } from './stacks-hashes';
import type { Breathe } from './stacks-in-turns';

/** Neighbours that are remembered of a hash at least, if it has as many: twice as many as a stack holds. */
const remembered = 200;
/** So many new hashes are compared with all others; of more it costs less to begin anew. */
const fewNew = 256;
const comparedAtOnce = 4_096;
const valuesAtOnce = 16;

/** A part of all hashes in the order of its values, so that those with one value lie side by side. */
interface Sorted {
  readonly numbers: Uint32Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Where each value begins. */
  readonly starts: Uint32Array;
}

/**
 * Which hashes lie within a distance of each other. After M. Norouzi, A. Punjani and D. J. Fleet, "Fast Search in Hamming
 * Space with Multi-Index Hashing" (2012): two hashes within `d` bits agree within about `d / 4` in one of four parts, so only
 * those are compared that nearly share a part.
 */
export class Neighbours {
  readonly #bits: number;
  readonly #hashes: Hashes;
  /** Hashes that are taken in. */
  #upTo = 0;
  /** The newest entry of each hash, one higher than its place; each entry tells the one before it. */
  #newest = new Uint32Array(1_024);
  #degree = new Uint32Array(1_024);
  #other = new Uint32Array(1_024);
  #before = new Uint32Array(1_024);
  #distance = new Uint32Array(1_024);
  #entries = 0;

  constructor(hashes: Hashes, bits: number) {
    this.#hashes = hashes;
    this.#bits = bits;
  }

  /** Takes in what was added, a few milliseconds at a time. */
  async follow(breathe: Breathe): Promise<void> {
    const { length } = this.#hashes;
    while (this.#newest.length < length) [this.#newest, this.#degree] = [twice(this.#newest), twice(this.#degree)];
    if (length - this.#upTo > fewNew) {
      this.#newest.fill(0);
      this.#degree.fill(0);
      this.#entries = 0;
      for (let part = 0; part < parts; part += 1) await this.#join(part, length, breathe);
    } else {
      for (let number = this.#upTo; number < length; number += 1) await this.#compare(number, breathe);
    }
    this.#upTo = length;
  }

  has(number: number): boolean {
    return this.#newest[number] !== 0;
  }

  /** Tells of those within the distance of one. */
  of(number: number, visit: (other: number, distance: number) => void): void {
    for (let entry = this.#newest[number] as number; entry !== 0; entry = this.#before[entry - 1] as number) {
      visit(this.#other[entry - 1] as number, this.#distance[entry - 1] as number);
    }
  }

  /** With everything that was there before it. */
  async #compare(number: number, breathe: Breathe): Promise<void> {
    for (let from = 0; from < number; from += comparedAtOnce) {
      const to = Math.min(number, from + comparedAtOnce);
      for (let other = from; other < to; other += 1) {
        const distance = this.#between(number, other);
        if (distance <= this.#bits) this.#note(number, other, distance);
      }
      await breathe();
    }
  }

  /** All with all that nearly share a part. */
  async #join(part: number, length: number, breathe: Breathe): Promise<void> {
    const radius = radiusOf(part, this.#bits);
    if (radius < 0) return;
    const sorted = sortedBy(this.#hashes, part, length);
    const masks = masksUpTo(radius);
    for (let value = 0; value < partSize; value += 1) {
      if (value % valuesAtOnce === 0) await breathe();
      if (sorted.starts[value] === sorted.starts[value + 1]) continue;
      for (let at = 0; at < masks.length; at += 1) {
        const near = value ^ (masks[at] as number);
        if (near >= value) this.#joinValues(sorted, value, near, part);
      }
    }
  }

  #joinValues({ numbers, high, low, starts }: Sorted, value: number, near: number, part: number): void {
    const end = starts[near + 1] as number;
    for (let a = starts[value] as number; a < (starts[value + 1] as number); a += 1) {
      const [highA, lowA] = [high[a] as number, low[a] as number];
      for (let b = value === near ? a + 1 : (starts[near] as number); b < end; b += 1) {
        const distance = bitsOf((high[b] as number) ^ highA) + bitsOf((low[b] as number) ^ lowA);
        if (distance <= this.#bits) this.#noteOnce(numbers[a] as number, numbers[b] as number, { distance, part });
      }
    }
  }

  /** Two that nearly share several parts meet in each of them; the first counts. */
  #noteOnce(a: number, b: number, { distance, part }: { distance: number; part: number }): void {
    for (let earlier = 0; earlier < part; earlier += 1) {
      if (bitsOf(this.#hashes.part(earlier, a) ^ this.#hashes.part(earlier, b)) <= radiusOf(earlier, this.#bits)) return;
    }
    this.#note(a, b, distance);
  }

  #note(a: number, b: number, distance: number): void {
    // In a crowd where thousands look the same each would be a neighbour of thousands.
    if ((this.#degree[a] as number) >= remembered && (this.#degree[b] as number) >= remembered) return;
    this.#enter(a, b, distance);
    this.#enter(b, a, distance);
  }

  #enter(number: number, other: number, distance: number): void {
    if (this.#entries === this.#other.length) {
      [this.#other, this.#before, this.#distance] = [twice(this.#other), twice(this.#before), twice(this.#distance)];
    }
    this.#other[this.#entries] = other;
    this.#distance[this.#entries] = distance;
    this.#before[this.#entries] = this.#newest[number] as number;
    this.#entries += 1;
    this.#newest[number] = this.#entries;
    this.#degree[number] = (this.#degree[number] as number) + 1;
  }

  #between(a: number, b: number): number {
    const { high, low } = this.#hashes;
    return bitsOf((high[a] as number) ^ (high[b] as number)) + bitsOf((low[a] as number) ^ (low[b] as number));
  }
}

function sortedBy(hashes: Hashes, part: number, length: number): Sorted {
  const starts = new Uint32Array(partSize + 1);
  for (let number = 0; number < length; number += 1) {
    const after = hashes.part(part, number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let value = 0; value < partSize; value += 1) starts[value + 1] = (starts[value + 1] as number) + (starts[value] as number);
  const next = starts.slice();
  const [numbers, high, low] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  for (let number = 0; number < length; number += 1) {
    const value = hashes.part(part, number);
    const at = next[value] as number;
    next[value] = at + 1;
    numbers[at] = number;
    high[at] = hashes.high[number] as number;
    low[at] = hashes.low[number] as number;
  }
  return { numbers, high, low, starts };
}
