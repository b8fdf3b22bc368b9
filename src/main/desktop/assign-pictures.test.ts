import type { CardRef } from '@shared/library/board';
import { expect, it } from 'vitest';
import { type Assignment, assignPictures } from './assign-pictures';

/** A board with one column, and in it the cards from the top. */
function column() {
  const column: string[] = [];
  let most = 0;
  return {
    column,
    most: () => most,
    assignAssets: async ({ content_hashes }: Pick<Assignment, 'content_hashes'>) => ({ said: content_hashes.length, left_out: [], left_out_count: 0 }),
    placeCards: async ({ cards, after }: { readonly cards: readonly CardRef[]; readonly after: CardRef | 'end' | null }) => {
      most = Math.max(most, cards.length);
      const moved = new Set(cards.map(({ id }) => id));
      const others = column.filter((id) => !moved.has(id));
      const above = after === null ? 0 : after === 'end' ? others.length : others.indexOf(after.id) + 1;
      column.splice(0, column.length, ...others.slice(0, above), ...moved, ...others.slice(above));
    },
  };
}

it.each([true, false])('[D256] pictures put into a column stand in it as they were chosen, however many; with their files: %s', async (move_files) => {
  const board = column();
  board.column.push('was there', '17');
  const chosen = Array.from({ length: 25_001 }, (_, at) => String(at));
  await assignPictures(board, { content_hashes: [...chosen, '3'], project_id: 'p', column_id: 'review', move_files });
  expect(board.column).toEqual([...chosen, 'was there']);
  expect(board.most()).toBeLessThanOrEqual(10_000);
});
