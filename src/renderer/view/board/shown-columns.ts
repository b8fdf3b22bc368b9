import type { CardKind } from '@shared/library/board';
import type { BoardCard, ColumnView, PlacedCard } from '@shared/library/board-answers';
import { keyOf } from '../../store/board/board-columns';
import { holdsWords } from './card-words';

export type IsShown = (card: PlacedCard) => boolean;

/** Which cards are wanted: of a kind, and with words; null for all. What a card says must be known for it to be found. */
export function wantedCards(
  contents: ReadonlyMap<string, BoardCard>, { kind, text }: { readonly kind: CardKind | null; readonly text: string },
): IsShown | null {
  const words = text.trim();
  if (kind === null && words === '') return null;
  return (card) => {
    if (kind !== null && card.kind !== kind) return false;
    const content = words === '' ? undefined : contents.get(keyOf(card));
    return words === '' || (content !== undefined && holdsWords(content, words));
  };
}

/** The columns with the cards that are wanted. */
export function shownColumns(columns: readonly ColumnView[], isShown: IsShown | null): readonly ColumnView[] {
  return isShown === null ? columns : columns.map((column) => ({ ...column, cards: column.cards.filter(isShown) }));
}
