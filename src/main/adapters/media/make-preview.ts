import { decode, inputFor } from './assess-picture';
import { sharp } from './safe-sharp';

/** Long side of a preview, in pixels. */
const previewSide = 1_024;

/** A small JPEG of a picture, for those who look at it elsewhere: pixels alone, no prompt, no place, no other metadata. */
export async function makePreview(path: string): Promise<Uint8Array> {
  const { data, width, height, channels } = await decode(await inputFor(path));
  return sharp(data, { raw: { width, height, channels } })
    .resize(previewSide, previewSide, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
