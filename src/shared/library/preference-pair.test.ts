import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contest, nextPair } from './preference-pair';

/** 0 <= n < 1, the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const nothing: Contest = { wanted: [], standings: new Map(), met: new Map(), not: [], random: randomNumbers(1) };
const contest = (more: Partial<Contest>): Contest => ({ ...nothing, ...more });
const sorted = (pair: readonly number[] | null) => pair?.toSorted((a, b) => a - b) ?? null;

describe('[R38] the next two', () => {
  it('[R38] there are none of fewer than two', () => {
    expect(nextPair(contest({}))).toBeNull();
    expect(nextPair(contest({ wanted: [7] }))).toBeNull();
  });

  it('[R38] one that was compared least, and the nearest one that it has not met', () => {
    const elos = [[1, 1600], [2, 1510], [3, 1490], [4, 1400]] as const;
    const standings = new Map(elos.map(([id, elo]) => [id, { elo, comparisons: id === 3 ? 1 : 4 }]));
    const wanted = [1, 2, 3, 4];
    expect(sorted(nextPair(contest({ wanted, standings })))).toEqual([2, 3]);
    expect(sorted(nextPair(contest({ wanted, standings, met: new Map([[3, new Set([2])]]) })))).toEqual([3, 4]);
    expect(sorted(nextPair(contest({ wanted, standings, met: new Map([[3, new Set([1, 2, 4])]]) })))).toEqual([2, 3]);
  });

  it('[R38] not the pair that was shown last, unless there is no other', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const random = randomNumbers(seed * 7_919);
      expect(sorted(nextPair(contest({ wanted: [1, 2, 3], not: [2, 1], random })))).not.toEqual([1, 2]);
      expect(sorted(nextPair(contest({ wanted: [1, 2], not: [2, 1], random })))).toEqual([1, 2]);
    }
  });

  it('[R38] sides, and which of several equals, are left to chance', () => {
    const random = randomNumbers(3);
    const seen = new Set(Array.from({ length: 400 }, () => nextPair(contest({ wanted: [1, 2, 3, 4], random }))?.join(' ')));
    expect(seen.size).toBe(12);
  });

  it('[R38] in a row of choices every picture is shown about as often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 14 }), fc.nat(), (n, seed) => {
        const random = randomNumbers(seed);
        const wanted = Array.from({ length: n }, (_, id) => id);
        const standings = new Map<number, { elo: number; comparisons: number }>();
        let not: readonly number[] = [];
        for (let round = 0; round < n * 4; round += 1) {
          const pair = nextPair(contest({ wanted, standings, not, random }));
          expect(pair).not.toBeNull();
          expect(sorted(pair)).not.toEqual(sorted(not));
          for (const id of pair ?? []) standings.set(id, { elo: 1_500, comparisons: (standings.get(id)?.comparisons ?? 0) + 1 });
          not = pair ?? [];
        }
        const times = wanted.map((id) => standings.get(id)?.comparisons ?? 0);
        // Nobody is forgotten, nobody is asked about all the time.
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
