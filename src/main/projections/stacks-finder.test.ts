import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../testing/quality-pictures';
import type { StackDecision } from './stack-decisions';
import type { Merits } from './stacks-columns';
import { type FoundStack, mostInStack, StackFinder } from './stacks-finder';
import { breather } from './stacks-in-turns';

const plain: Merits = { own: null, score: 20, pixels: 100, file_size: 10 };

/** A hash in which these bits are set. */
function hashWith(...bits: number[]): string {
  return bits.reduce((hash, bit) => hash ^ (1n << BigInt(bit)), 0n).toString(16).padStart(16, '0');
}

function finderOf(pictures: readonly (readonly [id: number, phash: string | null, merits?: Partial<Merits>])[]): StackFinder {
  const finder = new StackFinder();
  for (const [id, phash, merits] of pictures) {
    finder.pictures.put(id, { ...plain, ...merits });
    finder.pictures.show(id, phash);
  }
  return finder;
}

const decided = (members: number[], kept: number[]): StackDecision => ({ members: new Set(members), kept });
const find = (finder: StackFinder, bits: number, decisions: readonly StackDecision[] = []) => finder.find(bits, decisions, breather());
const idsOf = (stacks: readonly FoundStack[]) => stacks.map(({ ids }) => ids);

function distance(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
}

describe('[R32] stacks', () => {
  it('[R32] the same as comparing each with each, however many come later and leave', async () => {
    const picture = fc.record({
      near: fc.nat(5), flips: fc.array(fc.nat(63), { maxLength: 12 }), score: fc.option(fc.integer({ min: 0, max: 9 })),
      own: fc.option(fc.integer({ min: 1, max: 5 })), leaves: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(picture, { maxLength: 60 }), fc.constantFrom(0, 2, 3, 6, 10), fc.nat(60), async (drawn, bits, first) => {
        const random = randomNumbers(5);
        const centres = Array.from({ length: 6 }, () => hashWith(...Array.from({ length: 32 }, () => Math.floor(random() * 64))));
        const pictures = drawn.map(({ near, flips, score, own, leaves }, id) => {
          const phash = (BigInt(`0x${centres[near]!}`) ^ BigInt(`0x${hashWith(...flips)}`)).toString(16).padStart(16, '0');
          return { id, phash, merits: { ...plain, score, own }, leaves };
        });
        const finder = finderOf(pictures.slice(0, first).map(({ id, phash, merits }) => [id, phash, merits]));
        // What comes later is compared with what was there.
        await find(finder, bits);
        for (const { id, phash, merits } of pictures.slice(first)) {
          finder.pictures.put(id, merits);
          finder.pictures.show(id, phash);
        }
        for (const { id, leaves } of pictures) if (leaves) finder.pictures.drop(id);
        const there = pictures.filter(({ leaves }) => !leaves);
        const phashOf = new Map(there.map(({ id, phash }) => [id, phash]));
        const taken = new Set<number>();
        const expected: FoundStack[] = [];
        const ranked = there.map(({ id }) => id).sort(finder.pictures.compare);
        for (const [at, leader] of ranked.entries()) {
          const far = (id: number) => distance(phashOf.get(leader)!, phashOf.get(id)!);
          const members = taken.has(leader) ? [] : ranked.slice(at + 1).filter((id) => !taken.has(id) && far(id) <= bits);
          if (members.length === 0) continue;
          const ids = [leader, ...members];
          for (const id of ids) taken.add(id);
          expected.push({ ids, distance: Math.max(...members.map(far)) });
        }
        expect(await find(finder, bits)).toEqual(expected.sort((a, b) => Math.max(...b.ids) - Math.max(...a.ids)));
      }),
      { numRuns: 300 },
    );
  });

  it('[R32] thousands that come at once are found as if they had come one by one', async () => {
    const random = randomNumbers(3);
    const hashes = Array.from({ length: 3_000 }, () => Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join(''));
    // Every tenth is another one with up to ten bits changed.
    const all = hashes.map((hash, i) => {
      const flips = Array.from({ length: i % 11 }, () => Math.floor(random() * 64));
      return i % 10 === 9 ? (BigInt(`0x${hashes[i - 5]!}`) ^ BigInt(`0x${hashWith(...flips)}`)).toString(16).padStart(16, '0') : hash;
    });
    const atOnce = finderOf(all.map((phash, id) => [id, phash]));
    const oneByOne = finderOf([]);
    for (const [id, phash] of all.entries()) {
      oneByOne.pictures.put(id, plain);
      oneByOne.pictures.show(id, phash);
      if (id % 200 === 0) for (const bits of [2, 6, 10]) await find(oneByOne, bits);
    }
    for (const bits of [2, 6, 10]) {
      const stacks = await find(atOnce, bits);
      expect(stacks.length).toBeGreaterThan(50);
      expect(await find(oneByOne, bits)).toEqual(stacks);
    }
  });

  it('[R32] each member lies near the best one, so small steps never lead from one picture to another', async () => {
    // Sixteen pictures, each four bits from the next.
    const firstBits = (count: number) => hashWith(...Array.from({ length: count }, (_, bit) => bit));
    const steps = Array.from({ length: 16 }, (_, i) => [i, firstBits(4 * i), { score: i }] as const);
    const stacks = await find(finderOf(steps), 6);
    expect(idsOf(stacks)).toEqual([14, 12, 10, 8, 6, 4, 2, 0].map((id) => [id, id + 1]));
  });

  it('[R32] a crowd makes several stacks, and pictures that show nothing or have left make none', async () => {
    const crowd = finderOf(Array.from({ length: 250 }, (_, id) => [id, hashWith(1)]));
    expect((await find(crowd, 2)).map(({ ids }) => ids.length)).toEqual([50, mostInStack, mostInStack]);
    const others = finderOf([[0, null], [1, null], [2, hashWith(1)], [3, hashWith(1)]]);
    others.pictures.drop(3);
    expect(await find(others, 10)).toEqual([]);
    expect(others.pictures.counts).toEqual({ present: 3, known: 3 });
  });

  it('[R33] the best comes first: own stars, then the score, then pixels, then the size of the file', async () => {
    const ranked: Partial<Merits>[] = [
      { own: 5, score: 90 }, { own: 3, score: null }, { score: 10 }, { score: 20, pixels: 300 }, { score: 20, pixels: 200, file_size: 9 },
      { score: 20, pixels: 200, file_size: 8 }, { score: null, pixels: 900 }, { own: 2, score: 1 }, { own: 1, score: 1 },
    ];
    const finder = finderOf(ranked.map((merits, i) => [ranked.length - i, hashWith(1), merits]));
    expect(idsOf(await find(finder, 2))).toEqual([ranked.map((_, i) => ranked.length - i)]);
  });
});

describe('[R34] what was decided about', () => {
  const [a, b, c, d] = [1, 2, 3, 4];
  // In this order they are good; all look the same.
  const three = () => finderOf([a, b, c].map((id) => [id, hashWith(id), { score: id }]));
  const four = (merits: Partial<Merits>) => {
    const finder = three();
    finder.pictures.put(d, { ...plain, ...merits });
    finder.pictures.show(d, hashWith(d));
    return finder;
  };

  it('[R34] is not suggested again, whether the best was kept or all', async () => {
    expect(idsOf(await find(three(), 2))).toEqual([[a, b, c]]);
    expect(await find(three(), 2, [decided([a, b, c], [a])])).toEqual([]);
    expect(await find(three(), 2, [decided([a, b, c], [a, b, c])])).toEqual([]);
  });

  it('[R34] a new one that looks like them is suggested beside those that were kept', async () => {
    for (const score of [0, 9]) {
      const finder = four({ score });
      const inOrder = (ids: number[]) => ids.sort(finder.pictures.compare);
      expect(idsOf(await find(finder, 2, [decided([a, b, c], [a])]))).toEqual([inOrder([a, d])]);
      expect(idsOf(await find(finder, 2, [decided([a, b, c], [a, b, c])]))).toEqual([inOrder([a, b, c, d])]);
      expect(await find(finder, 2, [decided([a, b, c], [a]), decided([a, d], [d])])).toEqual([]);
    }
  });

  it('[R34] those that were given up are suggested again when the one that was kept has left', async () => {
    const finder = four({ score: 9 });
    finder.pictures.drop(a);
    expect(idsOf(await find(finder, 2, [decided([a, b, c], [a])]))).toEqual([[b, c, d]]);
  });

  it('[R34] a picture that looks like one of them only is suggested beside that one', async () => {
    const finder = finderOf([[a, hashWith(1, 2, 3, 4)], [b, hashWith(1, 2, 3, 5)], [d, hashWith(1, 2, 5, 6)]]);
    expect(idsOf(await find(finder, 2, [decided([a, b], [a, b])]))).toEqual([[b, d]]);
  });
});
