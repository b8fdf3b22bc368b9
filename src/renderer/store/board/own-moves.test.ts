import { cardPlaced } from '@shared/events/board-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { stampEvent } from '@shared/events/envelope';
import type { ColumnView, PlacedCard } from '@shared/library/board-answers';
import { expect, it } from 'vitest';
import { keyOf } from './board-columns';
import { settled, withMove } from './own-moves';

const card = (id: string, rank: string): PlacedCard => ({ kind: 'note', id, rank });
const column = (id: string, ...cards: PlacedCard[]): ColumnView => ({ id, name: id, rank: id, count: cards.length, cards, next: null });
const key = (id: string) => keyOf({ kind: 'note', id });
const placed = (card_id: string, column_id: string, rank: string, project_id = 'p') => {
  const draft = cardPlaced({ project_id, card_kind: 'note', card_id, card_title: '', column_id, rank });
  return { ...stampEvent(draft, { source: 'test', actor: 'user' }), sequence: 7 } as RecordedEvent;
};
// Shown below a already, with the rank of where it lay.
const shown = [column('idea', card('a', 'B'), card('moved', 'A'), card('b', 'D'))];
const moves = withMove(new Map(), [key('moved')], 'idea');

it('[D51] a move that is shown already is taken up when the log tells of it: nothing is loaded anew', () => {
  const now = settled(shown, moves, 'p', [placed('moved', 'idea', 'C'), placed('elsewhere', 'idea', 'C', 'q')]);
  expect(now?.columns[0]?.cards.map(({ id, rank }) => `${id} ${rank}`)).toEqual(['a B', 'moved C', 'b D']);
  expect([now?.moves.size, now?.moments.map(({ sequence, decision }) => [sequence, decision])]).toEqual([0, [[7, false]]]);
});

it('[D51] what was not shown, or lies elsewhere than it was shown, is loaded', () => {
  expect(settled(shown, new Map(), 'p', [placed('moved', 'idea', 'C')])).toBeNull();
  expect(settled(shown, moves, 'p', [placed('moved', 'review', 'C')])).toBeNull();
  expect(settled(shown, moves, 'p', [placed('moved', 'idea', 'E')])).toBeNull();
});

it('[D51] of moves that follow fast on one another each is waited for in its turn', () => {
  const twice = withMove(withMove(new Map(), [key('moved')], 'review'), [key('moved')], 'idea');
  const first = settled(shown, twice, 'p', [placed('moved', 'review', 'Q')]);
  expect(first?.moves.get(key('moved'))).toEqual(['idea']);
  const last = settled(first?.columns ?? [], first?.moves ?? new Map(), 'p', [placed('moved', 'idea', 'C')]);
  expect([last?.moves.size, last?.columns[0]?.cards[1]?.rank]).toEqual([0, 'C']);
});
