import { crc32 } from 'node:zlib';

/** Numbers 0 ≤ n < 1. */
export type Random = () => number;

const bytesThatMatter = [0, 1, 0x7f, 0x80, 0xfe, 0xff, 0x22, 0x7b, 0x5b, 0x30] as const;
const wordsThatMatter = [
  0, 1, 2, 0x7f, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
] as const;

const below = (random: Random, end: number): number => Math.floor(random() * end);
const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)] as T;

type Mutation = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer;

const inPlace = (change: (bytes: Buffer, at: number, random: Random) => void): Mutation => (bytes, random) => {
  if (bytes.length > 0) change(bytes, below(random, bytes.length), random);
  return bytes;
};

const word = (size: 2 | 4, write: (bytes: Buffer, value: number, at: number) => void): Mutation =>
  inPlace((bytes, at, random) => {
    const value = oneOf(random, wordsThatMatter);
    if (at + size <= bytes.length) write(bytes, size === 2 ? value & 0xffff : value, at);
  });

/** Small hurts are the commonest: a file that is mostly right gets deepest into a decoder. */
const mutations: readonly Mutation[] = [
  inPlace((bytes, at, random) => { bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8)); }),
  inPlace((bytes, at, random) => { bytes[at] = below(random, 256); }),
  inPlace((bytes, at, random) => { bytes[at] = oneOf(random, bytesThatMatter); }),
  word(2, (bytes, value, at) => bytes.writeUInt16BE(value, at)),
  word(2, (bytes, value, at) => bytes.writeUInt16LE(value, at)),
  word(4, (bytes, value, at) => bytes.writeUInt32BE(value, at)),
  word(4, (bytes, value, at) => bytes.writeUInt32LE(value, at)),
  inPlace((bytes, at, random) => { bytes.fill(oneOf(random, bytesThatMatter), at, Math.min(bytes.length, at + below(random, 24))); }),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 40))]);
  },
  (bytes, random) => {
    const [at, length] = [below(random, bytes.length + 1), 1 + below(random, 64)];
    const copies = Array.from({ length: 1 + below(random, 6) }, () => bytes.subarray(at, at + length));
    return Buffer.concat([bytes.subarray(0, at + length), ...copies, bytes.subarray(at + length)]);
  },
  (bytes, random, others) => {
    const other = oneOf(random, others);
    return Buffer.concat([bytes.subarray(0, below(random, bytes.length + 1)), other.subarray(below(random, other.length + 1))]);
  },
];

/** One mutant of one of the seeds: one to eight hurts, few more often than many. The same numbers give the same mutant. */
export function mutantOf(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes: Buffer = Buffer.from(oneOf(random, seeds));
  const hurts = 1 + Math.floor(random() ** 3 * 8);
  for (let i = 0; i < hurts; i += 1) bytes = oneOf(random, mutations)(bytes, random, seeds);
  return random() < 0.75 ? withRightSums(bytes) : bytes;
}

/** A PNG whose check sums are right again: without them a decoder throws most mutants away at the door. */
function withRightSums(bytes: Buffer): Buffer {
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== 0x8950_4e47) return bytes;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sum = at + 8 + length;
    if (sum + 4 > bytes.length) break;
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, sum)), sum);
    at = sum + 4;
  }
  return bytes;
}
