import { atEnd, keyOf, placeOf, withCardsAt } from './board-columns';
import { carriedKeys, loadMore, setBoardState, useBoard } from './use-board';

/** The column of the card that the keyboard is on, as far as it is loaded, with what is carried. */
function columnHere() {
  const { board, carried, active } = useBoard.getState();
  const columns = carried ?? board?.columns ?? [];
  const place = active === null ? null : placeOf(columns, active);
  return columns.find(({ id }) => id === place?.column_id);
}

/** Brings the rest of a column. Resolves with whether it is there and the keyboard is still on the card it was on. */
async function allOfColumn(column_id: string, active: string): Promise<boolean> {
  for (;;) {
    const before = columnHere();
    if (before?.id !== column_id || useBoard.getState().active !== active) return false;
    if (before.next === null) return true;
    await loadMore(column_id);
    // What could not be brought has been said.
    if (columnHere()?.cards.length === before.cards.length) return false;
  }
}

/** Takes the keyboard to the first or the last card of its column, and what it carries with it. */
export async function toColumnEnd(top: boolean, isShown: (key: string) => boolean): Promise<void> {
  const { active } = useBoard.getState();
  const column = columnHere();
  if (active === null || column === undefined || !(top || (await allOfColumn(column.id, active)))) return;
  const { carried, selected } = useBoard.getState();
  if (carried !== null) {
    setBoardState({ carried: withCardsAt(carried, carriedKeys(active, selected), column.id, top ? null : atEnd) });
    return;
  }
  const keys = (columnHere()?.cards ?? []).map(keyOf).filter(isShown);
  const next = top ? keys[0] : keys.at(-1);
  if (next !== undefined) setBoardState({ active: next });
}
