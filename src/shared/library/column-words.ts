import { t } from '../language/language';
import type { BoardColumn } from './board';
import { firstColumns } from './board-standing';

const said: Readonly<Record<string, () => string>> = {
  idea: () => t('Idea'),
  in_progress: () => t('In progress'),
  review: () => t('Review'),
  approved: () => t('Approved'),
  archived: () => t('Archived'),
};

/** The name of a column as a person reads it: what a board begins with is kept in English until somebody renames it. */
export function columnInWords({ id, name }: Pick<BoardColumn, 'id' | 'name'>): string {
  const kept = firstColumns.find((column) => column.id === id);
  return kept?.name === name ? (said[id]?.() ?? name) : name;
}

/** What a column is called on its board by now; null where nobody knows it. */
export type ColumnNames = (projectId: string, columnId: string) => string | null;

interface InColumn {
  readonly project_id: string;
  readonly column_id: string;
  readonly column_name: string;
}

/** The name of an event's column as a person reads it: as it was told, else as the board has it; null when neither says it. */
export function columnTold({ project_id, column_id, column_name }: InColumn, names: ColumnNames = () => null): string | null {
  const told = column_name === '' ? names(project_id, column_id) : column_name;
  const name = told ?? firstColumns.find(({ id }) => id === column_id)?.name ?? null;
  return name === null ? null : columnInWords({ id: column_id, name });
}
