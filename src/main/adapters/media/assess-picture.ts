import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ThumbHash } from '@shared/library/thumb-hash';
import { openFileSource } from '../files/file-source';
import { sharp } from './safe-sharp';
import { thumbHashOf } from './thumb-hash-of';
import { scoreBrisque } from '../../services/quality/brisque/score-brisque';
import type { BrisqueModel } from '../../services/quality/brisque/model';
import { perceptualHash } from '../../services/quality/fingerprint/perceptual-hash';
import { grayOf, longestRatedSide } from '../../services/quality/luma';
import { issuesOf, measureQuality } from '../../services/quality/quality-issues';
import type { Verdict } from '../../services/quality/quality-service';

/** Pixels that a picture may have; beyond it lies a bomb or something that no screen shows. */
const pixelLimit = 268_402_689;
/** Pixels that a side may have: no picture comes near it. */
const longestSide = 1_000_000;
/** Bytes of a file that are read into memory for decoding; larger ones are read by the decoder itself. */
const heldBytes = 256 * 1024 * 1024;
/** Long side of a thumbnail, in pixels. */
const thumbnailSide = 512;

export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Decodes a picture once; thumbnail and its placeholder, score, measured issues and fingerprint all come from those pixels. */
export async function assessPicture(path: string, thumbnail: string | null, model: BrisqueModel): Promise<Verdict> {
  const input = await inputFor(path);
  let pixels: Pixels;
  try {
    pixels = await decode(input);
  } catch (error) {
    return whyNotDecoded(path, error);
  }
  if (thumbnail === null) return rate(pixels, model, null);
  if (!(await exists(thumbnail))) await makeThumbnail(pixels, thumbnail);
  return rate(pixels, model, await thumbHashOf(pixels));
}

/**
 * What the decoder is given. The library reads options out of a name that ends with `]`, and would open another file
 * than the one that is meant; and it follows links. Bytes have no name.
 */
export async function inputFor(path: string): Promise<string | Uint8Array> {
  const source = await openFileSource(path);
  try {
    return source.size <= heldBytes || path.endsWith(']') ? await source.read(0, source.size) : path;
  } finally {
    await source.close();
  }
}

/** The upright picture, no larger than what is rated unless told, in eight bits. @throws what the decoder says of it */
export async function decode(input: string | Uint8Array, longest = longestRatedSide): Promise<Pixels> {
  const picture = sharp(input, { limitInputPixels: pixelLimit, failOn: 'warning', sequentialRead: true });
  const { width, height } = await picture.metadata();
  // A line of sixteen million pixels is under the limit of pixels, and costs decoders gigabytes.
  if (Math.max(width, height) >= longestSide) throw new Error('The picture exceeds pixel limit in one direction.');
  const { data, info } = await picture
    .autoOrient()
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1 && info.channels !== 3) throw new Error(`The picture has ${info.channels} channels.`);
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function rate({ data, width, height, channels }: Pixels, model: BrisqueModel, thumb_hash: ThumbHash | null): Verdict {
  const gray = grayOf(data, channels);
  const result = scoreBrisque(gray, width, height, model);
  const seen = { phash: perceptualHash(gray, width, height), ...(thumb_hash !== null && { thumb_hash }) };
  if (result.kind === 'rated') {
    return { kind: 'rated', brisque: Math.round(result.score * 1e4) / 1e4, issues: issuesOf(measureQuality(gray, width, height)), ...seen };
  }
  return result.reason === 'too-small'
    ? { kind: 'not-rated', reason: 'too_small', message: `The picture is ${width} × ${height}; under 64 pixels a side a rating means nothing.`, ...seen }
    : { kind: 'not-rated', reason: 'no_texture', message: 'The picture is flat or a pure ramp; there is no texture to rate.', ...seen };
}

/** Writes a thumbnail, whole or not at all. */
export async function makeThumbnail({ data, width, height, channels }: Pixels, file: string): Promise<void> {
  const webp = await sharp(data, { raw: { width, height, channels } })
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
    .webp({ quality: 80, effort: 0 })
    .toBuffer();
  await mkdir(dirname(file), { recursive: true });
  // A reader must never see half a thumbnail.
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, webp);
  await rename(part, file);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

/** A format without a decoder here is filed unrated; a picture whose own format cannot be decoded is damaged. */
async function whyNotDecoded(path: string, error: unknown): Promise<Verdict> {
  const { size } = await stat(path);
  const message = error instanceof Error ? error.message : String(error);
  if (/unsupported image format|not built with|no decoder|heif: (?:unsupported|error while loading plugin)|compression format has not been built/i.test(message)) {
    return { kind: 'not-rated', reason: 'format_not_decoded', message: 'Alice cannot decode this format yet, so it is not rated.' };
  }
  if (/exceeds pixel limit/i.test(message)) {
    return { kind: 'trouble', reason: 'damaged', message: 'The picture claims more pixels than Alice decodes (268 million). It lies untouched in the inbox.' };
  }
  const cut = /end of|premature|truncated|ended|eof|read error|not enough/i.test(message);
  const what = cut ? `The picture data stops before its end; the file has ${size.toLocaleString('en')} bytes.` : 'The picture data is damaged and cannot be decoded.';
  return { kind: 'trouble', reason: 'damaged', message: `${what} The original lies untouched in the inbox.` };
}
