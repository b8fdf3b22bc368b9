import type { AssetRecord } from '@shared/library/asset-record';
import { describe, expect, it } from 'vitest';
import { justify } from './justify';
import { moveInGrid } from './move-in-grid';

const asset = (name: string, width: number | null, height: number | null, day = 12) =>
  ({ content_hash: name, width, height, filed_at: new Date(2026, 5, day, 12).toISOString() }) as AssetRecord;
const wide = (name: string) => asset(name, 300, 200);

describe('justify', () => {
  it('[V5] fills every row but the last of a day to the pixel', () => {
    const rows = justify(Array.from({ length: 11 }, (_, index) => wide(String(index))), 1000, 100, true);
    const pictures = rows.filter((row) => row.kind === 'pictures');
    for (const row of pictures.slice(0, -1)) {
      const last = row.cells.at(-1)!;
      expect(1000 - (last.left + last.width)).toBeLessThan(row.cells.length);
    }
    expect(pictures.flatMap((row) => row.cells)).toHaveLength(11);
  });

  it('[V5] heads each day and counts it only when all of it is loaded', () => {
    const rows = justify([asset('a', 1, 1, 12), asset('b', 1, 1, 11)], 500, 100, false);
    expect(rows.map((row) => (row.kind === 'day' ? [row.count, row.whole] : row.cells.length))).toEqual([[1, true], 1, [1, false], 1]);
  });

  it('[V5] gives panoramas, towers and unknown sizes a width one can see', () => {
    const [, row] = justify([asset('pano', 9000, 100), asset('tower', 10, 4000), asset('video', null, null)], 2000, 100, true);
    expect(row?.kind === 'pictures' && row.cells.map((cell) => cell.width)).toEqual([240, 60, 100]);
  });
});

describe('moveInGrid', () => {
  const rows = justify([wide('a'), wide('b'), wide('c'), wide('d'), wide('e')], 320, 100, true);

  it('[V6] goes along the order and up and down by nearness', () => {
    expect(rows.filter((row) => row.kind === 'pictures').map((row) => row.cells.map((cell) => cell.asset.content_hash))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(['ArrowRight', 'ArrowDown', 'End'].map((key) => moveInGrid(rows, 'b', key))).toEqual(['c', 'd', 'e']);
    expect(['ArrowUp', 'ArrowLeft', 'Home'].map((key) => moveInGrid(rows, 'd', key))).toEqual(['b', 'c', 'a']);
    expect(moveInGrid(rows, 'a', 'ArrowUp')).toBe(null);
  });
});
