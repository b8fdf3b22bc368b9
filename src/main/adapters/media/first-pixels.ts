import type { ByteSource } from '../../services/assets/containers/byte-source';
import type { ReadPixels } from '../../services/assets/tools/stealth/read-pixels';
import { sharp } from './safe-sharp';

/** Bytes of a file that are read for a look at its pixels; larger ones are left alone. */
const mostBytes = 64 * 1024 * 1024;
/** Pixels of a picture that is looked at. */
const pixelLimit = 100_000_000;

/** The assets service's wish for the upper left corner of a PNG or WebP, sample for sample as it is stored. */
export function firstPixelsOf(source: ByteSource): ReadPixels {
  let held: Promise<Uint8Array> | null = null;
  return async ({ columns, rows }) => {
    if (source.size > mostBytes) return null;
    held ??= source.read(0, source.size);
    try {
      const input = await held;
      const options = { limitInputPixels: pixelLimit, failOn: 'error', ignoreIcc: true, sequentialRead: true } as const;
      const corner = { left: 0, top: 0, width: columns, height: rows };
      const { data, info } = await sharp(input, options).extract(corner).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      return info.channels === 4 ? { width: info.width, height: info.height, data } : null;
    } catch {
      // What cannot be decoded hides no text; that it is damaged will be found when it is rated.
      return null;
    }
  };
}
