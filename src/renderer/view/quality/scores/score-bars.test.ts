import { defaultBands, type RatingBands, starsFor } from '@shared/library/rating';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandParts, bandsOfScale, gridLines, scoresBetween } from './score-bars';
import { movedTo } from './use-roving';

const fourLimits = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 });
const bandsOf = fourLimits.map((limits) => limits.sort((a, b) => a - b) as RatingBands);

it('[R48] a bar is cut where limits lie in it, and each part has the stars of all its scores', () => {
  expect(bandParts(24, 26, defaultBands)).toEqual([
    { from: 24, to: 25, stars: 5, changed: false },
    { from: 25, to: 26, stars: 4, changed: false },
  ]);
  expect(bandParts(42, 46, [25, 42, 65, 80], defaultBands)).toEqual([
    { from: 42, to: 45, stars: 3, changed: true },
    { from: 45, to: 46, stars: 3, changed: false },
  ]);
  fc.assert(
    fc.property(bandsOf, bandsOf, fc.integer({ min: 0, max: 49 }), (bands, before, bin) => {
      const parts = bandParts(bin * 2, bin * 2 + 2, bands, before);
      expect([parts[0]!.from, parts.at(-1)!.to]).toEqual([bin * 2, bin * 2 + 2]);
      parts.forEach(({ from, to, stars, changed }, at) => {
        if (at > 0) expect(from).toBe(parts[at - 1]!.to);
        const inside = from + (to - from) * 0.7;
        expect([stars, changed]).toEqual([starsFor(inside, bands), starsFor(inside, bands) !== starsFor(inside, before)]);
      });
    }),
  );
  expect(bandsOfScale(defaultBands).map(({ stars }) => stars)).toEqual([5, 4, 3, 2, 1]);
});

it('[R48] the worst score of all belongs to the last bar', () => {
  expect(scoresBetween(24, 26)).toEqual({ score_from: 24, score_to: 26 });
  expect(scoresBetween(98, 100)).toEqual({ score_from: 98 });
});

it('[R48] lines stand at round numbers, four at most, the last above everything', () => {
  expect(gridLines(580)).toEqual([200, 400, 600]);
  expect(gridLines(671)).toEqual([200, 400, 600, 800]);
  expect(gridLines(3)).toEqual([1, 2, 3]);
  expect(gridLines(0)).toEqual([1]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (highest) => {
      const lines = gridLines(highest);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.every(Number.isInteger)).toBe(true);
      expect(lines.at(-1)).toBeGreaterThanOrEqual(highest);
    }),
  );
});

it('[R50] arrows move to the neighbour, also between rows, Home and End to the ends', () => {
  const inRows = (key: string) => movedTo(key, { from: 7, count: 30, columns: 5 });
  expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map(inRows)).toEqual([8, 6, 12, 2, 0, 29, null]);
});
