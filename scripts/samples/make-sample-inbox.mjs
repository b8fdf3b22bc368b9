/**
 * Makes the sample inbox: pictures painted by code, carrying the metadata of real tools, in the folders of two projects.
 * The same input gives the same files. The result is committed.
 *
 *   node scripts/samples/make-sample-inbox.mjs [PART]     only the files whose path contains PART
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { appModules } from '../lib/app-modules.mjs';
import { render } from './paint/render.mjs';
import { samples } from './samples.mjs';

const { pngText, withPngChunks } = await appModules.main('services/assets/testing/write-png');
const { jpegExif, withJpegSegments } = await appModules.main('services/assets/testing/write-jpeg');
const { withWebpExif } = await appModules.main('services/assets/testing/write-webp');
const { userComment, writeExif } = await appModules.main('services/assets/testing/write-exif');

/**
 * The bytes of every sample by path.
 * @param scale 1 for the real files; less paints smaller pictures, for tests
 * @param part only files whose path contains this
 */
export const makeSamples = async (scale = 1, part = '') => {
  const files = new Map();
  for (const sample of samples.filter(({ path, copyOf }) => (copyOf ?? path).includes(part))) {
    files.set(sample.path, sample.copyOf === undefined ? await makeFile(sample, scale) : files.get(sample.copyOf));
  }
  return files;
};

const makeFile = async (sample, scale) => {
  const width = Math.round(sample.width * scale);
  const height = Math.round(sample.height * scale);
  const pixels = render(sample.scene, width, height, { samples: scale === 1 ? 2 : 1, ...sample.paint });
  let image = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (sample.blur !== undefined) image = image.blur(sample.blur);

  if (sample.path.endsWith('.png')) {
    const png = await image.png({ compressionLevel: 9 }).toBuffer();
    const chunks = Object.entries(sample.texts).map(([key, text]) => pngText(key, text));
    const whole = withPngChunks(png, chunks);
    return sample.keep === undefined ? whole : whole.subarray(0, Math.round(whole.length * sample.keep));
  }
  // Tools that write UTF-16LE are those whose EXIF block is little-endian.
  const littleEndian = sample.comment?.form === 'UTF-16LE';
  const commented = sample.comment && { exif: { 0x9286: userComment(sample.comment.text, sample.comment.form) }, littleEndian };
  const exif = writeExif(commented ?? sample.exif);
  if (sample.path.endsWith('.webp')) {
    return withWebpExif(await image.webp({ quality: sample.quality ?? 86, effort: 6 }).toBuffer(), exif, width, height);
  }
  const jpeg = await image.jpeg({ quality: sample.quality, chromaSubsampling: '4:2:0' }).toBuffer();
  return withJpegSegments(jpeg, [jpegExif(exif)]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(dirname(fileURLToPath(import.meta.url)), '../../resources/sample-inbox');
  const files = await makeSamples(1, process.argv[2]);
  let total = 0;
  for (const [path, bytes] of files) {
    await mkdir(join(target, dirname(path)), { recursive: true });
    await writeFile(join(target, path), bytes);
    total += bytes.length;
    console.log(`${String(Math.round(bytes.length / 1024)).padStart(5)} KiB  ${path}`);
  }
  console.log(`${files.size} files, ${(total / 1024 / 1024).toFixed(2)} MiB`);
}
