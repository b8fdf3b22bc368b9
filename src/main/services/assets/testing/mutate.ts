/** Numbers 0 <= n < 1, the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

interface Dice {
  readonly below: (most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

const dice = (random: () => number): Dice => {
  const below = (most: number) => Math.floor(random() * most);
  return {
    below,
    one: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
  };
};

const LIES = [0, 1, 2, 7, 8, 15, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0xff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff];
const TEXTS = ['{', '[', '"', '\0', '{"a":', '\\u0000', 'NaN', '<lora:', 'Steps: ', ', Seed: '];

/** Places at which parts of any container may begin: before four letters, at a JPEG marker, at an EBML id. */
const seams = (bytes: Uint8Array): number[] => {
  const found = [0];
  const isLetter = (at: number) => {
    const byte = bytes[at] ?? 0;
    return (byte | 32) >= 97 && (byte | 32) <= 122;
  };
  for (let at = 4; at + 4 < bytes.length && found.length < 500; at++) {
    const marks = bytes[at] === 0xff && (bytes[at + 1] ?? 0) >= 0xc0;
    const begins = isLetter(at) && isLetter(at + 1) && isLetter(at + 2) && isLetter(at + 3) && bytes[at - 4] === 0;
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const isElement = bytes[at] === 0x1a || pair === 0x67c8 || pair === 0x7373;
    if (begins) found.push(at - 4, at);
    else if (marks || isElement) found.push(at);
  }
  return [...found, bytes.length];
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Two seams in order, and the bytes before, between and behind them. */
const piece = (bytes: Uint8Array, { one }: Dice): [Uint8Array, Uint8Array, Uint8Array] => {
  const all = seams(bytes);
  const [from, to] = [one(all), one(all)].sort((a, b) => a - b);
  return [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
};

type Mutation = (bytes: Uint8Array, dice: Dice, other: () => Uint8Array) => Uint8Array;

const mutations: readonly Mutation[] = [
  // bits
  (bytes, { below }) => {
    const out = Uint8Array.from(bytes);
    for (let flips = 1 + below(8); flips > 0; flips--) {
      const at = below(out.length);
      out[at] = (out[at] ?? 0) ^ (1 << below(8));
    }
    return out;
  },
  // the file ends early
  (bytes, { below }) => bytes.slice(0, below(bytes.length + 1)),
  // a length that lies, of two, four or eight bytes in either order
  (bytes, { below, one }) => {
    const out = Buffer.from(bytes);
    const at = Math.min(below(2) === 0 ? one(seams(bytes)) : below(out.length), Math.max(0, out.length - 8));
    const lie = one([...LIES, bytes.length, bytes.length - at, bytes.length - at + 1]);
    const width = Math.min(one([2, 4, 8]), out.length - at);
    const isLittle = below(2) === 0;
    for (let byte = 0, rest = lie; byte < width; byte++, rest = Math.floor(rest / 256)) {
      out[isLittle ? at + byte : at + width - 1 - byte] = rest & 255;
    }
    return new Uint8Array(out);
  },
  // a part twice, or a hundred times
  (bytes, roll) => {
    const [before, part, after] = piece(bytes, roll);
    const times = part.length < 500 ? roll.one([2, 2, 3, 100]) : 2;
    return join(before, ...Array.from({ length: times }, () => part), after);
  },
  // a part elsewhere
  (bytes, roll) => {
    const [before, part, after] = piece(bytes, roll);
    const rest = join(before, after);
    const at = roll.one(seams(rest));
    return join(rest.subarray(0, at), part, rest.subarray(at));
  },
  // a part gone
  (bytes, roll) => {
    const [before, , after] = piece(bytes, roll);
    return join(before, after);
  },
  // two files in one
  (bytes, { below, one }, other) => {
    const second = other();
    const [cut, from] = below(2) === 0 ? [one(seams(bytes)), one(seams(second))] : [below(bytes.length), below(second.length)];
    return join(bytes.subarray(0, cut), second.subarray(from));
  },
  // text where text may be
  (bytes, { below, one }) => {
    const at = below(bytes.length);
    const text = Buffer.from(one(TEXTS).repeat(one([1, 1, 2, 400])));
    const isInserted = below(2) === 0;
    return join(bytes.subarray(0, at), text, bytes.subarray(isInserted ? at : at + text.length));
  },
];

/** One to four mutations of one of the seeds, the same for the same number. Splices may take a part of any of `others`. */
export const mutantOf = (seeds: readonly Uint8Array[], others: readonly Uint8Array[], number: number): Uint8Array => {
  const roll = dice(randomFrom(number));
  let bytes = roll.one(seeds);
  for (let left = 1 + roll.below(4); left > 0 && bytes.length > 16; left--) {
    bytes = roll.one(mutations)(bytes, roll, () => roll.one(others));
  }
  return bytes;
};
