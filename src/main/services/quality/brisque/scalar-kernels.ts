import type { MapSums } from './aggd';
import type { RowKernels } from './row-kernels';
import { mapCount } from './row-kernels';
import { halvingTaps } from './halving';
import { contrastFloor, grayUnit, windowTaps } from './window';

const { fround } = Math;
const [k0, k1, k2, k3] = windowTaps;
const [h0, h1, h2, h3] = halvingTaps;

/** Sums of one map: signs, values other than zero, signed squares, squares, magnitudes. */
const fields = 5;

/** `fround(k * x + sum)` on float32 inputs is a fused multiply-add but for rare double rounding. */
export class ScalarKernels implements RowKernels {
  readonly memory: Float32Array;
  readonly #bits: Int32Array;
  readonly #sums = new Float64Array(mapCount * fields);

  constructor(floats: number) {
    this.memory = new Float32Array(floats);
    this.#bits = new Int32Array(this.memory.buffer);
  }

  levels(gray: Uint8Array, start: number, target: number, count: number): void {
    const m = this.memory;
    for (let x = 0; x < count; x += 1) m[target + x] = (gray[start + x] as number) * grayUnit;
  }

  narrow(source: number, target: number, count: number): void {
    const m = this.memory;
    for (let x = 0, at = source; x < count; x += 1, at += 2) {
      let sum = fround((m[at] as number) * h0);
      sum = fround(sum + fround((m[at + 1] as number) * h1));
      sum = fround(sum + fround((m[at + 2] as number) * h2));
      m[target + x] = sum + fround((m[at + 3] as number) * h3);
    }
  }

  blend(rows: readonly number[], weights: number, target: number, count: number): void {
    const m = this.memory;
    const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rows;
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = m.subarray(weights, weights + 4);
    for (let x = 0; x < count; x += 1) {
      const lower = fround(fround((m[r2 + x] as number) * w2) + fround((m[r3 + x] as number) * w3));
      m[target + x] = fround((m[r0 + x] as number) * w0) + fround(fround((m[r1 + x] as number) * w1) + lower);
    }
  }

  square(source: number, target: number, count: number): void {
    const m = this.memory;
    for (let x = 0; x < count; x += 1) m[target + x] = (m[source + x] as number) * (m[source + x] as number);
  }

  blur(source: number, target: number, count: number): void {
    const m = this.memory;
    for (let x = 0; x < count; x += 1) {
      const at = source + x;
      let sum = fround(k3 * (m[at] as number));
      sum = fround(k2 * (m[at + 1] as number) + sum);
      sum = fround(k1 * (m[at + 2] as number) + sum);
      sum = fround(k0 * (m[at + 3] as number) + sum);
      sum = fround(k1 * (m[at + 4] as number) + sum);
      sum = fround(k2 * (m[at + 5] as number) + sum);
      m[target + x] = k3 * (m[at + 6] as number) + sum;
    }
  }

  contrast(pixels: number, means: readonly number[], squares: readonly number[], target: number, count: number): void {
    const m = this.memory;
    const [a3 = 0, a2 = 0, a1 = 0, a0 = 0, b1 = 0, b2 = 0, b3 = 0] = means;
    const [c3 = 0, c2 = 0, c1 = 0, c0 = 0, d1 = 0, d2 = 0, d3 = 0] = squares;
    for (let x = 0; x < count; x += 1) {
      let mu = fround(k0 * (m[a0 + x] as number));
      mu = fround(k1 * fround((m[a1 + x] as number) + (m[b1 + x] as number)) + mu);
      mu = fround(k2 * fround((m[a2 + x] as number) + (m[b2 + x] as number)) + mu);
      mu = fround(k3 * fround((m[a3 + x] as number) + (m[b3 + x] as number)) + mu);
      let square = fround(k0 * (m[c0 + x] as number));
      square = fround(k1 * fround((m[c1 + x] as number) + (m[d1 + x] as number)) + square);
      square = fround(k2 * fround((m[c2 + x] as number) + (m[d2 + x] as number)) + square);
      square = fround(k3 * fround((m[c3 + x] as number) + (m[d3 + x] as number)) + square);
      const variance = fround(square - fround(mu * mu));
      const spread = fround(fround(Math.sqrt(variance)) + contrastFloor);
      m[target + x] = variance < 0 ? 0 : fround((m[pixels + x] as number) - mu) / spread;
    }
  }

  addProducts(map: number, a: number, b: number, count: number): void {
    const m = this.memory;
    const bits = this.#bits;
    let signs = 0;
    let nonZero = 0;
    let signedSquares = 0;
    let squares = 0;
    let magnitudes = 0;
    for (let x = 0; x < count; x += 1) {
      const product = fround((m[a + x] as number) * (m[b + x] as number));
      const sign = signOf(bits[a + x] as number) * signOf(bits[b + x] as number);
      const magnitude = Math.abs(product);
      signs += sign;
      nonZero += sign & 1;
      signedSquares += product * magnitude;
      squares += product * product;
      magnitudes += magnitude;
    }
    [signs, nonZero, signedSquares, squares, magnitudes].forEach((sum, i) => {
      this.#sums[map * fields + i] = (this.#sums[map * fields + i] as number) + sum;
    });
  }

  sums(map: number, count: number): MapSums {
    const [signs = 0, nonZero = 0, signedSquares = 0, squares = 0, magnitudes = 0] = this.#sums.subarray(map * fields);
    return {
      count,
      negatives: (nonZero - signs) / 2,
      positives: (nonZero + signs) / 2,
      negativeSquares: (squares - signedSquares) / 2,
      positiveSquares: (squares + signedSquares) / 2,
      magnitudes,
    };
  }

  reset(): void {
    this.#sums.fill(0);
  }
}

/** -1, 0 or 1 from the bits of a float32, without a branch. */
function signOf(bits: number): number {
  const nonZero = ((bits & 0x7fffffff) + 0x7fffffff) >>> 31;
  return ((bits >> 31) | nonZero) & -nonZero;
}
