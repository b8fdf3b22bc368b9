import { readFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;

/** One version of a page. */
export interface WalPage {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * The pages of the current round of a write-ahead log, in the order in which they were written. The last transaction may
 * lack its end, by a crash or by damage: nothing tells which, so what can be read of it is taken to have happened.
 */
export function walPages(file: string, pageSize: number): readonly WalPage[] {
  const wal = readFileSync(file);
  const frame = frameHeaderBytes + pageSize;
  const count = Math.max(0, Math.floor((wal.length - headerBytes) / frame));
  const starts = Array.from({ length: count }, (_, i) => headerBytes + i * frame);
  const salt = usualSalt(wal, starts);
  const current = starts.filter((at) => saltAt(wal, at + 8) === salt);
  return current.map((at) => ({
    number: wal.readUInt32BE(at),
    bytes: wal.subarray(at + frameHeaderBytes, at + frame),
  }));
}

/** The page size that a write-ahead log names; null when its header is damaged or it has none. */
export function walPageSize(file: string): number | null {
  return namedPageSize(readFileSync(file));
}

function namedPageSize(wal: Buffer): number | null {
  if (wal.length < headerBytes || wal.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1) return null;
  const [first, second] = checksums((wal.readUInt32BE(0) & 1) === 1)(wal.subarray(0, 24), [0, 0]);
  return first === wal.readUInt32BE(24) && second === wal.readUInt32BE(28) ? wal.readUInt32BE(8) : null;
}

/**
 * Whether transactions that were acknowledged lie behind damage. One transaction behind it may be the last, which a crash
 * kept from being finished: that is no damage.
 */
export function isWalBroken(file: string): boolean {
  const wal = readFileSync(file);
  const pageSize = namedPageSize(wal);
  if (pageSize === null) return wal.length > headerBytes;
  const frame = frameHeaderBytes + pageSize;
  const salt = saltAt(wal, 16);
  const sum = checksums((wal.readUInt32BE(0) & 1) === 1);
  let valid = true;
  let commitsBehind = 0;
  let before: Sum = sum(wal.subarray(0, 24), [0, 0]);
  for (let at = headerBytes; at + frame <= wal.length; at += frame) {
    // Of an earlier round, or damaged itself.
    if (saltAt(wal, at + 8) !== salt) {
      valid = false;
      continue;
    }
    before = sum(wal.subarray(at + frameHeaderBytes, at + frame), sum(wal.subarray(at, at + 8), before));
    valid &&= before[0] === wal.readUInt32BE(at + 16) && before[1] === wal.readUInt32BE(at + 20);
    if (!valid && wal.readUInt32BE(at + 4) > 0) commitsBehind += 1;
  }
  return commitsBehind > 1;
}

type Sum = readonly [number, number];

/** The checksum of a write-ahead log goes on from the one before. */
function checksums(bigEndian: boolean): (bytes: Buffer, before: Sum) => Sum {
  return (bytes, [first, second]) => {
    let [a, b] = [first, second];
    const read = bigEndian ? (at: number) => bytes.readUInt32BE(at) : (at: number) => bytes.readUInt32LE(at);
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      a = (a + read(at) + b) >>> 0;
      b = (b + read(at + 4) + a) >>> 0;
    }
    return [a, b];
  };
}

/** What every frame of the current round carries: as the header says, else as most of the frames say. */
function usualSalt(wal: Buffer, starts: readonly number[]): string {
  const inHeader = wal.length >= headerBytes ? saltAt(wal, 16) : '';
  const inFrames = starts.map((at) => saltAt(wal, at + 8));
  if (inFrames.includes(inHeader)) return inHeader;
  const counts = new Map<string, number>();
  for (const each of inFrames) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function saltAt(wal: Buffer, at: number): string {
  return wal.toString('hex', at, at + 8);
}
