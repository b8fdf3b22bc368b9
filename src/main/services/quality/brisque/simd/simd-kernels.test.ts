import { describe, expect, it } from 'vitest';
import { drawn, fixture, randomNumbers } from '../../../../testing/quality-pictures';
import { brisqueFeatures, kernelFloats } from '../features';
import type { RowKernels } from '../row-kernels';
import { ScalarKernels } from '../scalar-kernels';
import { SimdKernels } from './simd-kernels';

const floats = 4096;
const simd = SimdKernels.create(floats);
const scalar = new ScalarKernels(floats);

/** Fills both memories with the same 0..1 values, does the same in both, and hands back `count` results of each. */
function inBoth(action: (kernels: RowKernels) => void, target: number, count: number): [number[], number[]] {
  const results = [simd!, scalar].map((kernels) => {
    const random = randomNumbers(count);
    for (let i = 0; i < floats; i += 1) kernels.memory[i] = random();
    action(kernels);
    return [...kernels.memory.subarray(target, target + count)];
  });
  return results as [number[], number[]];
}

// Where the processor has no fused multiply-add, the plain kernels are the ones in use, and nothing is left to compare.
describe.skipIf(simd === undefined)('[Q] SIMD gives the bits of plain JavaScript', () => {
  const rows = [0, 80, 160, 240, 320, 400, 480];
  it.each([1, 4, 7, 64, 65, 66, 67])('[Q] for %d values', (count) => {
    const gray = Uint8Array.from({ length: count + 5 }, (_, i) => (i * 37) & 255);
    const actions: ((kernels: RowKernels) => void)[] = [
      (k) => k.levels(gray, 5, 2000, count),
      (k) => k.narrow(1, 2000, count),
      (k) => k.blend([0, 500, 1000, 1500], 3000, 2000, count),
      (k) => k.square(3, 2000, count),
      (k) => k.blur(3, 2000, count),
      (k) => k.contrast(600, rows, rows.map((row) => row + 701), 2000, count),
    ];
    for (const action of actions) {
      const [fast, plain] = inBoth(action, 2000, count);
      expect(fast).toEqual(plain);
    }
  });

  it('[Q] for sums, to the last digits', () => {
    const random = randomNumbers(5);
    const values = Float32Array.from({ length: 1500 }, () => Math.round(random() * 8 - 4) / 3);
    const sums = [simd!, scalar].map((kernels) => {
      kernels.memory.fill(0);
      kernels.memory.set(values);
      kernels.reset();
      kernels.addProducts(3, 0, 1, 1500);
      kernels.addProducts(3, 1, 5, 1495);
      return kernels.sums(3, 2995);
    });
    expect(sums[0]!.negatives).toBe(sums[1]!.negatives);
    expect(sums[0]!.positives).toBe(sums[1]!.positives);
    for (const key of ['negativeSquares', 'positiveSquares', 'magnitudes'] as const) {
      expect(Math.abs(sums[0]![key] / sums[1]![key] - 1)).toBeLessThan(1e-6);
    }
    simd!.reset();
    expect(simd!.sums(3, 10)).toEqual({ count: 10, negatives: 0, positives: 0, negativeSquares: 0, positiveSquares: 0, magnitudes: 0 });
  });
});

describe('[Q] the kernels in plain JavaScript', () => {
  it.each(['pristine.png', 'odd-size.png', 'jpeg-8.png'])('[Q] give the features of %s that SIMD gives', async (name) => {
    const { gray, width, height } = await fixture(name);
    const plain = brisqueFeatures(gray, width, height, new ScalarKernels(kernelFloats(width)));
    brisqueFeatures(gray, width, height).forEach((value, i) => expect(Math.abs(value - plain[i]!)).toBeLessThan(1e-6));
  });

  it('[Q] and those of SIMD are not disturbed by what a larger picture left in memory', () => {
    const random = randomNumbers(8);
    const small = drawn(65, 71, () => random() * 256);
    const large = drawn(2050, 80, () => random() * 256);
    const available = [new ScalarKernels(kernelFloats(2050)), SimdKernels.create(kernelFloats(2050))];
    for (const kernels of available.filter((one) => one !== undefined)) {
      const before = brisqueFeatures(small.gray, small.width, small.height, kernels);
      brisqueFeatures(large.gray, large.width, large.height, kernels);
      expect(brisqueFeatures(small.gray, small.width, small.height, kernels)).toEqual(before);
    }
  });
});
