/** A field of a directory: type by TIFF's numbering, value as bytes already in the file's order. */
export interface TiffField {
  readonly type: number;
  readonly bytes: Uint8Array;
}

export interface TiffParts {
  readonly littleEndian?: boolean;
  readonly isBig?: boolean;
  /** Where the last directory's link to a next one leads; 0 ends the chain. */
  readonly lastLink?: number;
}

const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

export const tiffText = (text: string): TiffField => ({ type: 2, bytes: Buffer.from(`${text}\0`, 'utf8') });
export const tiffBytes = (bytes: Uint8Array, type = 7): TiffField => ({ type, bytes });
export const tiffShort = (number: number, littleEndian = true): TiffField => {
  const bytes = Buffer.alloc(2);
  if (littleEndian) bytes.writeUInt16LE(number);
  else bytes.writeUInt16BE(number);
  return { type: 3, bytes };
};

/** A TIFF or BigTIFF of directories only: readers of metadata need no pixels. */
export const writeTiff = (
  directories: readonly Readonly<Record<number, TiffField>>[],
  { littleEndian = true, isBig = false, lastLink = 0 }: TiffParts = {},
): Uint8Array => {
  const number = (value: number, bytes: number): Buffer => {
    const out = Buffer.alloc(bytes);
    // Six bytes are the most that Buffer writes at once; no test file needs the two above them.
    out.writeUIntLE(value, 0, Math.min(bytes, 6));
    return littleEndian ? out : out.reverse();
  };
  const wide = isBig ? 8 : 4;
  const order = Buffer.from(littleEndian ? 'II' : 'MM');
  const head = isBig
    ? Buffer.concat([order, number(43, 2), number(8, 2), number(0, 2), number(16, 8)])
    : Buffer.concat([order, number(42, 2), number(8, 4)]);
  const parts: Buffer[] = [head];
  let at = head.length;
  directories.forEach((fields, index) => {
    const tags = Object.keys(fields).map(Number).sort((a, b) => a - b);
    const tableBytes = (isBig ? 8 : 2) + tags.length * (isBig ? 20 : 12) + wide;
    const entries: Buffer[] = [];
    const values: Buffer[] = [];
    let next = at + tableBytes;
    for (const tag of tags) {
      const { type, bytes } = fields[tag] ?? tiffText('');
      entries.push(number(tag, 2), number(type, 2), number(bytes.length / (TYPE_BYTES[type] ?? 1), wide));
      if (bytes.length <= wide) entries.push(Buffer.concat([bytes, Buffer.alloc(wide - bytes.length)]));
      else {
        entries.push(number(next, wide));
        values.push(Buffer.from(bytes));
        next += bytes.length;
      }
    }
    const link = index === directories.length - 1 ? lastLink : next;
    parts.push(number(tags.length, isBig ? 8 : 2), ...entries, number(link, wide), ...values);
    at = next;
  });
  return new Uint8Array(Buffer.concat(parts));
};
