import type { RowKernels } from './row-kernels';

const { fround } = Math;
const a = -0.75;

/** Writes row `y` of a picture to the memory of the kernels, float32 0..1, from `target` on. */
export type RowSource = (y: number, target: number) => void;

/** Where each of `to` samples falls among `from`: the second of its four taps, and their float32 weights. */
interface Taps {
  readonly base: Int32Array;
  readonly weights: Float32Array;
}

/** Keys' cubic convolution kernel with a = -0.75 (R. Keys, IEEE TASSP 29(6), 1981), one float32 operation at a time. */
function cubicWeights(x: number): [number, number, number, number] {
  const outer = fround(x + 1);
  const w0 = fround(fround(fround(fround(fround(fround(a * outer) - 5 * a) * outer) + 8 * a) * outer) - 4 * a);
  const inner = (t: number) => fround(fround(fround(fround(fround((a + 2) * t) - (a + 3)) * t) * t) + 1);
  const w1 = inner(x);
  const w2 = inner(fround(1 - x));
  return [w0, w1, w2, fround(fround(fround(1 - w0) - w1) - w2)];
}

/** Pixel centres lie at +0.5 in both sizes. */
function cubicTaps(from: number, to: number): Taps {
  const base = new Int32Array(to);
  const weights = new Float32Array(4 * to);
  const scale = 1 / (to / from);
  for (let d = 0; d < to; d += 1) {
    const position = fround((d + 0.5) * scale - 0.5);
    const start = Math.floor(position);
    base[d] = start;
    weights.set(cubicWeights(fround(position - start)), 4 * d);
  }
  return { base, weights };
}

/** Edge values repeated before and after a row; the kernels read a few more. */
const margin = 2;
const gap = 16;

/** How much of the kernels' memory halfSizeRows uses: a padded row, four narrowed ones, four weights. */
export const halfSizeFloats = (width: number): number => width + gap + 4 * ((width >> 1) + gap) + 4;

/**
 * The picture at floor(w/2) x floor(h/2), bicubic without antialias, edges repeated. Rows must be asked
 * for in rising order. The order of the float32 additions is that of OpenCV 4.6, so the rows are equal
 * bit for bit: across, left to right; down, bottom to top, but top to bottom in the last columns that do
 * not fill a group of four.
 *
 * @param start where its part of the kernels' memory begins, halfSizeFloats(width) long.
 */
export function halfSizeRows(source: RowSource, width: number, height: number, kernels: RowKernels, start: number): RowSource {
  const { memory } = kernels;
  const halfWidth = width >> 1;
  const across = width % 2 === 0 ? undefined : cubicTaps(width, halfWidth);
  const down = cubicTaps(height, height >> 1);
  const first = start + margin;
  const ring = start + width + gap;
  const stride = halfWidth + gap;
  const weights = ring + 4 * stride;
  const held = new Int32Array(4).fill(-1);

  const narrowed = (y: number): number => {
    const clamped = Math.min(height - 1, Math.max(0, y));
    const slot = ring + (clamped & 3) * stride;
    if (held[clamped & 3] !== clamped) {
      source(clamped, first);
      memory.fill(memory[first] as number, start, first);
      memory.fill(memory[first + width - 1] as number, first + width, first + width + margin);
      if (across === undefined) kernels.narrow(first - 1, slot, halfWidth);
      else narrowOdd(memory, first - 1, across, slot);
      held[clamped & 3] = clamped;
    }
    return slot;
  };
  return (y, target) => {
    const base = down.base[y] as number;
    const rows = [narrowed(base - 1), narrowed(base), narrowed(base + 1), narrowed(base + 2)];
    memory.set(down.weights.subarray(4 * y, 4 * y + 4), weights);
    kernels.blend(rows, weights, target, halfWidth);
    blendEnd(memory, rows, weights, target, halfWidth);
  };
}

/** An odd number of values at half: the taps lie differently at every place. */
function narrowOdd(memory: Float32Array, source: number, { base, weights }: Taps, target: number): void {
  for (let x = 0; x < base.length; x += 1) {
    const at = source + (base[x] as number);
    const k = 4 * x;
    let sum = fround((memory[at] as number) * (weights[k] as number));
    sum = fround(sum + fround((memory[at + 1] as number) * (weights[k + 1] as number)));
    sum = fround(sum + fround((memory[at + 2] as number) * (weights[k + 2] as number)));
    memory[target + x] = sum + fround((memory[at + 3] as number) * (weights[k + 3] as number));
  }
}

/** The last columns again, top to bottom. */
function blendEnd(memory: Float32Array, rows: readonly number[], weights: number, target: number, count: number): void {
  for (let x = count & ~3; x < count; x += 1) {
    const products = rows.map((row, i) => fround((memory[row + x] as number) * (memory[weights + i] as number)));
    memory[target + x] = products.reduce((sum, product) => fround(sum + product));
  }
}
