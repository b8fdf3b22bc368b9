import type { HistoryEntry } from '@shared/library/history';
import { countOf } from '@shared/story/words';
import type { VirtualRow } from '../../parts/virtual-rows';

export interface HistoryRowData extends VirtualRow {
  readonly entry: HistoryEntry;
}

const height = 48;

/** The entries whose words mention a text. */
export function historyRows(entries: readonly HistoryEntry[], text: string): readonly HistoryRowData[] {
  const wanted = text.toLowerCase();
  return entries.filter(({ label }) => label.toLowerCase().includes(wanted)).map((entry) => ({ key: entry.id, height, entry }));
}

/** How many operations of an entry are still in effect. */
export const inEffect = ({ operations, undone }: HistoryEntry): number => operations - undone;

/** What became of an entry since, or of the undo that it is. */
export function stateOf(entry: HistoryEntry): string {
  const { scope, operations, undone, refused, waiting, redo } = entry;
  const parts: string[] = [];
  if (scope === 'undo') parts.push(`${countOf(operations, 'operation')} ${redo ? 'done again' : 'taken back'}`);
  if (undone > 0) parts.push(undone === operations ? (scope === 'undo' ? 'taken back since' : 'undone') : `${undone.toLocaleString('en')} of ${operations.toLocaleString('en')} undone`);
  if (refused > 0) parts.push(`${refused.toLocaleString('en')} refused`);
  if (waiting > 0) parts.push(`${waiting.toLocaleString('en')} to go`);
  return parts.join(' · ');
}

/** The verb for taking an entry back, with its object. */
export function undoVerb(entry: HistoryEntry): string {
  const count = inEffect(entry);
  const verb = entry.scope === 'undo' && !entry.redo ? 'Do again' : 'Undo';
  return count > 1 ? `${verb} ${count.toLocaleString('en')}` : verb;
}
