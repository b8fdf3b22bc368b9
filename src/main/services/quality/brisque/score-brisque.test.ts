import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrayPicture } from '../../../testing/quality-pictures';
import { drawn, fixture, model, openCv, randomNumbers } from '../../../testing/quality-pictures';
import { brisqueFeatures } from './features';
import { scoreBrisque } from './score-brisque';

const brisque = model();
const rated = ({ gray, width, height }: GrayPicture) => scoreBrisque(gray, width, height, brisque);
const score = (picture: GrayPicture) => {
  const verdict = rated(picture);
  if (verdict.kind === 'not-rated') throw new Error(verdict.reason);
  return verdict.score;
};

describe('[Q] the score', () => {
  it.each(Object.entries(openCv.scores))("[Q] of %s is OpenCV's, %f, to a hundredth", async (name, expected) => {
    expect(Math.abs(score(await fixture(name)) - expected)).toBeLessThan(0.01);
  });

  it.each(Object.entries(openCv.features))("[Q] of %s comes from OpenCV's features, to float32 rounding", async (name, expected) => {
    const { gray, width, height } = await fixture(name);
    const features = brisqueFeatures(gray, width, height);
    expect([...features].map((value, i) => Math.abs(value - expected[i]!))).toSatisfy((all: number[]) => Math.max(...all) < 1e-6);
  });

  it('[Q] is the same each time', async () => {
    const picture = await fixture('jpeg-20.png');
    expect(score(picture)).toBe(score(picture));
  });

  it('[Q] rises with blur and with compression', async () => {
    const of = async (name: string) => score(await fixture(name));
    expect(await of('blur-4.png')).toBeGreaterThan(await of('blur-1.png'));
    expect(await of('jpeg-8.png')).toBeGreaterThan(await of('jpeg-20.png'));
    expect(await of('pristine.png')).toBeLessThan(25);
  });

  it('[Q] is 100 for a checkerboard and for uniform noise', () => {
    const random = randomNumbers(99);
    expect(score(drawn(128, 128, (x, y) => (((x >> 3) + (y >> 3)) & 1 ? 255 : 0)))).toBe(100);
    expect(score(drawn(256, 256, () => Math.floor(random() * 256)))).toBe(100);
  });

  it('[Q] is between 0 and 100, or there is none', () => {
    const side = fc.integer({ min: 64, max: 80 });
    fc.assert(
      fc.property(side, side, fc.nat(), fc.integer({ min: 1, max: 256 }), (width, height, seed, levels) => {
        const random = randomNumbers(seed);
        const verdict = rated(drawn(width, height, () => Math.floor(random() * levels)));
        if (verdict.kind === 'rated') {
          expect(verdict.score).toBeGreaterThanOrEqual(0);
          expect(verdict.score).toBeLessThanOrEqual(100);
        } else {
          expect(verdict.reason).toBe('no-texture');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('[Q] not rated', () => {
  it.each([
    ['black', drawn(128, 128, () => 0)],
    ['gray', drawn(128, 128, () => 128)],
    ['white', drawn(128, 128, () => 255)],
    ['a ramp across', drawn(256, 128, (x) => x)],
    ['a ramp down', drawn(128, 256, (_, y) => y)],
    ['a slow ramp', drawn(1024, 256, (x) => x >> 2)],
    ['a speck on white', drawn(256, 256, (x, y) => (x === 9 && y === 9 ? 0 : 255))],
  ])('[Q] %s, for there is no texture', (_, picture) => {
    expect(rated(picture)).toEqual({ kind: 'not-rated', reason: 'no-texture' });
  });

  it.each([[8, 8], [33, 47], [63, 500], [500, 63]])('[Q] %d x %d, for it is too small', async (width, height) => {
    const random = randomNumbers(1);
    expect(rated(drawn(width, height, () => random() * 256))).toEqual({ kind: 'not-rated', reason: 'too-small' });
  });

  it('[Q] a pattern whose contrast lies on one side only', () => {
    // Every third column is bright: enough texture, and still an answer instead of NaN.
    const verdict = rated(drawn(90, 90, (x) => (x % 3 === 0 ? 255 : 0)));
    expect(verdict.kind === 'rated' ? verdict.score : verdict.reason).toSatisfy((v: unknown) => v === 'no-texture' || Number.isFinite(v));
  });

  it('[Q] complains of a picture whose pixels are not all there', () => {
    expect(() => scoreBrisque(new Uint8Array(99), 10, 10, brisque)).toThrow(RangeError);
    expect(() => scoreBrisque(new Uint8Array(100), 12.5, 8, brisque)).toThrow(RangeError);
  });
});
