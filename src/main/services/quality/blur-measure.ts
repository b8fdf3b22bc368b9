/** Half the width of the blur that the picture is compared with: nine taps. */
const reach = 4;
const taps = 2 * reach + 1;
/** One row in so many is looked at. Odd, so that rows on the edges of JPEG blocks are not left out or picked out. */
const every = 3;

/**
 * How little a picture loses when it is blurred again, 0 (sharp) to 1 (nothing left to lose).
 * F. Crete, T. Dolmiere, P. Ladret, M. Nicolas, "The blur effect: perception and estimation with a new
 * no-reference perceptual blur metric", SPIE 6492, 2007. The blurrier of the two directions counts.
 */
export function blurMeasure(gray: Uint8Array, width: number, height: number, thin = 1): number {
  return Math.max(lossAcross(gray, width, height, every * thin), lossDown(gray, width, height, every * thin));
}

/** The part of the variation between neighbours in a row that a blur along the row leaves. */
function lossAcross(gray: Uint8Array, width: number, height: number, step: number): number {
  let variation = 0;
  let lost = 0;
  const row = new Uint8Array(width + taps);
  for (let y = 0; y < height; y += step) {
    // The row starts at reach + 1; its ends are repeated outward.
    const start = y * width;
    row.set(gray.subarray(start, start + width), reach + 1);
    row.fill(gray[start] as number, 0, reach + 1);
    row.fill(gray[start + width - 1] as number, width + reach + 1);
    for (let x = 1; x < width; x += 1) {
      const here = x + reach + 1;
      const sharp = Math.abs((row[here] as number) - (row[here - 1] as number));
      // Two neighbouring nine-tap means differ by what enters and what leaves.
      const blurred = Math.abs((row[here + reach] as number) - (row[here - reach - 1] as number));
      variation += sharp * taps;
      lost += positive(sharp * taps - blurred);
    }
  }
  return variation === 0 ? 0 : (variation - lost) / variation;
}

/** The same down the columns, read row by row. */
function lossDown(gray: Uint8Array, width: number, height: number, step: number): number {
  let variation = 0;
  let lost = 0;
  const rowStart = (y: number) => Math.min(height - 1, Math.max(0, y)) * width;
  for (let y = 1; y < height; y += step) {
    const here = rowStart(y);
    const above = rowStart(y - 1);
    const entering = rowStart(y + reach);
    const leaving = rowStart(y - reach - 1);
    for (let x = 0; x < width; x += 1) {
      const sharp = Math.abs((gray[here + x] as number) - (gray[above + x] as number));
      const blurred = Math.abs((gray[entering + x] as number) - (gray[leaving + x] as number));
      variation += sharp * taps;
      lost += positive(sharp * taps - blurred);
    }
  }
  return variation === 0 ? 0 : (variation - lost) / variation;
}

/** max(0, value) without a branch, for integers. */
function positive(value: number): number {
  return value & ~(value >> 31);
}
