import { deflateSync, gzipSync } from 'node:zlib';
import type { ReadPixels, RgbaPixels } from '../tools/stealth/read-pixels';
import { pngChunk } from './write-png';

export type StealthSign = 'stealth_pnginfo' | 'stealth_pngcomp' | 'stealth_rgbinfo' | 'stealth_rgbcomp';

/** A picture of noise, the same each time, opaque but for the lowest bit of alpha. */
export const noisePixels = (width: number, height: number): RgbaPixels => {
  const data = new Uint8Array(width * height * 4);
  let state = 1;
  for (let at = 0; at < data.length; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[at] = at % 4 === 3 ? 255 : (state >>> 16) & 0xff;
  }
  return { width, height, data };
};

/** The same picture with a text hidden in its lowest bits, as the tools hide it. `bits` overrules the length that is written. */
export const hideText = (picture: RgbaPixels, sign: StealthSign, text: string | Uint8Array, bits?: number): RgbaPixels => {
  const plain = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const payload = sign.endsWith('comp') && typeof text === 'string' ? gzipSync(plain) : plain;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bits ?? payload.length * 8);
  const bytes = Buffer.concat([Buffer.from(sign, 'latin1'), length, payload]);
  const channels = sign.startsWith('stealth_png') ? [3] : [0, 1, 2];
  const { width, height } = picture;
  const data = Uint8Array.from(picture.data);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const pixel = Math.floor(bit / channels.length);
    const [column, row] = [Math.floor(pixel / height), pixel % height];
    if (column >= width) throw new Error('The picture is too small for the text.');
    const at = (row * width + column) * 4 + (channels[bit % channels.length] ?? 0);
    const one = ((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
    data[at] = ((data[at] ?? 0) & 0xfe) | one;
  }
  return { width, height, data };
};

/** The port over pixels in memory, counting what was asked. */
export const pixelsOf = (picture: RgbaPixels): { readonly read: ReadPixels; readonly asked: { columns: number; rows: number }[] } => {
  const asked: { columns: number; rows: number }[] = [];
  const read: ReadPixels = async (corner) => {
    asked.push(corner);
    const rows = Array.from({ length: corner.rows }, (_, row) =>
      picture.data.subarray(row * picture.width * 4, row * picture.width * 4 + corner.columns * 4),
    );
    return { width: corner.columns, height: corner.rows, data: new Uint8Array(Buffer.concat(rows)) };
  };
  return { read, asked };
};

/** A PNG with these pixels and alpha. */
export const writeRgbaPng = ({ width, height, data }: RgbaPixels): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const rowOf = (row: number) => data.subarray(row * width * 4, (row + 1) * width * 4);
  const rows = Array.from({ length: height }, (_, row) => Buffer.concat([Buffer.from([0]), rowOf(row)]));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return new Uint8Array(
    Buffer.concat([
      signature,
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
      pngChunk('IEND', new Uint8Array(0)),
    ]),
  );
};
