import type { FoldedColumn } from '@shared/library/view-memory';

/** What is done with is a rail until somebody opens it. */
const foldedAtFirst: ReadonlySet<string> = new Set(['archived']);

export function isFolded(columns: readonly FoldedColumn[], project_id: string, column_id: string): boolean {
  const kept = columns.find((one) => one.project_id === project_id && one.column_id === column_id);
  return kept?.folded ?? foldedAtFirst.has(column_id);
}
