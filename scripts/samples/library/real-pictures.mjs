import { Buffer } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { seededRandom } from '../../lib/seeded-random.mjs';
import { render } from '../paint/render.mjs';
import { floatingLanterns } from '../paint/scenes/floating-lanterns.mjs';
import { lanternHarbor } from '../paint/scenes/lantern-harbor.mjs';

const scenes = [floatingLanterns, lanternHarbor];
/** Two to twelve megapixels: as they come out of a generator, and out of an upscaler. */
const kinds = [
  [1216, 1664, 'png'], [1664, 1216, 'png'], [2432, 1664, 'png'], [1664, 2432, 'jpg'],
  [3328, 2432, 'jpg'], [4096, 3072, 'jpg'], [3072, 4096, 'jpg'], [4096, 3072, 'png'],
];

/** Grain keeps an encoder honest: without it a large picture is a small file. */
const grain = (width, height, seed) => {
  const random = seededRandom(seed);
  return sharp(Buffer.from(Array.from({ length: width * height }, () => 96 + random() * 64)), { raw: { width, height, channels: 1 } });
};

const encode = async (scene, [width, height, format], seed) => {
  const small = { width: Math.round(width / 6), height: Math.round(height / 6) };
  const pixels = render(scenes[scene](seed), small.width, small.height, { samples: 1 });
  const tile = await grain(512, 512, seed).png().toBuffer();
  const picture = sharp(pixels, { raw: { ...small, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: tile, tile: true, blend: 'soft-light' }]);
  return format === 'png' ? picture.png({ compressionLevel: 6 }).toBuffer() : picture.jpeg({ quality: 90 }).toBuffer();
};

const withComment = (jpeg, text) => {
  const words = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, (words.length + 2) >> 8, (words.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)]);
};

/**
 * Paints each kind of picture of each scene into a folder, once. Resolves with what gives a file of its own for any number:
 * its pixels are one of those, and its bytes say which number it is.
 */
export const realPictures = async (folder, withText) => {
  mkdirSync(folder, { recursive: true });
  const fileOf = (scene, kind) => join(folder, `real-${scene}-${kind}.${kinds[kind][2]}`);
  for (let scene = 0; scene < scenes.length; scene += 1) {
    for (const [kind, one] of kinds.entries()) {
      if (!existsSync(fileOf(scene, kind))) writeFileSync(fileOf(scene, kind), await encode(scene, one, 7 + scene));
    }
  }
  return (number, text) => {
    const [kind, scene] = [number % kinds.length, Math.floor(number / kinds.length) % scenes.length];
    const [width, height, extension] = kinds[kind];
    const whole = readFileSync(fileOf(scene, kind));
    const bytes = extension === 'png' ? withText(whole, text) : withComment(whole, text);
    return { bytes, width, height, extension, original: fileOf(scene, kind) };
  };
};
