/** The 64 bits are looked at in four parts of sixteen. */
export const parts = 4;
const partBits = 16;
export const partSize = 1 << partBits;

/** Hashes of 64 bits by number, in two columns of 32. */
export class Hashes {
  high = new Uint32Array(1_024);
  low = new Uint32Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a hash, and says its number. */
  add(high: number, low: number): number {
    if (this.#length === this.high.length) [this.high, this.low] = [twice(this.high), twice(this.low)];
    this.high[this.#length] = high;
    this.low[this.#length] = low;
    this.#length += 1;
    return this.#length - 1;
  }

  part(part: number, number: number): number {
    const half = (part < 2 ? this.high[number] : this.low[number]) as number;
    return part % 2 === 0 ? half >>> partBits : half & (partSize - 1);
  }
}

export function twice(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const into = new Uint32Array(from.length * 2);
  into.set(from);
  return into;
}

/** How many bits of 32 are set. */
export function bitsOf(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const masks = new Map<number, Uint16Array>();

/** What may differ in a part, when so many bits may. */
export function masksUpTo(bits: number): Uint16Array {
  let made = masks.get(bits);
  if (made === undefined) {
    made = Uint16Array.from({ length: partSize }, (_, mask) => mask).filter((mask) => bitsOf(mask) <= bits);
    masks.set(bits, made);
  }
  return made;
}

/**
 * In how many bits a part may differ. With `bits` = 4 r + a that is r in the first a + 1 parts and one less in the others:
 * if all of them differed in more, it would be more than `bits` together.
 */
export function radiusOf(part: number, bits: number): number {
  return Math.floor(bits / parts) - Number(part > bits % parts);
}
