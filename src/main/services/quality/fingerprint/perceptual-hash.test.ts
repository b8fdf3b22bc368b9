import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decoded, drawn, fixture, randomNumbers } from '../../../testing/quality-pictures';
import { perceptualHash } from './perceptual-hash';
import { reducedTo } from './reduced';

const samples = join(import.meta.dirname, '../../../../../resources/sample-inbox');
const brisqueFixtures = join(import.meta.dirname, '../brisque/fixtures');
// Photographs, renderings and drawings; no two show the same.
const pictures = [
  ...['ringed-world.jpg', 'IMG_4127.jpg'].map((name) => join(samples, name)),
  ...['ComfyUI_00007_.png', '00012-2847561093.png', '00013-3320417786.png', '00009-2847561090.jpg'].map((name) => join(samples, 'lantern-harbor', name)),
  ...['00021-774411905.jpg', 'crystal vein (copy).jpg', '7d0c2a9e-71d4-4c55-9a3e-0f6a2c9b8d11.png'].map((name) => join(samples, 'salt-cathedral', name)),
  join(brisqueFixtures, 'pristine.png'),
].map((path) => readFileSync(path));

async function hashOf(picture: Sharp): Promise<string> {
  const { gray, width, height } = await decoded(picture.flatten({ background: '#ffffff' }).toColourspace('srgb'));
  return perceptualHash(gray, width, height) ?? 'none';
}

function distance(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
}

/** The greatest distance of any picture to what became of it. */
async function farthest(change: (picture: Buffer, width: number, height: number) => Promise<Buffer>): Promise<number> {
  const distances = await Promise.all(pictures.map(async (picture) => {
    const { width, height } = await sharp(picture).metadata();
    return distance(await hashOf(sharp(picture)), await hashOf(sharp(await change(picture, width, height))));
  }));
  return Math.max(...distances);
}

const flat = (picture: Buffer) => sharp(picture).flatten({ background: '#ffffff' });

describe('[R30] the fingerprint of a picture', () => {
  it('[R30] stays within two bits when the picture is resized', async () => {
    const resized = (to: (width: number) => number) => (picture: Buffer, width: number) =>
      sharp(picture).resize({ width: to(width) }).png().toBuffer();
    expect(await farthest(resized((width) => Math.min(width, 333)))).toBeLessThanOrEqual(2);
    expect(await farthest(resized((width) => Math.round(width * 1.7)))).toBeLessThanOrEqual(2);
  });

  it('[R30] stays within two bits as a JPEG of poor quality and as a thumbnail', async () => {
    expect(await farthest((picture) => flat(picture).jpeg({ quality: 40 }).toBuffer())).toBeLessThanOrEqual(2);
    const thumbnail = (picture: Buffer) => sharp(picture).resize(512, 512, { fit: 'inside', kernel: 'linear' }).webp({ quality: 80, effort: 0 }).toBuffer();
    expect(await farthest(thumbnail)).toBeLessThanOrEqual(2);
  });

  it('[R30] stays within six bits when the picture is a little brighter, darker or cropped', async () => {
    expect(await farthest((picture) => flat(picture).modulate({ brightness: 1.1 }).png().toBuffer())).toBeLessThanOrEqual(4);
    expect(await farthest((picture) => flat(picture).modulate({ brightness: 0.9 }).png().toBuffer())).toBeLessThanOrEqual(4);
    const cropped = (picture: Buffer, ...sides: number[]) => {
      const [left = 0, top = 0] = sides.map((side) => Math.round(side / 100));
      const [width = 0, height = 0] = sides.map((side) => Math.round(side * 0.98));
      return sharp(picture).extract({ left, top, width, height }).png().toBuffer();
    };
    expect(await farthest(cropped)).toBeLessThanOrEqual(6);
  });

  it('[R30] lies far from that of any other picture, of its mirror image and of the picture turned', async () => {
    const hashes = await Promise.all(pictures.map((picture) => hashOf(sharp(picture))));
    const others = hashes.flatMap((hash, i) => hashes.slice(0, i).map((other) => distance(hash, other)));
    expect(Math.min(...others)).toBeGreaterThanOrEqual(20);
    for (const [i, picture] of pictures.entries()) {
      expect(distance(hashes[i] ?? '', await hashOf(sharp(picture).flop()))).toBeGreaterThanOrEqual(20);
      expect(distance(hashes[i] ?? '', await hashOf(sharp(picture).rotate(90)))).toBeGreaterThanOrEqual(20);
    }
  });

  it('[R30] is the same on every machine and in every version', async () => {
    const { gray, width, height } = await fixture('pristine.png');
    expect(perceptualHash(gray, width, height)).toMatchInlineSnapshot(`"1f7c3ec0e0598763"`);
  });

  it('[R31] there is none of a picture that is flat, a ramp, noise, tiny or a thin line', () => {
    const random = randomNumbers(7);
    const none = [
      drawn(512, 512, () => 99),
      drawn(512, 512, (x) => x / 2),
      drawn(512, 512, () => 100 + random() * 40),
      drawn(31, 400, (x, y) => (x * y) % 256),
      drawn(2048, 100, (x, y) => (x * y) % 256),
    ];
    for (const { gray, width, height } of none) expect(perceptualHash(gray, width, height)).toBeNull();
    const disc = drawn(512, 512, (x, y) => (Math.hypot(x - 200, y - 300) < 90 ? 120 : 100));
    expect(perceptualHash(disc.gray, 512, 512)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('[R30] the small picture has the mean of each area, also where areas share a pixel', () => {
    const gray = Uint8Array.from({ length: 33 * 40 }, (_, i) => (i * 7) % 251);
    const small = reducedTo(32, gray, 33, 40);
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, each) => sum + each, 0) / values.length;
    expect(mean(small)).toBeCloseTo(mean(gray), 9);
    // The second pixel of the first line: from 1 1/32 to 2 2/32 across, from 0 to 1.25 down.
    const across = (row: number) => (31 / 32) * (gray[row * 33 + 1] ?? 0) + (2 / 32) * (gray[row * 33 + 2] ?? 0);
    expect(small[1]).toBeCloseTo((across(0) + 0.25 * across(1)) / (1.25 * (33 / 32)), 9);
  });
});
