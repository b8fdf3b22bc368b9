import type { VirtualRow } from './virtual-rows';

/** The row that a key moves to, or null when the key is no move or there is nowhere to go. */
export function moveBetweenRows<R extends VirtualRow>(rows: readonly R[], from: number, key: string, page: number): R | null {
  switch (key) {
    case 'ArrowDown':
      return next(rows, from + 1, 1);
    case 'ArrowUp':
      return from === -1 ? next(rows, 0, 1) : next(rows, from - 1, -1);
    case 'PageDown':
      return next(rows, Math.min(rows.length - 1, from + page), 1) ?? next(rows, rows.length - 1, -1);
    case 'PageUp':
      return next(rows, Math.max(0, from - page), -1) ?? next(rows, 0, 1);
    case 'Home':
      return next(rows, 0, 1);
    case 'End':
      return next(rows, rows.length - 1, -1);
    default:
      return null;
  }
}

function next<R extends VirtualRow>(rows: readonly R[], from: number, step: 1 | -1): R | null {
  for (let index = from; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row !== undefined && row.skip !== true) return row;
  }
  return null;
}
