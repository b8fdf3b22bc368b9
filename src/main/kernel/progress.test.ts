import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Progress } from './progress';

it('[B13] an event that was dealt with before a restart is not opened again', () => {
  const progress = new Progress(5, new Set([7, 9]));
  expect([4, 5, 6, 7, 8, 9, 10].filter((sequence) => progress.begin(sequence))).toEqual([6, 8, 10]);
});

it('[B13] the checkpoint never passes an event that is open, whatever the order in which events end', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }), fc.infiniteStream(fc.nat()), (sequences, random) => {
      const ordered = [...sequences].sort((a, b) => a - b);
      const progress = new Progress(0, new Set());
      const open = new Set(ordered.filter((sequence) => progress.begin(sequence)));
      const readUpTo = ordered.at(-1) ?? 0;
      while (open.size > 0) {
        const [...left] = open;
        const closing = left[random.next().value % left.length] ?? 0;
        const others = left.filter((sequence) => sequence !== closing);
        expect(progress.checkpoint(readUpTo, closing)).toBe(Math.min(readUpTo + 1, ...others) - 1);
        expect(progress.checkpoint(readUpTo)).toBe(Math.min(...left) - 1);
        progress.end(closing);
        open.delete(closing);
      }
      expect(progress.checkpoint(readUpTo)).toBe(readUpTo);
    }),
  );
});
