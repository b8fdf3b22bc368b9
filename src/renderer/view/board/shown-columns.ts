import type { CardKind } from '@shared/library/board';
import type { BoardCard, ColumnView } from '@shared/library/board-answers';
import { keyOf } from '../../store/board/board-columns';
import { holdsWords } from './card-words';

/** The columns with the cards that are wanted: of a kind, and with words. What a card says must be known for it to be found. */
export function shownColumns(
  columns: readonly ColumnView[],
  contents: ReadonlyMap<string, BoardCard>,
  { kind, text }: { readonly kind: CardKind | null; readonly text: string },
): readonly ColumnView[] {
  const words = text.trim();
  if (kind === null && words === '') return columns;
  const isWanted = (card: ColumnView['cards'][number]) => {
    if (kind !== null && card.kind !== kind) return false;
    const content = words === '' ? undefined : contents.get(keyOf(card));
    return words === '' || (content !== undefined && holdsWords(content, words));
  };
  return columns.map((column) => ({ ...column, cards: column.cards.filter(isWanted) }));
}
