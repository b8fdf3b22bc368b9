import type { VirtualRow } from '../../../parts/virtual-rows';

export interface PickerRow extends VirtualRow {
  readonly from: number;
  readonly to: number;
}

export function rowsOf(count: number, columns: number, height: number): PickerRow[] {
  return Array.from({ length: Math.ceil(count / columns) }, (_, at) => ({
    key: `r${at}`, height, from: at * columns, to: Math.min(count, (at + 1) * columns),
  }));
}

/** The place that a key leads to; null for keys that lead nowhere. */
export function cellAfter(at: number, key: string, columns: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns,
    PageUp: -columns * 4, PageDown: columns * 4, Home: -count, End: count,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  const to = at + step;
  // Up from the first row and down from the last one stay in their column.
  if (key === 'ArrowUp' && to < 0) return at;
  if (key === 'ArrowDown' && to >= count) return Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at;
  return Math.max(0, Math.min(count - 1, to));
}
