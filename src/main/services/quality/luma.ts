/** The score is taken at native size up to this many pixels on the long side. */
export const longestRatedSide = 2048;

/**
 * The size at which a picture is rated. BRISQUE depends on the size, so it is fixed here and recorded
 * with the score: native, or reduced to 2,048 px on the long side when the picture is larger.
 */
export function canonicalSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longestRatedSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Gray as OpenCV 4.6 makes it: Rec. 601 luma in 15-bit fixed point, rounded. Equal to cv2.cvtColor
 * for all 16,777,216 colours.
 *
 * @param pixels 8 bits per channel, interleaved, R first. A picture with transparency must have been
 *   flattened on white by the caller; a fourth channel is skipped.
 * @param channels 1 (already gray, returned as it is), 3 or 4.
 * @throws RangeError when the length is no multiple of `channels`.
 */
export function grayOf(pixels: Uint8Array, channels: 1 | 3 | 4): Uint8Array {
  if (pixels.length % channels !== 0) throw new RangeError(`${pixels.length} bytes do not divide into ${channels} channels.`);
  if (channels === 1) return pixels;
  const gray = new Uint8Array(pixels.length / channels);
  for (let i = 0, at = 0; i < gray.length; i += 1, at += channels) {
    const r = pixels[at] as number;
    const g = pixels[at + 1] as number;
    const b = pixels[at + 2] as number;
    gray[i] = (9798 * r + 19235 * g + 3735 * b + 16384) >> 15;
  }
  return gray;
}
