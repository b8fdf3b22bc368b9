/** Values by tag: text becomes a NUL-terminated ASCII field (written as UTF-8), bytes become UNDEFINED, numbers SHORT. */
export type ExifValues = Readonly<Record<number, string | Uint8Array | number>>;

export interface ExifParts {
  readonly ifd0?: ExifValues;
  readonly exif?: ExifValues;
  readonly littleEndian?: boolean;
}

const EXIF_POINTER = 0x8769;

/** A TIFF block with a first directory and, when asked for, an Exif directory. Without `Exif NUL NUL` in front. */
export const writeExif = ({ ifd0 = {}, exif, littleEndian = false }: ExifParts): Uint8Array => {
  const head = Buffer.from(littleEndian ? 'II*\0\x08\0\0\0' : 'MM\0*\0\0\0\x08', 'latin1');
  const first = exif === undefined ? ifd0 : { ...ifd0, [EXIF_POINTER]: 0 };
  const pointer = 8 + directory(first, 8, littleEndian, 0).length;
  const main = directory(first, 8, littleEndian, pointer);
  const second = exif === undefined ? Buffer.alloc(0) : directory(exif, pointer, littleEndian, 0);
  return new Uint8Array(Buffer.concat([head, main, second]));
};

const directory = (values: ExifValues, offset: number, littleEndian: boolean, pointer: number): Buffer => {
  const tags = Object.keys(values).map(Number).sort((a, b) => a - b);
  const table = Buffer.alloc(2 + tags.length * 12 + 4);
  const u16 = (n: number, at: number) => (littleEndian ? table.writeUInt16LE(n, at) : table.writeUInt16BE(n, at));
  const u32 = (n: number, at: number) => (littleEndian ? table.writeUInt32LE(n, at) : table.writeUInt32BE(n, at));
  u16(tags.length, 0);
  const data: Buffer[] = [];
  let next = offset + table.length;
  tags.forEach((tag, index) => {
    const at = 2 + index * 12;
    const value = values[tag] ?? '';
    u16(tag, at);
    if (typeof value === 'number') {
      const isPointer = tag === EXIF_POINTER;
      u16(isPointer ? 4 : 3, at + 2);
      u32(1, at + 4);
      if (isPointer) u32(pointer, at + 8);
      else u16(value, at + 8);
      return;
    }
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf8') : Buffer.from(value);
    u16(typeof value === 'string' ? 2 : 7, at + 2);
    u32(bytes.length, at + 4);
    if (bytes.length <= 4) bytes.copy(table, at + 8);
    else {
      const even = Buffer.concat([bytes, Buffer.alloc(bytes.length & 1)]);
      u32(next, at + 8);
      data.push(even);
      next += even.length;
    }
  });
  return Buffer.concat([table, ...data]);
};

/** The bytes of a UserComment in the ways that tools write it. */
export const userComment = (text: string, form: 'UTF-16BE' | 'UTF-16LE' | 'ASCII' | 'plain'): Uint8Array => {
  const utf16 = Buffer.from(text, 'utf16le');
  switch (form) {
    case 'UTF-16BE':
      return new Uint8Array(Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), utf16.swap16()]));
    case 'UTF-16LE':
      return new Uint8Array(Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), utf16]));
    case 'ASCII':
      return new Uint8Array(Buffer.concat([Buffer.from('ASCII\0\0\0', 'latin1'), Buffer.from(text, 'utf8')]));
    case 'plain':
      return new Uint8Array(Buffer.from(text, 'utf8'));
  }
};
