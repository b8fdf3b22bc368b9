import { crc32, deflateSync } from 'node:zlib';

/** One chunk: length, type, data, check sum. */
export const pngChunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return new Uint8Array(chunk);
};

const isLatin1 = (text: string): boolean => Buffer.from(text, 'latin1').toString('latin1') === text;

/** How a text is written; `auto` is what Pillow does: tEXt when Latin-1 can hold it, else iTXt. */
export type TextForm = 'auto' | 'tEXt' | 'tEXt as UTF-8' | 'zTXt' | 'iTXt' | 'iTXt compressed';

export const pngText = (key: string, text: string, form: TextForm = 'auto'): Uint8Array => {
  const named = (...rest: Uint8Array[]) => Buffer.concat([Buffer.from(`${key}\0`, 'latin1'), ...rest]);
  const utf8 = Buffer.from(text, 'utf8');
  switch (form === 'auto' ? (isLatin1(text) ? 'tEXt' : 'iTXt') : form) {
    case 'tEXt':
      return pngChunk('tEXt', named(Buffer.from(text, 'latin1')));
    case 'tEXt as UTF-8':
      return pngChunk('tEXt', named(utf8));
    case 'zTXt':
      return pngChunk('zTXt', named(Buffer.from([0]), deflateSync(Buffer.from(text, 'latin1'))));
    case 'iTXt compressed':
      return pngChunk('iTXt', named(Buffer.from([1, 0, 0, 0]), deflateSync(utf8)));
    default:
      return pngChunk('iTXt', named(Buffer.from([0, 0, 0, 0]), utf8));
  }
};

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly before?: readonly Uint8Array[];
  /** Chunks behind the pixels, where APNG and rewritten files keep theirs. */
  readonly after?: readonly Uint8Array[];
}

/** A valid grey PNG with the given chunks around its pixels. */
export const writePng = ({ width = 16, height = 8, before = [], after = [] }: PngParts = {}): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', header),
      ...before,
      pngChunk('IDAT', deflateSync(rows)),
      ...after,
      pngChunk('IEND', new Uint8Array(0)),
    ]),
  );
};

/** An existing PNG with chunks put behind its header. */
export const withPngChunks = (png: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]));
