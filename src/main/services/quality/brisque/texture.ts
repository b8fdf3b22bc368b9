/** A pixel is texture when it differs from the mean of its four neighbours by at least this many gray levels. */
const levels = 1;
/** Fewer such pixels than this share, and the picture is flat as far as statistics of texture go. */
const share = 1 / 1000;

/**
 * Whether there is anything for BRISQUE to measure. Flat pictures and ramps have no texture: their
 * contrast is rounding noise, to which OpenCV gives 100 (or NaN). Stops as soon as enough is seen.
 */
export function hasTexture(gray: Uint8Array, width: number, height: number): boolean {
  let needed = Math.max(1, share * width * height);
  for (let y = 1; y < height - 1; y += 1) {
    const end = (y + 1) * width - 1;
    for (let i = y * width + 1; i < end; i += 1) {
      const around = (gray[i - 1] as number) + (gray[i + 1] as number) + (gray[i - width] as number) + (gray[i + width] as number);
      if (Math.abs(4 * (gray[i] as number) - around) >= 4 * levels) needed -= 1;
    }
    if (needed <= 0) return true;
  }
  return false;
}
