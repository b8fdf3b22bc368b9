import { cellsOf, type LibraryRow, type Shapes } from './justify';

/** A place in the grid: from its left edge and from the top of its first row. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The pictures that a band from one spot to another touches, also in rows that are not drawn. @param tops where each row begins */
export function caught(rows: readonly LibraryRow[], tops: readonly number[], shapes: Shapes, from: Spot, to: Spot): number[] {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const ids: number[] = [];
  for (let at = rowAt(tops, top); at < rows.length && (tops[at] ?? Infinity) <= bottom; at += 1) {
    const row = rows[at];
    // Below the pictures of a row are their captions: a band between rows touches none.
    if (row?.kind !== 'pictures' || (tops[at] ?? 0) + row.pictureHeight < top) continue;
    for (const cell of cellsOf(row, shapes)) if (cell.left <= right && cell.left + cell.width >= left) ids.push(cell.id);
  }
  return ids;
}

/** Where each row begins. */
export function topsOf(rows: readonly LibraryRow[]): number[] {
  let top = 0;
  return rows.map(({ height }) => {
    const begins = top;
    top += height;
    return begins;
  });
}

/** The last row that begins above. */
function rowAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
