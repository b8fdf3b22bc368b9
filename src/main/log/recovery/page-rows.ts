import type { DatabasePages } from './database-pages';

export type Cell = number | string | Buffer | null;

/** A row of a table, or an entry of an index, as it lies in a page. */
export interface PageRow {
  readonly from: 'table' | 'index';
  /** The number of the row; 0 in an index. */
  readonly rowid: number;
  readonly cells: readonly Cell[];
}

const tableLeaf = 0x0d;
const indexLeaf = 0x0a;
const indexInner = 0x02;
/** No event is larger: a length beyond it is damage. */
const longestPayload = 64 * 1024 * 1024;

/** The rows that can be read from a page, whatever lies around them. What makes no sense is left out. */
export function* rowsIn(pages: DatabasePages, page: { readonly number: number; readonly bytes: Buffer }): Iterable<PageRow> {
  const { bytes } = page;
  const start = page.number === 1 ? 100 : 0;
  const type = bytes[start];
  if (type !== tableLeaf && type !== indexLeaf && type !== indexInner) return;
  const count = bytes.readUInt16BE(start + 3);
  const pointers = start + (type === indexInner ? 12 : 8);
  for (let i = 0; i < count && pointers + i * 2 + 2 <= bytes.length; i += 1) {
    const row = rowAt(pages, bytes, bytes.readUInt16BE(pointers + i * 2), type);
    if (row) yield row;
  }
}

function rowAt(pages: DatabasePages, bytes: Buffer, at: number, type: number): PageRow | null {
  try {
    const reader = new Reader(bytes, type === indexInner ? at + 4 : at);
    const length = reader.varint();
    const rowid = type === tableLeaf ? reader.varint() : 0;
    if (length < 2 || length > longestPayload) return null;
    const payload = payloadOf(pages, bytes, reader.at, length, type === tableLeaf);
    const cells = payload && cellsOf(payload);
    return cells && { from: type === tableLeaf ? 'table' : 'index', rowid, cells };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The bytes of a row, with what lies on pages of its own. */
function payloadOf(pages: DatabasePages, bytes: Buffer, at: number, length: number, inTable: boolean): Buffer | null {
  const { usable } = pages;
  const most = inTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return at + length <= bytes.length ? bytes.subarray(at, at + length) : null;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const here = wanted <= most ? wanted : least;
  const parts = [bytes.subarray(at, at + here)];
  let next = bytes.readUInt32BE(at + here);
  for (let missing = length - here; missing > 0; ) {
    const page = pages.page(next);
    if (page === null) return null;
    const part = page.subarray(4, 4 + Math.min(missing, usable - 4));
    parts.push(part);
    missing -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

const widths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function cellsOf(payload: Buffer): Cell[] | null {
  const header = new Reader(payload, 0);
  const end = header.varint();
  if (end > payload.length) return null;
  const body = new Reader(payload, end);
  const cells: Cell[] = [];
  while (header.at < end) {
    const kind = header.varint();
    if (kind >= 12) {
      const value = body.take(Math.floor((kind - 12) / 2));
      cells.push(kind % 2 === 0 ? value : value.toString('utf8'));
    } else if (kind === 0 || kind > 9) cells.push(null);
    else if (kind === 7) cells.push(body.take(8).readDoubleBE(0));
    else if (kind >= 8) cells.push(kind - 8);
    else cells.push(integer(body.take(widths[kind] ?? 0)));
  }
  return cells;
}

function integer(bytes: Buffer): number {
  if (bytes.length === 8) return Number(bytes.readBigInt64BE(0));
  return bytes.readIntBE(0, bytes.length);
}

/** Reads on from a place; beyond the end is a RangeError. */
class Reader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0;
    for (let i = 0; i < 9; i += 1) {
      const byte = this.#bytes.readUInt8(this.at);
      this.at += 1;
      if (i === 8) return value * 256 + byte;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    return value;
  }

  take(length: number): Buffer {
    if (this.at + length > this.#bytes.length) throw new RangeError('beyond the end');
    const taken = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }
}
