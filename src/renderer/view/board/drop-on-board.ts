import { t } from '@shared/language/language';
import { columnInWords } from '@shared/library/column-words';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { atEnd, cardAbove, placeOf } from '../../store/board/board-columns';
import { placeCards, placeColumn, useBoard } from '../../store/board/use-board';
import { say } from '../../store/use-toasts';
import { draggedKeys } from './use-card-drag';
import { draggedColumn } from './use-column-drag';

type Data = Record<string | symbol, unknown>;

/** Something was let go over the board. */
export function drop(source: Data, target: Data): void {
  const column = draggedColumn(source);
  if (column === null) dropCards(draggedKeys(source), target);
  else dropColumn(column, target);
}

/** Beside the column over which it was let go. */
function dropColumn(column_id: string, target: Data): void {
  const { beside } = target;
  if (typeof beside !== 'string' || beside === column_id) return;
  const order = (useBoard.getState().board?.columns ?? []).map(({ id }) => id).filter((id) => id !== column_id);
  const left = extractClosestEdge(target) === 'left';
  void placeColumn(column_id, left ? (order[order.indexOf(beside) - 1] ?? null) : beside);
}

/** Above or below the card over which they were let go; over the rest of a column, at its end; over a folded one, at its top. */
function dropCards(keys: readonly string[], target: Data): void {
  const { column_id, over, below, top } = target;
  const column = useBoard.getState().board?.columns.find(({ id }) => id === column_id);
  if (column === undefined || (typeof over === 'string' && keys.includes(over))) return;
  if (top === true) {
    void placeCards(keys, column.id, null);
    say(t('Put to the top of {name}, which is folded.', { name: columnInWords(column) }));
    return;
  }
  const place = typeof over === 'string' ? placeOf([column], over) : null;
  if (place === null) {
    if (column.next !== null) say(t('Put to the end of {name}, below {count, number} others.', { name: columnInWords(column), count: column.count }));
    void placeCards(keys, column.id, atEnd);
    return;
  }
  const at = place.at + (below === true || extractClosestEdge(target) === 'bottom' ? 1 : 0);
  void placeCards(keys, column.id, cardAbove(column, at, new Set(keys)));
}
