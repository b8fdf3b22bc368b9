import { describe, expect, it } from 'vitest';
import { justify } from './justify';
import { caught, topsOf } from './rubber-band';

const ids = Uint32Array.from({ length: 60_000 }, (_, at) => at + 1);
const shapes = { ids, ratios: new Uint16Array(60_000).fill(100), groups: [{ key: null, count: 60_000 }] };
const rows = justify(shapes, 430, 100);
const tops = topsOf(rows);
const band = (x1: number, y1: number, x2: number, y2: number) => caught(rows, tops, shapes, { x: x1, y: y1 }, { x: x2, y: y2 });

describe('[L73] a band that is drawn over the grid', () => {
  it('[L73] catches what it touches, from whichever corner', () => {
    expect(band(0, 0, 1, 1)).toEqual([1]);
    expect(band(0, 0, 430, 1)).toEqual([1, 2, 3, 4]);
    expect(band(300, 140, 150, 50)).toEqual(band(150, 50, 300, 140));
    expect(band(150, 50, 300, 140)).toEqual([2, 3, 6, 7]);
  });

  it('[L73] catches nothing between pictures, and none below the last', () => {
    expect(band(0, 108, 430, 125)).toEqual([]);
    expect(band(102, 0, 104, 20)).toEqual([]);
    expect(band(0, 1e9, 430, 1e9 + 5)).toEqual([]);
  });

  it('[L73] catches rows that are far away and not drawn', () => {
    const all = band(0, 0, 430, tops.at(-1)! + 50);
    expect(all).toHaveLength(60_000);
    expect(band(0, tops[10_000]!, 430, tops[10_001]!)).toEqual(Array.from({ length: 8 }, (_, at) => 40_001 + at));
  });
});
