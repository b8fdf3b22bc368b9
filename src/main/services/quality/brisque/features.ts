import type { MapSums } from './aggd';
import { fitAsymmetric, meanOf } from './aggd';
import { featureCount } from './model';

/**
 * The 36 features from the five maps of either scale (10 in all), float32. Per scale: shape and mean
 * variance of the contrast, then shape, mean, left and right variance of each pair map.
 */
export function featuresOf(maps: readonly MapSums[]): Float32Array {
  const features = maps.flatMap((map, i) => {
    const fit = fitAsymmetric(map);
    const left = fit.left ** 2;
    const right = fit.right ** 2;
    return i % 5 === 0 ? [fit.alpha, (left + right) / 2] : [fit.alpha, meanOf(fit), left, right];
  });
  if (features.length !== featureCount) throw new RangeError(`BRISQUE needs ten maps, not ${maps.length}.`);
  return Float32Array.from(features);
}
