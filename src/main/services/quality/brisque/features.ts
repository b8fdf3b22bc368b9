import type { MapSums } from './aggd';
import { fitAsymmetric, meanOf } from './aggd';
import type { RowSource } from './half-size';
import { halfSizeFloats, halfSizeRows } from './half-size';
import type { RowKernels } from './row-kernels';
import { ScalarKernels } from './scalar-kernels';
import { mapFloats, sumMaps } from './scale-maps';
import { SimdKernels } from './simd/simd-kernels';

/** What the kernels need to hold for pictures of this width, in values: a quarter of a megabyte in bytes at 2,048 px. */
export const kernelFloats = (width: number): number => (mapFloats(width) + halfSizeFloats(width) + 3) & ~3;

/** The kernels of the last call serve the next one too, unless it needs wider rows. */
let kept: RowKernels | undefined;

function kernelsFor(width: number): RowKernels {
  const floats = kernelFloats(width);
  if (kept === undefined || kept.memory.length < floats) kept = SimdKernels.create(floats) ?? new ScalarKernels(floats);
  return kept;
}

/**
 * The 36 features, float32, half of them from the picture and half from it at half size. NaN where a
 * map has no values on one side of zero. OpenCV's cv2.quality.QualityBRISQUE_computeFeatures gives the same.
 */
export function brisqueFeatures(gray: Uint8Array, width: number, height: number, kernels = kernelsFor(width)): Float32Array {
  const rows: RowSource = (y, target) => kernels.levels(gray, y * width, target, width);
  const half = halfSizeRows(rows, width, height, kernels, mapFloats(width));
  return Float32Array.from([
    ...scaleFeatures(sumMaps(rows, width, height, kernels)),
    ...scaleFeatures(sumMaps(half, width >> 1, height >> 1, kernels)),
  ]);
}

/** Shape and mean variance of the contrast, then shape, mean, left and right variance of each pair map: 18. */
function scaleFeatures(maps: readonly MapSums[]): number[] {
  return maps.flatMap((map, i) => {
    const fit = fitAsymmetric(map);
    const left = fit.left ** 2;
    const right = fit.right ** 2;
    return i === 0 ? [fit.alpha, (left + right) / 2] : [fit.alpha, meanOf(fit), left, right];
  });
}
