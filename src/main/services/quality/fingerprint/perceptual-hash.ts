import { reducedTo } from './reduced';

/** Pixels of the small gray picture that the hash is made of, each way. */
const side = 32;
/** Frequencies that are kept, each way: 1 … 8 half waves over the picture. */
const kept = 8;
/** A picture with a shorter side, or one that is more oblong, holds too little to be compared. */
const shortestSide = 32;
const mostOblong = 16;
/**
 * Root mean square of the kept frequencies under which rounding and recompression would decide the bits: a picture whose
 * coarse shapes differ by little more than one level of gray. Photos and pictures made with AI have 25 and more.
 */
const leastTexture = 5;

/** `waves[u * side + x]`: the DCT-II of a line, for the kept frequencies. */
const waves = Float64Array.from({ length: kept * side }, (_, at) => {
  const [u, x] = [Math.floor(at / side) + 1, at % side];
  return Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side)) * Math.sqrt(2 / side);
});

/**
 * A fingerprint of what a picture shows: 64 bits that stay nearly the same when it is resized, recompressed or made a little
 * brighter, and of which half differ when it is another picture. The DCT hash of C. Zauner, "Implementation and Benchmarking
 * of Perceptual Image Hash Functions" (2010): the picture in gray and 32 × 32, its discrete cosine transform, of that the
 * 8 × 8 lowest frequencies without the constant ones, and for each whether it lies above their median.
 *
 * @param gray one byte per pixel, row after row
 * @returns sixteen hexadecimal digits; null when the picture is too small, too oblong or too flat for them to mean anything
 */
export function perceptualHash(gray: Uint8Array, width: number, height: number): string | null {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (shorter < shortestSide || longer > mostOblong * shorter) return null;
  const frequencies = lowFrequencies(reducedTo(side, gray, width, height));
  const texture = Math.sqrt(frequencies.reduce((sum, each) => sum + each * each, 0) / frequencies.length);
  if (texture < leastTexture) return null;
  const median = medianOf(frequencies);
  let digits = '';
  for (let at = 0; at < frequencies.length; at += 4) {
    let digit = 0;
    for (const each of frequencies.subarray(at, at + 4)) digit = digit * 2 + Number(each > median);
    digits += digit.toString(16);
  }
  return digits;
}

/** Row after row: columns first, then the lines of what is left. */
function lowFrequencies(pixels: Float64Array): Float64Array {
  const columns = new Float64Array(kept * side);
  for (let v = 0; v < kept; v += 1) {
    for (let y = 0; y < side; y += 1) {
      const wave = waves[v * side + y] as number;
      for (let x = 0; x < side; x += 1) columns[v * side + x] = (columns[v * side + x] as number) + wave * (pixels[y * side + x] as number);
    }
  }
  return Float64Array.from({ length: kept * kept }, (_, at) => {
    const [v, u] = [Math.floor(at / kept), at % kept];
    let sum = 0;
    for (let x = 0; x < side; x += 1) sum += (waves[u * side + x] as number) * (columns[v * side + x] as number);
    return sum;
  });
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const half = sorted.length / 2;
  return ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
