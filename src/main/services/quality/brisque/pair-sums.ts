import type { MapSums } from './aggd';

/** Sums over one map, filled row by row. */
class MapTotals {
  #signs = 0;
  #nonZero = 0;
  #signedSquares = 0;
  #squares = 0;
  #magnitudes = 0;

  /** Adds a row of products a[x] * b[x + shift], or of a[x] alone when `b` is left out. */
  addProducts(a: Float32Array, signsA: Int8Array, b: Float32Array, signsB: Int8Array, shift: number, width: number): void {
    let signs = 0;
    let nonZero = 0;
    let signedSquares = 0;
    let squares = 0;
    let magnitudes = 0;
    for (let x = 0; x < width; x += 1) {
      const sign = (signsA[x] as number) * (signsB[x + shift] as number);
      const product = (a[x] as number) * (b[x + shift] as number);
      const magnitude = Math.abs(product);
      signs += sign;
      nonZero += sign & 1;
      magnitudes += magnitude;
      squares += product * product;
      signedSquares += product * magnitude;
    }
    this.#signs += signs;
    this.#nonZero += nonZero;
    this.#signedSquares += signedSquares;
    this.#squares += squares;
    this.#magnitudes += magnitudes;
  }

  sums(count: number): MapSums {
    return {
      count,
      negatives: (this.#nonZero - this.#signs) / 2,
      positives: (this.#nonZero + this.#signs) / 2,
      negativeSquares: (this.#squares - this.#signedSquares) / 2,
      positiveSquares: (this.#squares + this.#signedSquares) / 2,
      magnitudes: this.#magnitudes,
    };
  }
}

/** Writes the sign of each of `values` as -1, 0 or 1, without a branch: the bits are the float32's own. */
function signsOf(bits: Int32Array, signs: Int8Array, width: number): void {
  for (let x = 0; x < width; x += 1) {
    const value = bits[x] as number;
    signs[x] = (value >> 31) | (((value & 0x7fffffff) + 0x7fffffff) >>> 31);
  }
}

interface Row {
  readonly values: Float32Array;
  readonly bits: Int32Array;
  readonly signs: Int8Array;
}

/** A row of `width` values and a zero after it, so that a neighbour outside makes the product zero. */
function emptyRow(width: number): Row {
  const values = new Float32Array(width + 1);
  return { values, bits: new Int32Array(values.buffer), signs: new Int8Array(width + 1) };
}

/**
 * The five maps of one scale: the contrast itself and its products with the neighbour to the right,
 * below, below right and above right. Of each only the sums are kept.
 *
 * @param next writes row y of the contrast; it is called for every y in order.
 */
export function sumMaps(next: (y: number, out: Float32Array) => void, width: number, height: number): readonly MapSums[] {
  const [contrast, right, below, belowRight, aboveRight] = [
    new MapTotals(), new MapTotals(), new MapTotals(), new MapTotals(), new MapTotals(),
  ] as const;
  const ones = { values: new Float32Array(width).fill(1), signs: new Int8Array(width).fill(1) };
  let above = emptyRow(width);
  let row = emptyRow(width);
  for (let y = 0; y < height; y += 1) {
    next(y, row.values);
    signsOf(row.bits, row.signs, width);
    contrast.addProducts(row.values, row.signs, ones.values, ones.signs, 0, width);
    right.addProducts(row.values, row.signs, row.values, row.signs, 1, width);
    below.addProducts(above.values, above.signs, row.values, row.signs, 0, width);
    belowRight.addProducts(above.values, above.signs, row.values, row.signs, 1, width);
    aboveRight.addProducts(row.values, row.signs, above.values, above.signs, 1, width);
    [above, row] = [row, above];
  }
  return [contrast, right, below, belowRight, aboveRight].map((totals) => totals.sums(width * height));
}
