import { decode, inputFor } from './assess-picture';
import { sharp } from './safe-sharp';

/** Long side of a picture on the clipboard, in pixels: other programs hold it whole. */
const longestCopied = 8_192;

/** A PNG of the upright picture, for the clipboard: pixels alone, no prompt, no place, no other metadata. @throws what the decoder says */
export async function makeCopy(path: string): Promise<Uint8Array> {
  const { data, width, height, channels } = await decode(await inputFor(path), longestCopied);
  return sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
}
