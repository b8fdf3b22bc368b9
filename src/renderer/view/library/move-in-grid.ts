import { type Cell, cellsOf, type LibraryRow, type PicturesRow, rowOf, type Shapes } from './justify';

/** The place that a key leads to: along the row, or to the one above or below whose middle is nearest. Null when it leads nowhere. */
export function moveInGrid(rows: readonly LibraryRow[], shapes: Shapes, from: number, key: string): number | null {
  const last = shapes.ids.length - 1;
  if (!isMove(key) || last < 0) return null;
  if (from < 0) return 0;
  switch (key) {
    case 'ArrowRight':
      return from < last ? from + 1 : null;
    case 'ArrowLeft':
      return from > 0 ? from - 1 : null;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return sideways(rows, shapes, from, key);
  }
}

const pageRows = 4;

function sideways(rows: readonly LibraryRow[], shapes: Shapes, from: number, key: string): number | null {
  const at = rowOf(rows, from);
  const row = rows[at];
  if (row?.kind !== 'pictures') return null;
  const step = key === 'ArrowDown' || key === 'PageDown' ? 1 : -1;
  const target = picturesRow(rows, at, step, key.startsWith('Page') ? pageRows : 1);
  const here = cellsOf(row, shapes)[from - row.from];
  if (target === null || here === undefined) return null;
  return target.from + nearest(cellsOf(target, shapes), here);
}

/** The row of pictures so many rows further; the outermost when there are not as many. */
function picturesRow(rows: readonly LibraryRow[], from: number, step: number, count: number): PicturesRow | null {
  let found: PicturesRow | null = null;
  let left = count;
  for (let at = from + step; left > 0; at += step) {
    const row = rows[at];
    if (row === undefined) break;
    if (row.kind !== 'pictures') continue;
    found = row;
    left -= 1;
  }
  return found;
}

const isMove = (key: string) => key.startsWith('Arrow') || key.startsWith('Page') || key === 'Home' || key === 'End';
const middle = (cell: Cell) => cell.left + cell.width / 2;

function nearest(cells: readonly Cell[], to: Cell): number {
  const off = cells.map((cell) => Math.abs(middle(cell) - middle(to)));
  return off.indexOf(Math.min(...off));
}
