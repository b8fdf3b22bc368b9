import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impliedRank, newestBehind, rankBetween, ranksBetween } from './board-rank';

const wellFormed = /^[0-9A-Za-z]*[1-9A-Za-z]$/;

describe('[D10] a place between any two', () => {
  it('[D10] there is always room, wherever cards are put, and what lies there keeps its rank', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 300 }), (places) => {
        const ranks: string[] = [];
        for (const place of places) {
          const at = place % (ranks.length + 1);
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
        }
        expect(ranks).toEqual([...new Set(ranks)].sort());
        for (const rank of ranks) expect(rank).toMatch(wellFormed);
      }),
    );
  });

  it('[D10] ten thousand cards put to the top or the end make no rank longer; into one gap, they do so slowly', () => {
    let [top, end] = [rankBetween(null, null), rankBetween(null, null)];
    for (let i = 0; i < 10_000; i += 1) {
      const [above, below] = [rankBetween(null, top), rankBetween(end, null)];
      expect(above < top && below > end).toBe(true);
      [top, end] = [above, below];
    }
    expect(Math.max(top.length, end.length)).toBeLessThanOrEqual(7);
    let low = 'G';
    for (let i = 0; i < 600; i += 1) low = rankBetween(low, 'H');
    expect(low.length).toBeLessThan(130);
  });

  it('[D10] several at once lie evenly between two, and equal ranks stay equal', () => {
    const between = ranksBetween('G', 'H', 1_000);
    expect(between).toEqual([...new Set(between)].sort());
    expect(between.every((rank) => rank > 'G' && rank < 'H')).toBe(true);
    expect(Math.max(...between.map(({ length }) => length))).toBeLessThan(6);
    expect(ranksBetween(null, null, 0)).toEqual([]);
    expect(rankBetween('M', 'M')).toBe('M');
  });

  it('[D10] what nobody has put anywhere stands by age, items before pictures, and cards fit between', () => {
    const sequence = fc.integer({ min: 1, max: 9_000_000_000_000 });
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const [newer, older] = [Math.max(a, b), Math.min(a, b)];
        if (newer === older) return;
        const [first, second] = [impliedRank('asset', newer), impliedRank('asset', older)];
        expect(first < second && impliedRank('item', older) < first).toBe(true);
        const between = rankBetween(first, second);
        expect(between > first && between < second).toBe(true);
        // Whatever can come behind a rank is not passed over.
        for (const rank of [first, between, second]) {
          expect(newestBehind('asset', rank)).toBeGreaterThanOrEqual(rank < second ? older : 0);
        }
        expect(newestBehind('asset', impliedRank('item', a))).toBe(Number.MAX_SAFE_INTEGER);
        expect(newestBehind('asset', 'x')).toBe(0);
      }),
    );
  });
});
