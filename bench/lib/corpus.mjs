import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { seededRandom } from '../../scripts/lib/seeded-random.mjs';

/**
 * A mix such as an artist's inbox holds: PNG of one and six megapixels, camera-sized JPEG, WebP. The pixels are layered
 * noise, seeded, so that they compress and decode like pictures and every machine makes the same ones.
 */
const kinds = [
  { share: 0.4, name: 'png-1mp', extension: 'png', width: 1024, height: 1024, encode: (image) => image.png({ compressionLevel: 6 }) },
  { share: 0.2, name: 'png-6mp', extension: 'png', width: 2048, height: 3072, encode: (image) => image.png({ compressionLevel: 6 }) },
  { share: 0.3, name: 'jpeg-12mp', extension: 'jpg', width: 4000, height: 3000, encode: (image) => image.jpeg({ quality: 85 }) },
  { share: 0.1, name: 'webp-1.6mp', extension: 'webp', width: 1536, height: 1024, encode: (image) => image.webp({ quality: 85 }) },
];

/** Fills a folder with `count` pictures and resolves with their paths. A folder that holds them already is left as it is. */
export async function makeCorpus(folder, count) {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  const wanted = kinds.flatMap((kind) => Array.from({ length: Math.round(kind.share * count) }, (_, i) => ({ kind, i })));
  for (const { kind, i } of wanted) {
    const name = `${kind.name}-${String(i).padStart(3, '0')}.${kind.extension}`;
    if (!present.includes(name)) await writeFile(join(folder, name), await picture(kind, i + 1));
  }
  return (await readdir(folder)).map((name) => join(folder, name));
}

async function picture({ width, height, encode }, seed) {
  const random = seededRandom(seed * 7919 + width);
  let image = sharp(layer(random, 4, 3, 255), { raw: { width: 4, height: 3, channels: 3 } }).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  const layers = await Promise.all(
    [16, 64, 256].map(async (size) => ({
      input: await sharp(layer(random, size, size, 255, Math.round(1024 / size) + 8), { raw: { width: size, height: size, channels: 4 } })
        .resize(width, height, { fit: 'fill', kernel: 'cubic' })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    })),
  );
  image = sharp(await image.png({ compressionLevel: 1 }).toBuffer()).composite(layers).removeAlpha();
  return encode(image).toBuffer();
}

function layer(random, width, height, strength, alpha) {
  const channels = alpha === undefined ? 3 : 4;
  const pixels = Buffer.alloc(width * height * channels);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = channels === 4 && at % 4 === 3 ? alpha : Math.floor(random() * strength);
  return pixels;
}
