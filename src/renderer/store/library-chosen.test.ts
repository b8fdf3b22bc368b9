import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chosen, chosenAmong, chosenIds, isChosen, nothingChosen, onlyAmong, withAlso, withRange, withTurned } from './library-chosen';

const list = Uint32Array.from([9, 4, 7, 2, 5]);
const told = (chosen: Chosen) => [...chosenIds(chosen, list)];

describe('[L71] what is chosen in the library', () => {
  it('[L71] is one more, or one less, whatever was done before, and what was chosen stays as it was', () => {
    fc.assert(fc.property(fc.array(fc.nat(300)), (turns) => {
      let chosen = nothingChosen;
      const expected = new Set<number>();
      for (const id of turns) {
        const before = chosen.count;
        const next = withTurned(chosen, id);
        expect(chosen.count).toBe(before);
        chosen = next;
        if (!expected.delete(id)) expected.add(id);
      }
      expect(chosen.count).toBe(expected.size);
      expect([...expected].every((id) => isChosen(chosen, id))).toBe(true);
      expect([...chosenIds(chosen, new Uint32Array(0))]).toEqual([...expected].sort((a, b) => a - b));
    }));
  });

  it('[L71] is a range in the order of the list, from either end, with what was chosen before', () => {
    expect(told(withRange(nothingChosen, list, 1, 3))).toEqual([4, 7, 2]);
    expect(told(withRange(nothingChosen, list, 3, 1))).toEqual([4, 7, 2]);
    expect(told(withRange(withAlso(nothingChosen, [9, 7]), list, 2, 2))).toEqual([9, 7]);
    expect(withRange(withAlso(nothingChosen, [9, 7]), list, 2, 4).count).toBe(4);
  });

  it('[L72] keeps those that filters hide, behind those in sight, and is told which are in sight', () => {
    const chosen = withAlso(nothingChosen, [2, 30, 9, 1]);
    expect([...chosenAmong(chosen, list)]).toEqual([9, 2]);
    expect(told(chosen)).toEqual([9, 2, 1, 30]);
    expect(told(onlyAmong(chosen, list))).toEqual([9, 2]);
    expect(onlyAmong(withAlso(nothingChosen, [2]), list).count).toBe(1);
  });

  it('[L71] chooses all of a hundred thousand well within a frame or three', () => {
    const ids = Uint32Array.from({ length: 100_000 }, (_, at) => 100_000 - at);
    withAlso(nothingChosen, ids);
    const began = performance.now();
    const all = withAlso(nothingChosen, ids);
    expect(chosenIds(all, ids)).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
