import { u16, u32, u64 } from './bytes';
import type { ByteSource } from './byte-source';
import { readFully } from './byte-source';
import type { Findings } from './findings';
import { warn } from './findings';
import { limits } from './limits';

/** One field of a directory with its value, wherever that stood. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly bytes: Uint8Array;
}

export interface TiffDirectory {
  readonly entries: readonly TiffEntry[];
  /** Where the next directory lies; 0 when there is none. */
  readonly next: number;
}

/** How a TIFF writes its numbers, and where its first directory lies. */
export interface TiffHeader {
  readonly littleEndian: boolean;
  /** BigTIFF: offsets and counts of 64 bits. */
  readonly isBig: boolean;
  readonly first: number;
}

const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const NEVER_READ = new Set([0x0111, 0x0117, 0x0144, 0x0145]);

const u64le = (b: Uint8Array, at: number): number => u32(b, at, true) + u32(b, at + 4, true) * 0x1_0000_0000;
const long = (b: Uint8Array, at: number, le: boolean): number => (le ? u64le(b, at) : u64(b, at));

/** Source: TIFF 6.0 section 2; BigTIFF design (AWare Systems, libtiff). Null when it is neither. */
export const readTiffHeader = async (source: ByteSource): Promise<TiffHeader | null> => {
  const head = await source.read(0, 16);
  if (head.length < 8) return null;
  const order = String.fromCharCode(head[0] ?? 0, head[1] ?? 0);
  if (order !== 'II' && order !== 'MM') return null;
  const littleEndian = order === 'II';
  if (u16(head, 2, littleEndian) !== 43) return { littleEndian, isBig: false, first: u32(head, 4, littleEndian) };
  return head.length < 16 ? null : { littleEndian, isBig: true, first: long(head, 8, littleEndian) };
};

/**
 * Reads one directory. Values that lie outside the file or cost more than they may are left out with a warning;
 * tables of where the pixels lie are not read at all.
 */
export const readTiffDirectory = async (
  source: ByteSource,
  { littleEndian: le, isBig }: TiffHeader,
  offset: number,
  findings: Findings,
): Promise<TiffDirectory> => {
  const shape = isBig ? { count: 8, entry: 20, value: 8 } : { count: 2, entry: 12, value: 4 };
  const number = (b: Uint8Array, at: number): number => (isBig ? long(b, at, le) : u32(b, at, le));
  const counted = await readFully(source, offset, shape.count);
  const count = Math.min(counted === null ? 0 : isBig ? long(counted, 0, le) : u16(counted, 0, le), limits.exifEntries);
  const table = await readFully(source, offset + shape.count, count * shape.entry);
  if (counted === null || table === null) {
    warn(findings, 'unreadable metadata: an EXIF directory lies outside the file.');
    return { entries: [], next: 0 };
  }
  const link = await readFully(source, offset + shape.count + table.length, shape.value);
  const entries: TiffEntry[] = [];
  for (let at = 0; at < table.length; at += shape.entry) {
    const tag = u16(table, at, le);
    const type = u16(table, at + 2, le);
    const length = (TYPE_BYTES[type] ?? 1) * number(table, at + 4);
    const value = at + 4 + shape.value;
    const isInline = length <= shape.value;
    if (!isInline && NEVER_READ.has(tag)) continue;
    if (!isInline && (length > limits.block || length > findings.textBudget)) {
      warn(findings, 'unreadable metadata: an EXIF value is larger than Alice reads.');
      continue;
    }
    if (!isInline) findings.textBudget -= length;
    const bytes = isInline ? table.subarray(value, value + length) : await readFully(source, number(table, value), length);
    if (bytes === null) warn(findings, 'unreadable metadata: an EXIF value lies outside the file.');
    else entries.push({ tag, type, bytes });
  }
  return { entries, next: link === null ? 0 : number(link, 0) };
};

/** A whole number of an entry, 0 when there is none. */
export const tiffNumber = (directory: TiffDirectory, tag: number, le: boolean): number => {
  const entry = directory.entries.find((one) => one.tag === tag);
  if (entry === undefined) return 0;
  if (entry.type === 3) return u16(entry.bytes, 0, le);
  if (entry.type >= 16 && entry.type <= 18) return long(entry.bytes, 0, le);
  return entry.type === 1 ? (entry.bytes[0] ?? 0) : u32(entry.bytes, 0, le);
};
