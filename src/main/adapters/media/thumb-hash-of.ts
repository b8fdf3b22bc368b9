import type { ThumbHash } from '@shared/library/thumb-hash';
import { rgbaToThumbHash } from 'thumbhash';
import type { Pixels } from './assess-picture';
import { sharp } from './safe-sharp';

/** Long side of what a hash is made of, in pixels: it holds no more than seven waves. */
export const hashedSide = 64;

/** The hash of decoded pixels; null when none can be made, which is no fault of the picture. */
export async function thumbHashOf({ data, width, height, channels }: Pixels): Promise<ThumbHash | null> {
  try {
    const small = await sharp(data, { raw: { width, height, channels } })
      .resize(hashedSide, hashedSide, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { info } = small;
    const rgba = new Uint8Array(info.width * info.height * 4).fill(255);
    for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
      const at = pixel * info.channels;
      for (let colour = 0; colour < 3; colour += 1) rgba[pixel * 4 + colour] = small.data[info.channels < 3 ? at : at + colour] ?? 0;
    }
    return Buffer.from(rgbaToThumbHash(info.width, info.height, rgba)).toString('base64');
  } catch {
    return null;
  }
}
