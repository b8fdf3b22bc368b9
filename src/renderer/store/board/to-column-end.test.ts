import { asText } from '@shared/ipc/json-text';
import type { BoardView, ColumnView, PlacedCard } from '@shared/library/board-answers';
import { beforeEach, expect, it, vi } from 'vitest';
import { toColumnEnd } from './to-column-end';
import { setBoardState, useBoard } from './use-board';

const cardsOf = (from: number, to: number): PlacedCard[] =>
  Array.from({ length: to - from }, (_, at) => ({ kind: 'note' as const, id: String(from + at), rank: String(from + at).padStart(5, '0') }));
const all = 1_300;
const asked: unknown[] = [];
let refuses = false;

beforeEach(() => {
  asked.length = 0;
  refuses = false;
  vi.stubGlobal('window', {
    alice: {
      call: async (name: string, { after, limit }: { after: PlacedCard; limit: number }) => {
        asked.push([name, after.id]);
        if (refuses) return asText({ ok: false, sentence: 'Not now.' });
        const from = Number(after.id) + 1;
        const cards = cardsOf(from, Math.min(all, from + limit));
        return asText({ ok: true, answer: { cards, next: from + limit < all ? cards.at(-1) : null } });
      },
    },
  });
  const cards = cardsOf(0, 200);
  const column: ColumnView = { id: 'idea', name: 'Idea', rank: 'B', count: all, cards, next: cards.at(-1) ?? null };
  setBoardState({ board: { project: { id: 'p' }, columns: [column] } as unknown as BoardView, active: 'note 5', carried: null, selected: new Set() });
});

const active = () => useBoard.getState().active;
const every = () => true;

it('[D166] End leads to the last card of a column however long it is, Home to the first, by those that are shown', async () => {
  await toColumnEnd(false, every);
  expect(active()).toBe('note 1299');
  expect(asked).toEqual([['board/column', '199'], ['board/column', '699'], ['board/column', '1199']]);
  await toColumnEnd(true, every);
  expect(active()).toBe('note 0');
  await toColumnEnd(false, (key) => key.endsWith('7'));
  expect(active()).toBe('note 1297');
  expect(asked).toHaveLength(3);
});

it('[D166] what is carried goes there, too', async () => {
  setBoardState({ carried: useBoard.getState().board?.columns ?? [] });
  await toColumnEnd(false, every);
  const [column] = useBoard.getState().carried ?? [];
  expect([column?.cards.length, column?.cards.at(-1)?.id, active()]).toEqual([all, '5', 'note 5']);
  await toColumnEnd(true, every);
  expect(useBoard.getState().carried?.[0]?.cards[0]?.id).toBe('5');
});

it('[D166] who goes on meanwhile stays where they went, and what cannot be brought moves nobody', async () => {
  const way = toColumnEnd(false, every);
  setBoardState({ active: 'note 6' });
  await way;
  expect(active()).toBe('note 6');
  refuses = true;
  setBoardState({ active: 'note 5' });
  await toColumnEnd(false, every);
  expect(active()).toBe('note 5');
});
