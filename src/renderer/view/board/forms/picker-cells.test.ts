import { expect, it } from 'vitest';
import { cellAfter, rowsOf } from './picker-cells';

it('[D62] pictures to pick are walked by arrows along rows and columns, and never out of the grid', () => {
  expect(rowsOf(5, 2, 10).map(({ from, to }) => [from, to])).toEqual([[0, 2], [2, 4], [4, 5]]);
  const from = (at: number) => (key: string) => cellAfter(at, key, 2, 5);
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageDown'].map(from(0))).toEqual([0, 1, 0, 2, 0, 4, 4]);
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp'].map(from(3))).toEqual([2, 4, 1, 4, 0]);
  expect(['ArrowRight', 'ArrowDown', 'a'].map(from(4))).toEqual([4, 4, null]);
  expect(cellAfter(0, 'End', 2, 0)).toBeNull();
});
