import type { MapSums } from './aggd';

/**
 * The arithmetic on rows of float32, in one memory. There are two versions: SIMD where the processor
 * has fused multiply-add, plain JavaScript elsewhere. Their rows are equal bit for bit.
 *
 * A row is named by its place in `memory`. Up to three values after `count` may be read and written,
 * so rows lie at least that far apart.
 */
export interface RowKernels {
  readonly memory: Float32Array;
  /** Bytes from `start` on as float32 0..1. */
  levels(gray: Uint8Array, start: number, target: number, count: number): void;
  /** Half as many values, bicubic, of an even number of them. The source begins one value before the first. */
  narrow(source: number, target: number, count: number): void;
  /** The weighted sum of four rows: four weights lie at `weights`. */
  blend(rows: readonly number[], weights: number, target: number, count: number): void;
  /** target = source squared. */
  square(source: number, target: number, count: number): void;
  /** The window across. The source begins three values before the target's first. */
  blur(source: number, target: number, count: number): void;
  /** The window down seven rows of means and of mean squares, and from them the normalised contrast of `pixels`. */
  contrast(pixels: number, means: readonly number[], squares: readonly number[], target: number, count: number): void;
  /** Adds the products of two rows to map 0 to 4. The three values after `count` must be zero in one of them. */
  addProducts(map: number, a: number, b: number, count: number): void;
  /** The sums of a map that has `count` values in all. */
  sums(map: number, count: number): MapSums;
  /** Sets the sums of every map to zero. */
  reset(): void;
}

export const mapCount = 5;
