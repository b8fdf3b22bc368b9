import type { MapSums } from './aggd';
import type { RowSource } from './half-size';
import type { RowKernels } from './row-kernels';
import { mapCount } from './row-kernels';
import { windowReach } from './window';

/** Rows held of each kind: seven are needed, eight make the place of row y its last three bits. */
const held = 8;
/** Values between the rows: the window's reach on both sides, what SIMD reads beyond the end, and a shift by one. */
const gap = 16;
const kinds = { pixels: 0, means: held, squares: 2 * held, squared: 3 * held, contrast: 3 * held + 1, ones: 3 * held + 3 };

const strideOf = (width: number) => ((width + 3) & ~3) + gap;

/** How much of the kernels' memory sumMaps uses, from the beginning. It grows with the width only. */
export const mapFloats = (width: number): number => (kinds.ones + 1) * strideOf(width);

/**
 * The five maps of one scale: the normalised contrast (MSCN) and its products with the neighbour to
 * the right, below, below right and above right; of each only the sums. Source: Mittal, Moorthy, Bovik,
 * IEEE TIP 21(12), 2012, section III.
 *
 * The contrast is (x - mu) / (sd + 1/255), mu and sd taken over the window, edges repeated. In flat
 * areas the sign of the last bit decides who counts as positive or negative, so the order of the float32
 * operations is OpenCV's. Where rounding makes the variance negative, OpenCV gets NaN and counts it as
 * zero; here the contrast is zero at once. A neighbour outside makes the product zero.
 *
 * @param source writes each row once, in order.
 */
export function sumMaps(source: RowSource, width: number, height: number, kernels: RowKernels): readonly MapSums[] {
  const stride = strideOf(width);
  const { memory } = kernels;
  const place = (kind: number, y: number) => (kind + (y & (held - 1))) * stride;
  const squared = kinds.squared * stride;
  const ones = kinds.ones * stride;
  let row = kinds.contrast * stride;
  let above = row + stride;

  const blurAcross = (y: number) => {
    const pixels = place(kinds.pixels, y);
    const first = pixels + windowReach;
    source(y, first);
    memory.fill(memory[first] as number, pixels, first);
    memory.fill(memory[first + width - 1] as number, first + width, first + width + windowReach);
    kernels.square(pixels, squared, width + 2 * windowReach);
    kernels.blur(pixels, place(kinds.means, y), width);
    kernels.blur(squared, place(kinds.squares, y), width);
  };
  const around = (kind: number, y: number) =>
    [-3, -2, -1, 0, 1, 2, 3].map((dy) => place(kind, Math.min(height - 1, Math.max(0, y + dy))));

  kernels.reset();
  memory.fill(1, ones, ones + width).fill(0, ones + width, ones + stride);
  memory.fill(0, above, above + stride);
  let blurred = 0;
  for (let y = 0; y < height; y += 1) {
    while (blurred <= Math.min(height - 1, y + windowReach)) blurAcross(blurred++);
    kernels.contrast(place(kinds.pixels, y) + windowReach, around(kinds.means, y), around(kinds.squares, y), row, width);
    memory.fill(0, row + width, row + stride);
    kernels.addProducts(0, row, ones, width);
    kernels.addProducts(1, row, row + 1, width);
    kernels.addProducts(2, above, row, width);
    kernels.addProducts(3, above, row + 1, width);
    kernels.addProducts(4, row, above + 1, width);
    [above, row] = [row, above];
  }
  return Array.from({ length: mapCount }, (_, map) => kernels.sums(map, width * height));
}
