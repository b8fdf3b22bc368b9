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
