import { describe, expect, it } from 'vitest';
import { cellsOf, justify, type LibraryRow, rowOf, type Shapes } from './justify';
import { moveInGrid } from './move-in-grid';

type Group = readonly [key: number | null, count: number];

const shapes = (ratios: readonly number[], groups: readonly Group[] = [[1, ratios.length]]): Shapes => ({
  ids: Uint32Array.from(ratios, (_, at) => at + 1),
  ratios: Uint16Array.from(ratios, (ratio) => ratio * 100),
  groups: groups.map(([key, count]) => ({ key, count })),
});
const wide = (count: number) => Array.from({ length: count }, () => 1.5);
const cellsIn = (rows: readonly LibraryRow[], of: Shapes) => rows.flatMap((row) => (row.kind === 'pictures' ? [cellsOf(row, of)] : []));

describe('justify', () => {
  it('[V5] fills every row but the last of a group to the pixel', () => {
    const eleven = shapes(wide(11));
    const rows = cellsIn(justify(eleven, 1_000, 100), eleven);
    for (const cells of rows.slice(0, -1)) {
      const last = cells.at(-1)!;
      expect(1_000 - (last.left + last.width)).toBeLessThan(cells.length);
    }
    expect(rows.flat().map(({ id }) => id)).toEqual([...eleven.ids]);
  });

  it('[V5] heads each group, and leaves the heading out where there are none', () => {
    const two = justify(shapes([1, 1, 1], [[20, 2], [19, 1]]), 500, 100);
    expect(two.map((row) => (row.kind === 'group' ? row.group : row.to - row.from))).toEqual([{ key: 20, count: 2 }, 2, { key: 19, count: 1 }, 1]);
    expect(justify(shapes([1, 1], [[null, 2]]), 500, 100).map(({ kind }) => kind)).toEqual(['pictures']);
  });

  it('[V5] gives panoramas, towers and unknown sizes a width one can see', () => {
    const odd = shapes([90, 0.01, 1]);
    expect(cellsIn(justify(odd, 2_000, 100), odd).flat().map(({ width }) => width)).toEqual([240, 60, 100]);
  });

  it('[V90] lays out a hundred thousand pictures, and finds the row of any of them', () => {
    const many = shapes(wide(100_000), Array.from({ length: 100 }, (_, day) => [day, 1_000] as const));
    const rows = justify(many, 1_200, 116);
    for (const place of [0, 999, 1_000, 54_321, 99_999]) {
      const row = rows[rowOf(rows, place)];
      expect(row?.kind === 'pictures' && row.from <= place && place < row.to).toBe(true);
    }
    expect(rowOf(rows, 100_000)).toBe(-1);
    expect(cellsIn(rows, many).flat()).toHaveLength(100_000);
  });
});

describe('moveInGrid', () => {
  const five = shapes(wide(5));
  const rows = justify(five, 320, 100);

  it('[V6] goes along the order and up and down by nearness', () => {
    expect(cellsIn(rows, five).map((cells) => cells.map(({ id }) => id))).toEqual([[1, 2], [3, 4], [5]]);
    expect(['ArrowRight', 'ArrowDown', 'End', 'PageDown'].map((key) => moveInGrid(rows, five, 1, key))).toEqual([2, 3, 4, 4]);
    expect(['ArrowUp', 'ArrowLeft', 'Home', 'PageUp'].map((key) => moveInGrid(rows, five, 3, key))).toEqual([1, 2, 0, 1]);
    expect(moveInGrid(rows, five, 0, 'ArrowUp')).toBe(null);
    expect(moveInGrid(rows, five, -1, 'ArrowDown')).toBe(0);
    expect(moveInGrid(rows, five, 1, 'x')).toBe(null);
  });
});
