import type { LibraryAnswer } from '@shared/library/library-answer';
import { expect, it } from 'vitest';
import { addedIn, withoutGone } from './library-answers';

const answer = (ids: readonly number[], groups: readonly (readonly [number, number])[], total = ids.length): LibraryAnswer => ({
  sequence: 1,
  total,
  ids: Uint32Array.from(ids),
  ratios: Uint16Array.from(ids, (id) => id * 100),
  groups: groups.map(([key, count]) => ({ key, count })),
  facets: { total, facets: {} as LibraryAnswer['facets']['facets'], sizes: [] },
});

it('[V91] what waits while a list is scrolled is counted, and what is gone leaves it without moving the rest', () => {
  const shown = answer([9, 8, 5, 4, 2], [[20, 2], [19, 2], [18, 1]]);
  const next = answer([11, 10, 9, 5, 4], [[21, 2], [20, 1], [19, 2]]);
  expect(addedIn(next, shown)).toBe(2);
  expect(addedIn(shown, shown)).toBe(0);
  const left = withoutGone(shown, next);
  expect([...left.ids]).toEqual([9, 5, 4]);
  expect([...left.ratios]).toEqual([900, 500, 400]);
  expect(left.groups).toEqual([{ key: 20, count: 1 }, { key: 19, count: 2 }]);
  expect(left.facets).toBe(next.facets);
});
