import type { Cell, LibraryRow } from './justify';

/** The picture that a key leads to: along the row, or to the one above or below whose middle is nearest. */
export function moveInGrid(rows: readonly LibraryRow[], from: string | null, key: string): string | null {
  const pictures = rows.filter((row) => row.kind === 'pictures');
  const cells = pictures.flatMap((row) => row.cells);
  const index = cells.findIndex((cell) => cell.asset.content_hash === from);
  const here = cells[index];
  if (here === undefined) return isMove(key) ? (cells[0]?.asset.content_hash ?? null) : null;
  switch (key) {
    case 'ArrowRight':
      return hashOf(cells[index + 1]);
    case 'ArrowLeft':
      return hashOf(cells[index - 1]);
    case 'Home':
      return hashOf(cells[0]);
    case 'End':
      return hashOf(cells.at(-1));
    case 'ArrowDown':
    case 'ArrowUp': {
      const row = pictures.findIndex((one) => one.cells.includes(here));
      return hashOf(nearest(pictures[row + (key === 'ArrowDown' ? 1 : -1)]?.cells ?? [], here));
    }
    default:
      return null;
  }
}

const isMove = (key: string) => key.startsWith('Arrow') || key === 'Home' || key === 'End';
const hashOf = (cell: Cell | undefined) => cell?.asset.content_hash ?? null;
const middle = (cell: Cell) => cell.left + cell.width / 2;

function nearest(cells: readonly Cell[], to: Cell): Cell | undefined {
  return cells.toSorted((a, b) => Math.abs(middle(a) - middle(to)) - Math.abs(middle(b) - middle(to)))[0];
}
