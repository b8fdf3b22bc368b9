const tile = 32;
/** A tile with more pixels than this at either end of the scale has had its noise cut off, and is left out. */
const clippedShare = 0.1;
/** sqrt(pi/2) / 6: from the mean magnitude of the mask's answer to the standard deviation of the noise. */
const toDeviation = Math.sqrt(Math.PI / 2) / 6;

/**
 * Standard deviation of the noise in gray levels. J. Immerkaer, "Fast noise variance estimation",
 * Computer Vision and Image Understanding 64(2), 1996, taken over tiles of 32 x 32, every
 * other one as on a chessboard, of which the lower quartile counts: texture raises the estimate in
 * some tiles, noise raises it in all.
 */
export function noiseMeasure(gray: Uint8Array, width: number, height: number, thin = 1): number {
  const deviations: number[] = [];
  for (let top = 1; top + tile < height; top += tile * thin) {
    const shift = ((top / tile) & 1) * tile;
    for (let left = 1 + shift; left + tile < width; left += 2 * tile) {
      const deviation = tileDeviation(gray, width, left, top);
      if (deviation !== undefined) deviations.push(deviation);
    }
  }
  deviations.sort((a, b) => a - b);
  return deviations[deviations.length >> 2] ?? 0;
}

function tileDeviation(gray: Uint8Array, width: number, left: number, top: number): number | undefined {
  let sum = 0;
  let clipped = 0;
  for (let y = top; y < top + tile; y += 1) {
    const above = (y - 1) * width;
    const here = y * width;
    const below = (y + 1) * width;
    for (let x = left; x < left + tile; x += 1) {
      const level = gray[here + x] as number;
      clipped += level < 2 || level > 253 ? 1 : 0;
      const corners = secondDifference(gray, above + x) + secondDifference(gray, below + x);
      sum += Math.abs(corners - 2 * secondDifference(gray, here + x));
    }
  }
  const pixels = tile * tile;
  return clipped > clippedShare * pixels ? undefined : (toDeviation * sum) / pixels;
}

function secondDifference(gray: Uint8Array, i: number): number {
  return (gray[i - 1] as number) - 2 * (gray[i] as number) + (gray[i + 1] as number);
}
