import { expect, it } from 'vitest';
import { RowSlots, type Slots } from './row-slots';

const rows = (...names: string[]) => names.map((key) => ({ key, kind: key.startsWith('day') ? 'day' : 'story' }));
const names = ({ drawn }: Slots<{ key: string; kind: string }>) => drawn.map(([slot]) => slot);

it('[D280] a row that stays keeps its element, and rows that come above or below it get new ones', () => {
  const slots = new RowSlots();
  const [a, b, c] = names(slots.of(rows('a', 'b', 'c'), false));
  const [above, ...same] = names(slots.of(rows('new', 'a', 'b', 'c'), false));
  expect(same).toEqual([a, b, c]);
  expect([a, b, c]).not.toContain(above);
  expect(names(slots.of(rows('b', 'c', 'd'), false)).slice(0, 2)).toEqual([b, c]);
});

it('[D280] where no row stays, those that come take the elements of their kind, in order', () => {
  const slots = new RowSlots();
  const [day, a, b] = names(slots.of(rows('day 1', 'a', 'b'), false));
  const after = slots.of(rows('c', 'day 2', 'd', 'e'), false);
  expect(names(after).slice(0, 3)).toEqual([a, day, b]);
  expect(new Set(names(after)).size).toBe(4);
  expect(slots.of(rows('c', 'day 2', 'd', 'e'), false)).toEqual(after);
});

it('[D280] elements that are left over wait for rows below, and are let go of when nothing is to be kept', () => {
  const slots = new RowSlots();
  const [a, b, c, d] = names(slots.of(rows('a', 'b', 'c', 'd'), false));
  const leapt = slots.of(rows('p', 'q'), true);
  expect([names(leapt), leapt.idle.map(([slot]) => slot)]).toEqual([[a, b], [c, d]]);
  expect(slots.of(rows('p', 'q'), true)).toEqual(leapt);
  const around = slots.of(rows('o', 'p', 'q', 'r'), false);
  expect(names(around).slice(1)).toEqual([a, b, c]);
  expect([a, b, c, d]).not.toContain(names(around)[0]);
  expect(around.idle).toEqual([]);
});

it('[D280] no two rows share an element, however one scrolls and leaps, and those that stay keep theirs', () => {
  const slots = new RowSlots();
  let before: ReadonlyMap<string, string> = new Map();
  for (const from of [0, 3, 40, 38, 41, 300, 290, 7, 7, 20]) {
    const shown = rows(...Array.from({ length: 30 }, (_, i) => (((from + i) % 9 === 0) ? `day ${from + i}` : `row ${from + i}`)));
    const { drawn, idle } = slots.of(shown, from % 2 === 0);
    const all = [...drawn, ...idle].map(([slot]) => slot);
    expect(new Set(all).size).toBe(all.length);
    expect(drawn.every(([slot, row]) => slot.startsWith(row.kind))).toBe(true);
    const staying = drawn.filter(([, { key }]) => before.has(key));
    expect(staying.map(([slot]) => slot)).toEqual(staying.map(([, { key }]) => before.get(key)));
    before = new Map(drawn.map(([slot, { key }]) => [key, slot]));
  }
});

it('[D282] a row that is drawn again is not in an element that waits as well', () => {
  const slots = new RowSlots();
  slots.of(rows('a', 'b', 'c', 'd'), true);
  expect(slots.of(rows('p', 'q'), true).idle.map(([, { key }]) => key)).toEqual(['c', 'd']);
  for (const shown of [['d', 'p', 'q'], ['d', 'p', 'q', 'c']]) {
    const { drawn, idle } = slots.of(rows(...shown), true);
    const keys = [...drawn, ...idle].map(([, { key }]) => key);
    expect([drawn.map(([, { key }]) => key), new Set(keys).size]).toEqual([shown, keys.length]);
  }
});
