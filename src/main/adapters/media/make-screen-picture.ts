import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decode, inputFor } from './assess-picture';
import { sharp } from './safe-sharp';

/**
 * Writes what a screen shows of a large picture, whole or not at all: a JPEG of at most 2,048 pixels a side, which a window decodes
 * in a tenth of the time that a dozen megapixels take.
 * @throws what the decoder says of the picture, or the system's error
 */
export async function makeScreenPicture(path: string, place: string): Promise<null> {
  const { data, width, height, channels } = await decode(await inputFor(path));
  const jpeg = await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
  await mkdir(dirname(place), { recursive: true });
  const part = `${place}.${process.pid}.part`;
  await writeFile(part, jpeg);
  await rename(part, place);
  return null;
}
