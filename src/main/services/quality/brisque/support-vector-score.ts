import type { BrisqueModel } from './model';
import { featureCount } from './model';

/** The features moved to about -1..1 by the training range, float32, not clipped. */
function scaled(features: Float32Array, { rangeLow, rangeHigh }: BrisqueModel): Float32Array {
  return features.map((feature, i) => {
    const low = rangeLow[i] as number;
    const high = rangeHigh[i] as number;
    return -1 + (2 * Math.fround(feature - low)) / Math.fround(high - low);
  });
}

/** Epsilon-SVR with an RBF kernel: sum of weight * exp(-gamma |vector - z|^2), less rho. Not clamped. */
export function supportVectorScore(features: Float32Array, model: BrisqueModel): number {
  const z = scaled(features, model);
  const { gamma, weights, vectors } = model;
  let score = -model.rho;
  for (let i = 0; i < weights.length; i += 1) {
    const start = i * featureCount;
    let distance = 0;
    for (let k = 0; k < featureCount; k += 1) {
      const d = (vectors[start + k] as number) - (z[k] as number);
      distance += d * d;
    }
    score += (weights[i] as number) * Math.exp(-gamma * distance);
  }
  return score;
}
