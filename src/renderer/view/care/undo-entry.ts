import type { HistoryEntry } from '@shared/library/history';
import { wishUndo } from '../../store/use-undo';
import { inEffect } from './history-rows';

/** Takes an entry of the history back: one operation, or what was done on a board, at once; several after a look at what would come. */
export function undoEntry(entry: HistoryEntry): void {
  const count = inEffect(entry);
  const several = count > 1 && !entry.id.startsWith('board-');
  if (count > 0) void wishUndo({ kind: 'entry', id: entry.id }, { redo: entry.scope === 'undo' && !entry.redo, several });
}

/** Takes an entry and everything behind it back, after a look at what would come and what stays. */
export function undoSince({ first_sequence }: HistoryEntry): void {
  void wishUndo({ kind: 'moment', after_sequence: first_sequence - 1 }, { several: true });
}
