import { t } from '@shared/language/language';
import type { HistoryEntry } from '@shared/library/history';
import type { VirtualRow } from '../../parts/virtual-rows';

export interface HistoryRowData extends VirtualRow {
  readonly entry: HistoryEntry;
}

const heights = { normal: 48, compact: 36 } as const;

/** The entries whose words mention a text. */
export function historyRows(entries: readonly HistoryEntry[], text: string, density: keyof typeof heights): readonly HistoryRowData[] {
  const height = heights[density];
  const wanted = text.toLowerCase();
  return entries.filter(({ label }) => label.toLowerCase().includes(wanted)).map((entry) => ({ key: entry.id, height, entry }));
}

/** How many operations of an entry are still in effect. */
export const inEffect = ({ operations, undone }: HistoryEntry): number => operations - undone;

/** What became of an entry since, or of the undo that it is. */
export function stateOf(entry: HistoryEntry): string {
  const { scope, operations, undone, refused, waiting, redo } = entry;
  const parts: string[] = [];
  if (scope === 'undo') {
    parts.push(redo
      ? t('{operations, plural, one {# operation} other {# operations}} done again', { operations })
      : t('{operations, plural, one {# operation} other {# operations}} taken back', { operations }));
  }
  if (undone > 0) parts.push(undone === operations ? (scope === 'undo' ? t('taken back since') : t('undone')) : t('{undone, number} of {operations, number} undone', { undone, operations }));
  if (refused > 0) parts.push(t('{refused, number} refused', { refused }));
  if (waiting > 0) parts.push(t('{waiting, number} to go', { waiting }));
  return parts.join(' · ');
}

/** The verb for taking an entry back, with its object. */
export function undoVerb(entry: HistoryEntry): string {
  const count = inEffect(entry);
  if (entry.scope === 'undo' && !entry.redo) return count > 1 ? t('Do again {count, number}', { count }) : t('Do again');
  return count > 1 ? t('Undo {count, number}', { count }) : t('Undo');
}
