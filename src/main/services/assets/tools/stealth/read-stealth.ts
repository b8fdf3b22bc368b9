import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { u32 } from '../../containers/bytes';
import { decodeText } from '../../containers/text-decoding';
import type { ReadPixels, RgbaPixels } from './read-pixels';

const gunzipAsync = promisify(gunzip) as (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** The signs with which hidden texts begin, where their bits are, and whether the text is gzipped. */
const SIGNS = new Map([
  ['stealth_pnginfo', { channels: [3], isGzipped: false }],
  ['stealth_pngcomp', { channels: [3], isGzipped: true }],
  ['stealth_rgbinfo', { channels: [0, 1, 2], isGzipped: false }],
  ['stealth_rgbcomp', { channels: [0, 1, 2], isGzipped: true }],
]);
const SIGN_BYTES = 15;
const HEADER_BITS = (SIGN_BYTES + 4) * 8;
/** A hidden text, before and after unpacking: real ones have some tens of kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024;

export type StealthText = { readonly kind: 'found'; readonly sign: string; readonly text: string } | { readonly kind: 'broken'; readonly sign: string };

/**
 * Reads the text that NovelAI, and A1111's extension of the same kind, hide in the lowest bits of alpha or of red, green and
 * blue, column by column from the upper left: a sign of fifteen letters, the length of the text in bits, the text. First only as
 * many pixels as the sign needs are decoded; most pictures end there.
 */
export const readStealth = async (picture: { width: number; height: number }, readPixels: ReadPixels): Promise<StealthText | null> => {
  const corner = cornerOf(HEADER_BITS, picture);
  const start = corner === null ? null : await readPixels(corner);
  if (start === null) return null;
  for (const channels of [[3], [0, 1, 2]]) {
    const head = bytesIn(start, channels, SIGN_BYTES + 4);
    if (head === null) continue;
    const sign = Buffer.from(head.subarray(0, SIGN_BYTES)).toString('latin1');
    const form = SIGNS.get(sign);
    if (form?.channels.length !== channels.length) continue;
    const bits = u32(head, SIGN_BYTES);
    const bytes = SIGN_BYTES + 4 + (bits >>> 3);
    const needed = bits % 8 === 0 && bits > 0 && bytes <= MOST_BYTES ? cornerOf(Math.ceil((bytes * 8) / channels.length), picture) : null;
    const pixels = needed === null ? null : await readPixels(needed);
    const payload = pixels === null ? null : bytesIn(pixels, channels, bytes)?.subarray(SIGN_BYTES + 4);
    const text = payload === undefined || payload === null ? null : await unpacked(payload, form.isGzipped);
    return text === null ? { kind: 'broken', sign } : { kind: 'found', sign, text };
  }
  return null;
};

/** The corner that holds so many pixels, counted down the columns; null when the picture has fewer. */
const cornerOf = (pixels: number, { width, height }: { width: number; height: number }): { columns: number; rows: number } | null => {
  const columns = Math.ceil(pixels / height);
  return columns > width ? null : { columns, rows: columns === 1 ? pixels : height };
};

/** The bytes in the lowest bits of these channels, the highest bit first, down the columns. */
const bytesIn = ({ data, width, height }: RgbaPixels, channels: readonly number[], count: number): Uint8Array | null => {
  if (width * height * channels.length < count * 8) return null;
  const bytes = new Uint8Array(count);
  for (let bit = 0; bit < count * 8; bit++) {
    const pixel = Math.floor(bit / channels.length);
    const column = Math.floor(pixel / height);
    const at = ((pixel - column * height) * width + column) * 4 + (channels[bit % channels.length] ?? 0);
    if (((data[at] ?? 0) & 1) === 1) bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (0x80 >>> (bit & 7));
  }
  return bytes;
};

const unpacked = async (payload: Uint8Array, isGzipped: boolean): Promise<string | null> => {
  if (!isGzipped) return decodeText(payload);
  try {
    return decodeText(await gunzipAsync(payload, { maxOutputLength: MOST_BYTES }));
  } catch {
    return null;
  }
};
