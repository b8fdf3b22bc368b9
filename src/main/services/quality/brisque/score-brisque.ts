import { brisqueFeatures } from './features';
import type { BrisqueModel } from './model';
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
