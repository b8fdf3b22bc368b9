import type { RowSource } from './half-size';

const { fround } = Math;

/** The window: a Gaussian, 7 x 7, sigma 7/6, normalised; its float32 taps from the centre outward. */
const k0 = fround(0.34263152);
const k1 = fround(0.23729607);
const k2 = fround(0.07882796);
const k3 = fround(0.012560201);

const reach = 3;
const ringRows = 8;
const floor = fround(1 / 255);

/** One row of normalised contrast: `values` holds the row and one zero after it. */
export type ContrastRow = (values: Float32Array, y: number) => void;

/**
 * Mean subtracted contrast normalised coefficients (MSCN), row by row:
 * (x - mu) / (sd + 1/255), mu and sd taken over the window, edges repeated; source: Mittal, Moorthy,
 * Bovik, IEEE TIP 21(12), 2012, section III.A.
 *
 * In flat areas the sign of the last bit decides who counts as positive or negative, so the order of
 * the float32 operations is OpenCV's: `fround(k * x + sum)` on float32 inputs is a fused
 * multiply-add but for rare double rounding. Where rounding makes the variance negative, OpenCV gets
 * NaN and counts it as zero; here it is zero at once.
 */
export class ContrastRows {
  readonly #width: number;
  readonly #height: number;
  readonly #source: RowSource;
  readonly #pixels: Float32Array[];
  readonly #means: Float32Array[];
  readonly #squares: Float32Array[];
  readonly #padded: Float32Array;
  #blurred = 0;

  constructor(source: RowSource, width: number, height: number) {
    const ring = () => Array.from({ length: ringRows }, () => new Float32Array(width));
    this.#source = source;
    this.#width = width;
    this.#height = height;
    this.#pixels = ring();
    this.#means = ring();
    this.#squares = ring();
    this.#padded = new Float32Array(width + 2 * reach);
  }

  /** Writes row `y` to `out`, at least `width` long. Rows must be asked for in order, from 0. */
  next(y: number, out: Float32Array): void {
    while (this.#blurred <= Math.min(this.#height - 1, y + reach)) this.#blurAcross(this.#blurred++);
    const rows = (ring: readonly Float32Array[]) =>
      [0, 1, 2, 3, 4, 5, 6].map((i) => ring[this.#clamp(y + i - reach) & (ringRows - 1)] as Float32Array);
    const pixels = this.#pixels[y & (ringRows - 1)] as Float32Array;
    contrastOf(pixels, rows(this.#means), rows(this.#squares), this.#width, out);
  }

  #clamp(y: number): number {
    return Math.min(this.#height - 1, Math.max(0, y));
  }

  #blurAcross(y: number): void {
    const slot = y & (ringRows - 1);
    const padded = this.#padded;
    const end = reach + this.#width;
    this.#source(y, padded, reach);
    padded.fill(padded[reach] as number, 0, reach);
    padded.fill(padded[end - 1] as number, end);
    const pixels = this.#pixels[slot] as Float32Array;
    pixels.set(padded.subarray(reach, end));
    blurRow(padded, this.#means[slot] as Float32Array);
    for (let i = 0; i < padded.length; i += 1) padded[i] = (padded[i] as number) * (padded[i] as number);
    blurRow(padded, this.#squares[slot] as Float32Array);
  }
}

/** Blurs one row across, the taps left to right. `padded` is longer than `out` by the reach on either side. */
function blurRow(padded: Float32Array, out: Float32Array): void {
  for (let x = 0; x < out.length; x += 1) {
    let sum = fround(k3 * (padded[x] as number));
    sum = fround(k2 * (padded[x + 1] as number) + sum);
    sum = fround(k1 * (padded[x + 2] as number) + sum);
    sum = fround(k0 * (padded[x + 3] as number) + sum);
    sum = fround(k1 * (padded[x + 4] as number) + sum);
    sum = fround(k2 * (padded[x + 5] as number) + sum);
    out[x] = k3 * (padded[x + 6] as number) + sum;
  }
}

/** Blurs seven rows down, the taps from the centre outward, and normalises the middle one. */
function contrastOf(
  pixels: Float32Array, means: readonly Float32Array[], squares: readonly Float32Array[], width: number, out: Float32Array,
): void {
  const [a3, a2, a1, a0, b1, b2, b3] = means as [
    Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array,
  ];
  const [c3, c2, c1, c0, d1, d2, d3] = squares as [
    Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array,
  ];
  for (let x = 0; x < width; x += 1) {
    let mu = fround(k0 * (a0[x] as number));
    mu = fround(k1 * fround((a1[x] as number) + (b1[x] as number)) + mu);
    mu = fround(k2 * fround((a2[x] as number) + (b2[x] as number)) + mu);
    mu = fround(k3 * fround((a3[x] as number) + (b3[x] as number)) + mu);
    let square = fround(k0 * (c0[x] as number));
    square = fround(k1 * fround((c1[x] as number) + (d1[x] as number)) + square);
    square = fround(k2 * fround((c2[x] as number) + (d2[x] as number)) + square);
    square = fround(k3 * fround((c3[x] as number) + (d3[x] as number)) + square);
    const variance = fround(square - fround(mu * mu));
    const spread = fround(fround(Math.sqrt(variance)) + floor);
    out[x] = variance < 0 ? 0 : fround((pixels[x] as number) - mu) / spread;
  }
}
