import type { RecordedEvent } from '@shared/events/catalog';
import { inOrder } from '@shared/library/board-pages';
import type { BoardMoment, ColumnView } from '@shared/library/board-answers';
import { keyOf } from './board-columns';

/** Moves that are shown already and that the log has not told of yet: the columns of each card, in the order of its moves. */
export type OwnMoves = ReadonlyMap<string, readonly string[]>;

export function withMove(moves: OwnMoves, keys: readonly string[], column_id: string): OwnMoves {
  const next = new Map(moves);
  for (const key of keys) next.set(key, [...(next.get(key) ?? []), column_id]);
  return next;
}

interface Settled {
  readonly columns: readonly ColumnView[];
  readonly moves: OwnMoves;
  readonly moments: readonly BoardMoment[];
}

/**
 * What the columns are when the log tells of moves that they show: the same cards with the ranks that they were given. Null when it
 * tells of anything else of the project, or when the cards lie otherwise than they were shown: then the board is to be loaded anew.
 */
export function settled(
  columns: readonly ColumnView[], moves: OwnMoves, project_id: string, events: readonly RecordedEvent[],
): Settled | null {
  const ranks = new Map<string, string>();
  const open = new Map(moves);
  const moments: BoardMoment[] = [];
  for (const event of events) {
    if (event.event_type !== 'board.card_placed') return null;
    const { card_kind: kind, card_id: id, column_id, rank } = event.data;
    if (event.data.project_id !== project_id) continue;
    const key = keyOf({ kind, id });
    const [wanted, ...rest] = open.get(key) ?? [];
    if (wanted !== column_id) return null;
    if (rest.length > 0) open.set(key, rest);
    else open.delete(key);
    ranks.set(key, rank);
    moments.push({ sequence: event.sequence, at: event.timestamp, decision: false });
  }
  const ranked = columns.map((column) => {
    if (!column.cards.some((card) => ranks.has(keyOf(card)))) return column;
    return { ...column, cards: column.cards.map((card) => ({ ...card, rank: ranks.get(keyOf(card)) ?? card.rank })) };
  });
  const lies = ranked.every(({ cards }) => cards.every((card, at) => at === 0 || inOrder(cards[at - 1] ?? card, card) <= 0));
  return open.size === 0 && !lies ? null : { columns: ranked, moves: open, moments };
}
