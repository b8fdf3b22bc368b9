import type { LibraryCard } from '@shared/library/library-answer';
import type { ThumbHash } from '@shared/library/thumb-hash';
import { useEffect } from 'react';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { onNewEvents } from './new-events';

interface CardsState {
  readonly cards: ReadonlyMap<number, LibraryCard>;
  /** The numbers of pictures, by hash. */
  readonly ids: ReadonlyMap<string, number>;
}

/** What lists show of the pictures near the view. */
const useCards = create<CardsState>(() => ({ cards: new Map(), ids: new Map() }));

/** So many are asked for at once, and so many are kept. */
const most = { asked: 250, kept: 5_000 } as const;

/** How many cells want a card. */
const wanted = new Map<number, number>();
/** Cards of which something has changed; the old one is shown until the new one is here. */
const stale = new Set<number>();
/** Numbers of pictures that are not filed any more. */
const gone = new Set<number>();
let asking = false;
let scheduled = false;

/** The card of a picture in sight; null until it has come, and as long as nobody looks at it. */
export function useCard(id: number, looked = true): LibraryCard | null {
  const card = useCards((state) => (looked ? (state.cards.get(id) ?? null) : null));
  useEffect(() => {
    if (!looked) return;
    wanted.set(id, (wanted.get(id) ?? 0) + 1);
    schedule();
    return () => {
      const left = (wanted.get(id) ?? 1) - 1;
      if (left > 0) wanted.set(id, left);
      else wanted.delete(id);
    };
  }, [id, looked]);
  return card;
}

/** The number of a picture, once it is known. */
export const useIdOf = (hash: string | null): number | null => useCards((state) => (hash === null ? null : (state.ids.get(hash) ?? null)));

/** What stands for a picture while it loads, where its card is here. */
export const useThumbHash = (hash: string): ThumbHash | undefined =>
  useCards(({ ids, cards }) => cards.get(ids.get(hash) ?? -1)?.thumb_hash);

/** The number of a picture if it is known already. */
export const idNow = (hash: string): number | null => useCards.getState().ids.get(hash) ?? null;

export function knowId(hash: string, id: number): void {
  if (useCards.getState().ids.get(hash) !== id) useCards.setState((state) => ({ ids: new Map(state.ids).set(hash, id) }));
}

/** The card of a picture that may not be in sight; null when it is not filed any more. */
export async function cardOf(id: number): Promise<LibraryCard | null> {
  const known = useCards.getState().cards.get(id);
  if (known !== undefined) return known;
  const reply = await askQuietly('library/cards', { ids: [id] });
  if (typeof reply === 'string') return null;
  keep(reply.answer);
  return reply.answer[0] ?? null;
}

/** The card of a picture if it is here already. */
export function cardNow(id: number): LibraryCard | null {
  return useCards.getState().cards.get(id) ?? null;
}

/** Has the cards of pictures here that will be wanted in a moment. */
export async function bringCards(wantedSoon: readonly number[]): Promise<void> {
  const { cards } = useCards.getState();
  const lacking = wantedSoon.filter((id) => !cards.has(id) && !gone.has(id)).slice(0, most.asked);
  if (lacking.length === 0) return;
  const reply = await askQuietly('library/cards', { ids: lacking });
  if (typeof reply !== 'string') keep(reply.answer);
}

/** Shows a rating that was just given; the card is asked for anew when the log tells of it. */
export function rateCard(hash: string, rating: Pick<LibraryCard, 'stars' | 'own'>): void {
  const { ids, cards } = useCards.getState();
  const card = cards.get(ids.get(hash) ?? -1);
  if (card !== undefined) useCards.setState({ cards: new Map(cards).set(card.id, { ...card, ...rating }) });
}

/** What is shown of a picture is not so: it is asked for anew. */
export function forgetCard(hash: string): void {
  const id = useCards.getState().ids.get(hash);
  if (id === undefined) return;
  stale.add(id);
  schedule();
}

function schedule(): void {
  if (scheduled || asking) return;
  scheduled = true;
  // Rows that come into sight together are asked for together.
  setTimeout(() => {
    scheduled = false;
    void pump();
  }, 8);
}

async function pump(): Promise<void> {
  if (asking) return;
  const { cards } = useCards.getState();
  // Those that came into sight last are looked at now; a quick scroll has left the others behind.
  const lacking = [...wanted.keys()].filter((id) => stale.has(id) || !(cards.has(id) || gone.has(id))).slice(-most.asked);
  if (lacking.length === 0) return;
  asking = true;
  const reply = await askQuietly('library/cards', { ids: lacking });
  asking = false;
  if (typeof reply === 'string') return;
  const here = new Set(reply.answer.map(({ id }) => id));
  for (const id of lacking) {
    stale.delete(id);
    if (here.has(id)) gone.delete(id);
    else gone.add(id);
  }
  keep(reply.answer);
  schedule();
}

function keep(fresh: readonly LibraryCard[]): void {
  useCards.setState((state) => {
    const cards = new Map(state.cards);
    const ids = new Map(state.ids);
    for (const card of fresh) {
      cards.delete(card.id);
      cards.set(card.id, card);
      ids.set(card.content_hash, card.id);
    }
    for (const [id, { content_hash }] of cards) {
      if (cards.size <= most.kept) break;
      if (wanted.has(id)) continue;
      cards.delete(id);
      ids.delete(content_hash);
    }
    return { cards, ids };
  });
}

/** Looks again at cards of which events tell something new. */
export function followCards(): () => void {
  return onNewEvents((events) => {
    const { ids } = useCards.getState();
    for (const { data } of events) {
      const hash: unknown = Reflect.get(data, 'content_hash');
      const id = typeof hash === 'string' ? ids.get(hash) : undefined;
      if (id !== undefined) stale.add(id);
    }
    if (stale.size > 0) schedule();
  });
}
