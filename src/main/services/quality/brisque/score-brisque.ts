import { featuresOf } from './features';
import type { RowSource } from './half-size';
import { halfSizeRows } from './half-size';
import { ContrastRows } from './local-contrast';
import type { BrisqueModel } from './model';
import { sumMaps } from './pair-sums';
import { supportVectorScore } from './support-vector-score';
import { hasTexture } from './texture';

/** Why a picture has no score. */
export type NotRatedReason = 'too-small' | 'no-texture';

/** `score` is 0..100, lower is better. */
export type BrisqueResult =
  | { readonly kind: 'rated'; readonly score: number }
  | { readonly kind: 'not-rated'; readonly reason: NotRatedReason };

/** Under this many pixels a side the number is noise: crops of one photo give 0, 34 and 44. */
export const smallestRatedSide = 64;

const unit = Float32Array.from({ length: 256 }, (_, level) => level * Math.fround(1 / 255));

/**
 * Rates the technical quality of a picture without a reference (BRISQUE; Mittal, Moorthy, Bovik, IEEE
 * TIP 21(12), 2012) with OpenCV's arithmetic and its model trained on LIVE. Says nothing about
 * artistic merit. The score depends on the size: see canonicalSize.
 *
 * @param gray row after row, one byte per pixel; see grayOf.
 * @throws RangeError when `gray` does not hold width x height pixels.
 */
export function scoreBrisque(gray: Uint8Array, width: number, height: number, model: BrisqueModel): BrisqueResult {
  if (!Number.isInteger(width) || !Number.isInteger(height) || gray.length !== width * height) {
    throw new RangeError(`${gray.length} pixels are not a picture of ${width} x ${height}.`);
  }
  if (Math.min(width, height) < smallestRatedSide) return { kind: 'not-rated', reason: 'too-small' };
  if (!hasTexture(gray, width, height)) return { kind: 'not-rated', reason: 'no-texture' };
  const score = supportVectorScore(brisqueFeatures(gray, width, height), model);
  if (Number.isNaN(score)) return { kind: 'not-rated', reason: 'no-texture' };
  return { kind: 'rated', score: Math.min(100, Math.max(0, score)) };
}

/** The 36 features, for tests and comparisons. NaN where a map has no values on one side of zero. */
export function brisqueFeatures(gray: Uint8Array, width: number, height: number): Float32Array {
  const rows: RowSource = (y, row, offset) => {
    const start = y * width;
    for (let x = 0; x < width; x += 1) row[offset + x] = unit[gray[start + x] as number] as number;
  };
  const half = halfSizeRows(rows, width, height);
  return featuresOf([...mapsOf(rows, width, height), ...mapsOf(half, width >> 1, height >> 1)]);
}

function mapsOf(rows: RowSource, width: number, height: number) {
  const contrast = new ContrastRows(rows, width, height);
  return sumMaps((y, out) => contrast.next(y, out), width, height);
}
