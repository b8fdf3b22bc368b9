import { gamma } from './gamma';

/**
 * What one map of values leaves behind: an asymmetric generalised Gaussian is fitted from these alone.
 * `count` is the number of all values, zeros too.
 */
export interface MapSums {
  readonly count: number;
  readonly negatives: number;
  readonly positives: number;
  readonly negativeSquares: number;
  readonly positiveSquares: number;
  readonly magnitudes: number;
}

/** Shape, and the root mean square of the values left and right of zero. NaN where a side is empty. */
export interface AsymmetricFit {
  readonly alpha: number;
  readonly left: number;
  readonly right: number;
}

const firstShape = 0.2;
const lastShape = 10;
const shapeStep = 0.001;

/** Shapes 0.2, 0.201 … and the moment ratio of each, which rises with the shape. Made on first use, in 5 ms. */
let table: { readonly shapes: Float64Array; readonly ratios: Float64Array } | undefined;

function shapeTable() {
  if (table === undefined) {
    const shapes: number[] = [];
    // Added up, not multiplied: OpenCV walks the grid so, and the last digits differ.
    for (let shape = firstShape; shape < lastShape; shape += shapeStep) shapes.push(shape);
    const ratios = shapes.map((a) => gamma(2 / a) ** 2 / (gamma(1 / a) * gamma(3 / a)));
    table = { shapes: Float64Array.from(shapes), ratios: Float64Array.from(ratios) };
  }
  return table;
}

/** The shape whose ratio Gamma(2/a)^2 / (Gamma(1/a) Gamma(3/a)) is nearest; of two equally near, the smaller. */
function shapeOf(ratio: number): number {
  const { shapes, ratios } = shapeTable();
  let low = 0;
  let high = ratios.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ratios[middle] as number) < ratio) low = middle;
    else high = middle;
  }
  const nearest = (ratios[high] as number) - ratio < ratio - (ratios[low] as number) ? high : low;
  return shapes[nearest] as number;
}

/**
 * Fits by moments: Lasmar, Stitou, Berthoumieu, "Multiscale skewed heavy tailed model for texture
 * analysis", ICIP 2009, as BRISQUE uses it (Mittal, Moorthy, Bovik, IEEE TIP 21(12), 2012, section III).
 */
export function fitAsymmetric(sums: MapSums): AsymmetricFit {
  const left = Math.sqrt(sums.negativeSquares / sums.negatives);
  const right = Math.sqrt(sums.positiveSquares / sums.positives);
  const g = left / right;
  const meanMagnitude = sums.magnitudes / sums.count;
  const meanSquare = (sums.negativeSquares + sums.positiveSquares) / sums.count;
  const ratio = ((meanMagnitude * meanMagnitude) / meanSquare) * (((g ** 3 + 1) * (g + 1)) / (g * g + 1) ** 2);
  return { alpha: Number.isFinite(ratio) ? shapeOf(ratio) : NaN, left, right };
}

/** Mean of the fitted distribution, without which a pair map's asymmetry would be lost. */
export function meanOf({ alpha, left, right }: AsymmetricFit): number {
  return (right - left) * (gamma(2 / alpha) / gamma(1 / alpha)) * Math.sqrt(gamma(1 / alpha) / gamma(3 / alpha));
}
