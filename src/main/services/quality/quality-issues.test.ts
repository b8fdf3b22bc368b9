import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GrayPicture } from '../../testing/quality-pictures';
import { decoded, drawn, fixture, randomNumbers } from '../../testing/quality-pictures';
import { issuesOf, measureQuality } from './quality-issues';

/** The photo at 512 x 512, so that only what is done to it is found. */
async function photo(): Promise<GrayPicture> {
  const { gray, width, height } = await fixture('pristine.png');
  // Four mirrored copies: nothing is resampled, and no seam is made.
  const mirror = (n: number, length: number) => (n < length ? n : 2 * length - 1 - n);
  return drawn(2 * width, 2 * height, (x, y) => gray[mirror(y, height) * width + mirror(x, width)]!);
}

const image = ({ gray, width, height }: GrayPicture) => sharp(gray, { raw: { width, height, channels: 1 } });
const gray = (pipeline: Sharp) => decoded(pipeline.toColourspace('b-w'));
const found = ({ gray: pixels, width, height }: GrayPicture) => issuesOf(measureQuality(pixels, width, height));
const changed = (picture: GrayPicture, change: (level: number) => number): GrayPicture => ({
  ...picture,
  gray: Uint8ClampedArray.from(picture.gray, change) as unknown as Uint8Array,
});
const noisy = (picture: GrayPicture, deviation: number) => {
  const random = randomNumbers(7);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, n) => sum + n, -6);
  return changed(picture, (level) => level + deviation * normal());
};
const jpeg = async (picture: GrayPicture, quality: number) => gray(sharp(await image(picture).jpeg({ quality }).toBuffer()));

describe('[Q] measured issues', () => {
  it('[Q] finds nothing wrong with the untouched photo', async () => {
    expect(found(await photo())).toEqual([]);
  });

  it('[Q] finds blur', async () => {
    const picture = await photo();
    expect(found(await gray(image(picture).blur(4)))).toEqual(['blur']);
    expect(found(await gray(image(picture).blur(0.6)))).toEqual([]);
  });

  it('[Q] finds noise from a deviation of 8 gray levels on, and not at 3', async () => {
    const picture = await photo();
    expect(found(noisy(picture, 8))).toContain('noise');
    expect(found(noisy(picture, 25))).toContain('noise');
    expect(found(noisy(picture, 3))).toEqual([]);
  });

  it('[Q] finds the blocks of strong JPEG compression, and not those of mild', async () => {
    const picture = await photo();
    expect(found(await jpeg(picture, 8))).toContain('blockiness');
    expect(found(await jpeg(picture, 90))).toEqual([]);
  });

  it('[Q] finds lost shadows and highlights', async () => {
    const stretched = changed(await photo(), (level) => (level - 128) * 4 + 128);
    expect(found(stretched)).toContain('clipping');
  });

  it('[Q] finds a short side under 512 px', async () => {
    expect(found(await fixture('pristine.png'))).toEqual(['low_resolution']);
  });

  it('[Q] measures a flat picture without dividing by zero', () => {
    const { gray: pixels, width, height } = drawn(600, 600, () => 128);
    expect(measureQuality(pixels, width, height)).toEqual({ blur: 0, noise: 0, blockiness: 1, clipping: 0, shortSide: 600 });
  });

  it('[Q] measures a single pixel', () => {
    expect(measureQuality(Uint8Array.of(255), 1, 1)).toEqual({ blur: 0, noise: 0, blockiness: 1, clipping: 1, shortSide: 1 });
  });
});
