import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterComparison, enoughComparisons, firstStanding, type Standing } from './elo';

const standing = fc.record({ elo: fc.double({ min: 800, max: 2_200, noNaN: true }), comparisons: fc.nat(40) });

describe('[R37] Elo', () => {
  it('[R37] two new pictures move by sixteen; nothing moves when neither of two equals is better', () => {
    expect(afterComparison(firstStanding, firstStanding, false)).toEqual([{ elo: 1516, comparisons: 1 }, { elo: 1484, comparisons: 1 }]);
    expect(afterComparison(firstStanding, firstStanding, true)).toEqual([{ elo: 1500, comparisons: 1 }, { elo: 1500, comparisons: 1 }]);
  });

  it('[R37] 400 more is ten to one: the expected changes little, the surprising much', () => {
    const [strong, weak] = [{ elo: 1700, comparisons: 3 }, { elo: 1300, comparisons: 3 }];
    expect(afterComparison(strong, weak, false)[0].elo).toBeCloseTo(1700 + 32 / 11, 4);
    expect(afterComparison(weak, strong, false)[0].elo).toBeCloseTo(1300 + 320 / 11, 4);
    expect(afterComparison(weak, strong, true)[0].elo).toBeCloseTo(1300 + 32 * (0.5 - 1 / 11), 4);
  });

  it('[R37] after twenty comparisons a picture moves half as far', () => {
    const [settled, fresh]: Standing[] = [{ elo: 1500, comparisons: 20 }, { elo: 1500, comparisons: 19 }];
    expect(afterComparison(settled!, fresh!, false)).toEqual([{ elo: 1508, comparisons: 21 }, { elo: 1484, comparisons: 20 }]);
  });

  it('[R37] who wins never falls, and as long as both are as new, what one gains the other loses', () => {
    fc.assert(
      fc.property(standing, standing, (winner, loser) => {
        const [better, worse] = afterComparison(winner, { ...loser, comparisons: winner.comparisons }, false);
        expect(better.elo).toBeGreaterThanOrEqual(winner.elo - 1e-4);
        expect(better.elo - winner.elo).toBeCloseTo(loser.elo - worse.elo, 3);
      }),
    );
  });

  it('[R38] about n log n comparisons are enough, one for each picture at least', () => {
    expect([0, 1, 2, 3, 8, 100].map(enoughComparisons)).toEqual([0, 0, 3, 8, 36, 997]);
  });
});
