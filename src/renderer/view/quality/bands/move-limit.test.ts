import { defaultBands, ratingBands, type RatingBands } from '@shared/library/rating';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedByKey, moveLimit } from './move-limit';

it('[R52] a limit moves by one, with Shift by five, and to the ends of its room', () => {
  const press = (key: string, shiftKey = false) => movedByKey({ key, shiftKey }, defaultBands, 1)?.[1] ?? null;
  expect([press('ArrowRight'), press('ArrowLeft'), press('ArrowUp', true), press('ArrowDown', true)]).toEqual([46, 44, 50, 40]);
  expect([press('PageUp'), press('PageDown'), press('Home'), press('End'), press('a')]).toEqual([50, 40, 26, 64, null]);
});

it('[R52] however limits are moved they ascend, and the others stay where they are', () => {
  const move = fc.record({ index: fc.integer({ min: 0, max: 3 }), wanted: fc.oneof(fc.double(), fc.integer({ min: -50, max: 150 })) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let bands: RatingBands = defaultBands;
      for (const { index, wanted } of moves) {
        const next = moveLimit(bands, index, wanted);
        expect(ratingBands.safeParse(next).success).toBe(true);
        expect(next.every((limit, at) => (at === index ? limit >= 1 && limit <= 100 : limit === bands[at]))).toBe(true);
        bands = next;
      }
    }),
  );
});

it('[R52] limits that stand too close, because they were set elsewhere, are left alone', () => {
  const close: RatingBands = [25, 25.5, 26, 80];
  expect(moveLimit(close, 1, 60)).toEqual(close);
});
