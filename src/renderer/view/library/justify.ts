import type { LibraryAnswer, LibraryGroup } from '@shared/library/library-answer';
import type { VirtualRow } from '../../parts/virtual-rows';

export interface PicturesRow extends VirtualRow {
  readonly kind: 'pictures';
  /** Places in the answer: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels of width for a ratio of one. */
  readonly scale: number;
  readonly pictureHeight: number;
}

export interface GroupRow extends VirtualRow {
  readonly kind: 'group';
  readonly from: number;
  readonly group: LibraryGroup;
}

export type LibraryRow = PicturesRow | GroupRow;

export interface Cell {
  readonly id: number;
  readonly left: number;
  readonly width: number;
}

export type Shapes = Pick<LibraryAnswer, 'ids' | 'ratios' | 'groups'>;

const gap = 10;
const captionHeight = 22;
const rowGap = 8;
const groupHeight = 36;
const narrowest = 0.6;
const widest = 2.4;

/** Lays pictures out in rows of one height that fill the width; the last row of a group keeps its natural widths. */
export function justify(shapes: Shapes, width: number, pictureHeight: number): readonly LibraryRow[] {
  if (width <= 0) return [];
  const rows: LibraryRow[] = [];
  let from = 0;
  for (const group of shapes.groups) {
    const key = `g${shapes.ids[from] ?? 0}`;
    if (group.key !== null || shapes.groups.length > 1) rows.push({ kind: 'group', key, height: groupHeight, skip: true, from, group });
    fillRows(rows, shapes, { from, to: from + group.count }, { width, pictureHeight });
    from += group.count;
  }
  return rows;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Room {
  readonly width: number;
  readonly pictureHeight: number;
}

function fillRows(rows: LibraryRow[], { ids, ratios }: Shapes, { from, to }: Span, { width, pictureHeight }: Room): void {
  const height = pictureHeight + captionHeight + rowGap;
  let first = from;
  let sum = 0;
  const end = (behind: number, fill: boolean) => {
    const room = width - gap * (behind - first - 1);
    rows.push({ kind: 'pictures', key: `p${ids[first] ?? 0}`, height, from: first, to: behind, scale: fill ? room / sum : pictureHeight, pictureHeight });
    first = behind;
    sum = 0;
  };
  for (let at = from; at < to; at += 1) {
    const ratio = ratioAt(ratios, at);
    // A picture that would be squeezed by more than a fifth begins the next row.
    if (at > first && (sum + ratio) * pictureHeight + gap * (at - first) > width * 1.2) end(at, true);
    sum += ratio;
    if (sum * pictureHeight + gap * (at - first) >= width) end(at + 1, true);
  }
  if (first < to) end(to, false);
}

/** The pictures of a row, from left to right. */
export function cellsOf({ from, to, scale }: PicturesRow, { ids, ratios }: Shapes): readonly Cell[] {
  const cells: Cell[] = [];
  let left = 0;
  for (let at = from; at < to; at += 1) {
    const width = Math.floor(ratioAt(ratios, at) * scale);
    cells.push({ id: ids[at] ?? 0, left, width });
    left += width + gap;
  }
  return cells;
}

/** The index of the row that shows a place of the answer; -1 when there is none. */
export function rowOf(rows: readonly LibraryRow[], place: number): number {
  if (place < 0) return -1;
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const row = rows[low];
  return row?.kind === 'pictures' && place >= row.from && place < row.to ? low : -1;
}

function ratioAt(ratios: Uint16Array, at: number): number {
  return Math.min(widest, Math.max(narrowest, (ratios[at] ?? 100) / 100));
}
