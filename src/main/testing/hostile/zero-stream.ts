import { constants, deflateRawSync } from 'node:zlib';

const segmentBytes = 8 * 1024 * 1024;
let segment: Buffer | undefined;

/** A zlib stream of so many zeros, about a thousandth of their size. Made of copies, so a gigabyte takes no longer than a megabyte. */
export function zeroStream(bytes: number): Buffer {
  // What ends in a full flush refers to nothing before it, so it can stand any number of times.
  segment ??= deflateRawSync(Buffer.alloc(segmentBytes), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const whole = Math.floor(bytes / segmentBytes);
  const rest = deflateRawSync(Buffer.alloc(bytes % segmentBytes), { level: 9 });
  const sum = Buffer.alloc(4);
  // Adler-32 of zeros: the first half stays 1, the second counts the bytes.
  sum.writeUInt32BE((bytes % 65_521) * 65_536 + 1);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: whole }, () => segment ?? rest), rest, sum]);
}
