import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { walPages, walPageSize } from './wal-file';

const magic = 'SQLite format 3\0';
const ownPageSize = 16_384;

export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}

/** The page size that the header of a database names, or null when it is damaged. */
function namedPageSize(header: Buffer): number | null {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic) return null;
  const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return isPageSize(size) ? size : null;
}

/** The pages of a database file and its write-ahead log, read as they lie on the disk: nothing is opened, mended or written. */
export class DatabasePages {
  readonly pageSize: number;
  /** Bytes of a page that hold something. */
  readonly usable: number;
  readonly #handle: number | null;
  readonly #count: number;
  readonly #newer: readonly { readonly number: number; readonly bytes: Buffer }[];
  readonly #newest = new Map<number, Buffer>();

  constructor(file: string) {
    this.#handle = existsSync(file) ? openSync(file, 'r') : null;
    const header = this.#read(0, 100);
    const wal = existsSync(`${file}-wal`) ? `${file}-wal` : null;
    const inWal = wal === null ? null : walPageSize(wal);
    this.pageSize = namedPageSize(header) ?? (inWal !== null && isPageSize(inWal) ? inWal : ownPageSize);
    const reserved = namedPageSize(header) === null ? 0 : (header[20] ?? 0);
    this.usable = this.pageSize - reserved;
    this.#count = this.#handle === null ? 0 : Math.ceil(fstatSync(this.#handle).size / this.pageSize);
    this.#newer = wal === null ? [] : walPages(wal, this.pageSize);
    for (const { number, bytes } of this.#newer) this.#newest.set(number, bytes);
  }

  /** Every version of every page: those of the file, then those of the write-ahead log, oldest first. */
  *all(): Iterable<{ readonly number: number; readonly bytes: Buffer }> {
    for (let number = 1; number <= this.#count; number += 1) yield { number, bytes: this.#ofFile(number) };
    yield* this.#newer;
  }

  /** A page as it was last; null when there is none of this number. */
  page(number: number): Buffer | null {
    const newest = this.#newest.get(number);
    if (newest) return newest;
    return number >= 1 && number <= this.#count ? this.#ofFile(number) : null;
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
  }

  #ofFile(number: number): Buffer {
    return this.#read((number - 1) * this.pageSize, this.pageSize);
  }

  /** Bytes at a place; what cannot be read, or is not there, is zero. */
  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    if (this.#handle === null) return bytes;
    try {
      readSync(this.#handle, bytes, 0, length, at);
    } catch {
      // A bad sector costs this page, not the others.
    }
    return bytes;
  }
}
