import type { ColumnView, PlacedCard } from '@shared/library/board-answers';
import { describe, expect, it } from 'vitest';
import { asTheyLie, cardAbove, carried, keyOf, neighbour, placeOf, refOf, withCardsAt } from './board-columns';

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
