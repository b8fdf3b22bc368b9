import type { ColumnView, PlacedCard } from '@shared/library/board-answers';
import { describe, expect, it } from 'vitest';
import { asTheyLie, atEnd, cardAbove, carried, keyOf, neighbour, placeOf, refOf, withCardsAt, withColumnBehind } from './board-columns';

const card = (id: string): PlacedCard => ({ kind: 'note', id, rank: id });
const column = (id: string, ...ids: string[]): ColumnView => ({ id, name: id, rank: id, count: ids.length + (id === 'long' ? 100 : 0), cards: ids.map(card), next: null });
const board = [column('idea', 'a', 'b', 'c'), column('empty'), column('long', 'x', 'y')];
const key = (id: string) => keyOf(card(id));
const shape = (columns: readonly ColumnView[]) => columns.map(({ count, cards }) => `${cards.map(({ id }) => id).join('')} ${count}`);

describe('[D45] cards of a board', () => {
  it('[D45] are put below another card, to the top, or into an empty column, several in their order; counts follow', () => {
    expect(shape(withCardsAt(board, new Set([key('c'), key('a')]), 'long', key('x')))).toEqual(['b 1', ' 0', 'xacy 104']);
    expect(shape(withCardsAt(board, new Set([key('b')]), 'idea', null))).toEqual(['bac 3', ' 0', 'xy 102']);
    expect(shape(withCardsAt(board, new Set([key('y')]), 'empty', null))).toEqual(['abc 3', 'y 1', 'x 101']);
    // Below one of themselves, or one that has gone: at the end.
    expect(shape(withCardsAt(board, new Set([key('a')]), 'idea', key('a')))).toEqual(['bca 3', ' 0', 'xy 102']);
    expect(withCardsAt(board, new Set([key('not loaded')]), 'idea', null)).toBe(board);
    expect(withCardsAt(board, new Set([key('a')]), 'no such column', null)).toBe(board);
  });

  it('[D45] are told of in the order in which they lie, in whatever order they were chosen', () => {
    expect(asTheyLie(board, [key('y'), key('c'), key('not loaded'), key('a')])).toEqual([key('a'), key('c'), key('y'), key('not loaded')]);
  });

  it('[D45] have a place and a card above it that is not moved itself', () => {
    expect(placeOf(board, key('y'))).toEqual({ column_id: 'long', at: 1 });
    expect(placeOf(board, key('z'))).toBeNull();
    const [idea] = board;
    expect(idea && cardAbove(idea, 2, new Set([key('b')]))).toBe(key('a'));
    expect(idea && cardAbove(idea, 0, new Set())).toBeNull();
    expect(refOf('style with spaces')).toEqual({ kind: 'style', id: 'with spaces' });
  });

  it('[D46] are walked with the arrows: over empty columns, and not out of the board', () => {
    expect(neighbour(board, null, 'down')).toBe(key('a'));
    expect(neighbour(board, key('a'), 'down')).toBe(key('b'));
    expect(neighbour(board, key('a'), 'up')).toBe(key('a'));
    expect(neighbour(board, key('c'), 'right')).toBe(key('y'));
    expect(neighbour(board, key('x'), 'left')).toBe(key('a'));
    expect(neighbour(board, key('x'), 'right')).toBe(key('x'));
    expect(neighbour([column('empty')], null, 'down')).toBeNull();
  });

  it('[D46] are carried with the arrows: one place at a time, and into the next column, empty or not', () => {
    const one = new Set([key('b')]);
    expect(shape(carried(board, key('b'), one, 'up'))).toEqual(['bac 3', ' 0', 'xy 102']);
    expect(shape(carried(board, key('b'), one, 'down'))).toEqual(['acb 3', ' 0', 'xy 102']);
    const once = carried(board, key('b'), one, 'right');
    expect(shape(once)).toEqual(['ac 2', 'b 1', 'xy 102']);
    expect(shape(carried(once, key('b'), one, 'right'))).toEqual(['ac 2', ' 0', 'bxy 103']);
    expect(carried(board, key('a'), new Set([key('a')]), 'up')).toBe(board);
    expect(carried(board, key('a'), new Set([key('a')]), 'left')).toBe(board);
    expect(shape(carried(board, key('c'), new Set([key('a'), key('c')]), 'down'))).toEqual(['bac 3', ' 0', 'xy 102']);
  });
});

it('[D48] columns are put behind one another, to the front, and nowhere when nothing would change', () => {
  const order = (columns: readonly ColumnView[]) => columns.map(({ id }) => id).join(' ');
  expect(order(withColumnBehind(board, 'long', 'idea'))).toBe('idea long empty');
  expect(order(withColumnBehind(board, 'long', null))).toBe('long idea empty');
  expect(order(withColumnBehind(board, 'idea', 'long'))).toBe('empty long idea');
  for (const [id, after] of [['idea', null], ['empty', 'idea'], ['idea', 'idea'], ['idea', 'gone'], ['gone', null]] as const) {
    expect(withColumnBehind(board, id, after)).toBe(board);
  }
});

it('[D49] at the end of a column that is not all loaded cards are out of sight, and counted', () => {
  const [idea, empty, long] = board as [ColumnView, ColumnView, ColumnView];
  const part = [idea, empty, { ...long, next: card('y') }];
  expect(shape(withCardsAt(part, new Set([key('b')]), 'long', atEnd))).toEqual(['ac 2', ' 0', 'xy 103']);
  expect(shape(withCardsAt(board, new Set([key('b')]), 'long', atEnd))).toEqual(['ac 2', ' 0', 'xyb 103']);
});

it('[D50] cards that a filter hides are no step of a carried one: it goes right above or below the next one that is shown', () => {
  const columns = [column('idea', 'a', 'h1', 'b', 'h2', 'h3', 'c'), column('long', 'h4', 'x', 'h5', 'y')];
  const isShown = ({ id }: PlacedCard) => !id.startsWith('h');
  const carry = (id: string, towards: 'up' | 'down' | 'right') => shape(carried(columns, key(id), new Set([key(id)]), towards, isShown));
  expect(carry('b', 'up')).toEqual(['bah1h2h3c 6', 'h4xh5y 104']);
  expect(carry('b', 'down')).toEqual(['ah1h2h3cb 6', 'h4xh5y 104']);
  expect(carry('c', 'up')).toEqual(['ah1cbh2h3 6', 'h4xh5y 104']);
  expect(carry('a', 'right')).toEqual(['h1bh2h3c 5', 'h4axh5y 105']);
  expect(carry('c', 'right')).toEqual(['ah1bh2h3 5', 'h4xh5yc 105']);
  expect(carried(columns, key('a'), new Set([key('a')]), 'up', isShown)).toBe(columns);
});
