import { cardPlaced, cardRemoved } from '@shared/events/board-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import type { CardRef, Place } from '@shared/library/board';
import type { PlacedCard } from '@shared/library/board-answers';
import { columnPage } from '@shared/library/board-pages';
import { impliedRank, rankBetween, ranksBetween } from '@shared/library/board-rank';
import { columnFor, columnsOf, homeOfAssets } from '@shared/library/board-standing';
import type { PlaceCardsWish } from '@shared/library/board-wishes';
import { columnInWords } from '@shared/library/column-words';
import type { BoardReader, BoardReaders, FiledAsset } from '../projections/board-reader';
import { BoardError, boardOf, columnIn, goneFrom } from './board-checks';

const pageSize = 200;
const endPageSize = 5_000;
const keyOf = ({ kind, id }: CardRef): string => `${kind}/${id}`;

/** Where a card stands, and what it is called. */
interface Standing {
  readonly title: string;
  /** Null when it is not on the board. */
  readonly column_id: string | null;
  readonly rank: string;
  readonly guest: boolean;
}

/** What is to be said when cards are put to a place or taken off. @throws BoardError */
export function placing(readers: BoardReaders) {
  return {
    placeCards({ project_id, cards, column_id, after: wanted }: PlaceCardsWish): EventDraft[] {
      const board = boardOf(readers, project_id);
      const column = columnIn(board.project, column_id);
      const moved = [...new Map(cards.map((card) => [keyOf(card), card])).values()];
      const after = wanted === 'end' ? lastIn(board, column_id, new Set(moved.map(keyOf))) : wanted;
      const standing = standings(readers, board, after === null ? moved : [...moved, after]);
      const above = after === null ? null : standing(after);
      if (above !== null && above.column_id !== column_id) {
        throw new BoardError(t('The card above is not in {column} any more. Look again.', { column: columnInWords(column) }));
      }
      const upper = after === null || above === null ? null : { ...after, rank: above.rank };
      const below = nextBelow(board, column_id, upper, new Set(moved.map(keyOf)));
      const ranks = ranksBetween(upper?.rank ?? null, below, moved.length);
      const names = new Map(columnsOf(board.project).map(({ id, name }) => [id, name]));
      return moved.map((card, i) => {
        const { title, column_id: from, guest } = standing(card);
        return cardPlaced({
          project_id, card_kind: card.kind, card_id: card.id, card_title: title, column_id, column_name: column.name,
          previous_column_name: (from === null ? undefined : names.get(from)) ?? null, rank: ranks[i] ?? rankBetween(null, null), guest,
        });
      });
    },

    removeCards({ project_id, cards }: { readonly project_id: string; readonly cards: readonly CardRef[] }): EventDraft[] {
      const board = boardOf(readers, project_id);
      const names = new Map(columnsOf(board.project).map(({ id, name }) => [id, name]));
      const moved = [...new Map(cards.map((card) => [keyOf(card), card])).values()];
      const standing = standings(readers, board, moved);
      return moved.flatMap((card) => {
        const { title, column_id } = standing(card);
        if (column_id === null) return [];
        const previous_column_name = names.get(column_id) ?? null;
        return [cardRemoved({ project_id, card_kind: card.kind, card_id: card.id, card_title: title, previous_column_name })];
      });
    },
  };
}

/** Looks up how some cards stand. @throws BoardError for one that is nothing of this project */
function standings(readers: BoardReaders, board: BoardReader, cards: readonly CardRef[]): (card: CardRef) => Standing {
  const { project } = board;
  const items = new Map(board.items.map((item) => [keyOf(item), item]));
  const titles = readers.titles(project.id);
  const filed = readers.filed(cards.flatMap(({ kind, id }) => (kind === 'asset' ? [id] : [])));
  const members = new Set(readers.namesOf(project.id));
  return (card) => {
    if (card.kind === 'asset') {
      const asset = filed.get(card.id);
      if (asset === undefined) throw new BoardError(t('One of these pictures is not filed, so it cannot stand on a board.'));
      return standingOfAsset(board, asset, readers.place(project.id, card), members.has(asset.project));
    }
    const item = items.get(keyOf(card));
    if (item === undefined) throw new BoardError(goneFrom(project.name, card.kind));
    const { place, home, first_sequence } = item;
    const column_id = place?.off ? null : columnFor(project, place?.column_id ?? home, home);
    return { title: titles.get(keyOf(card)) ?? '', column_id, rank: place?.rank ?? impliedRank('item', first_sequence), guest: false };
  };
}

function standingOfAsset({ project }: BoardReader, asset: FiledAsset, place: Place | null, member: boolean): Standing {
  const { file_name: title, filed_sequence } = asset;
  const there = place === null ? member : !place.off && (place.guest || member);
  const column_id = there ? columnFor(project, place?.column_id ?? homeOfAssets, homeOfAssets) : null;
  return { title, column_id, rank: place?.rank ?? impliedRank('asset', filed_sequence), guest: !member };
}

/** The last card of a column that is not moved itself. */
function lastIn(board: BoardReader, columnId: string, moved: ReadonlySet<string>): CardRef | null {
  let last: CardRef | null = null;
  for (let after: PlacedCard | null = null; ; ) {
    const { cards, next } = columnPage(board, columnId, after, endPageSize);
    const found = cards.findLast((card) => !moved.has(keyOf(card)));
    if (found !== undefined) last = { kind: found.kind, id: found.id };
    if (next === null) return last;
    after = next;
  }
}

/** The rank of the first card below a place that stays where it is; null at the end of the column. */
function nextBelow(board: BoardReader, columnId: string, above: PlacedCard | null, moved: ReadonlySet<string>): string | null {
  for (let after = above; ; ) {
    const { cards, next } = columnPage(board, columnId, after, pageSize);
    // Between equal ranks there is no room: the place is behind all of them.
    const below = cards.find((card) => !moved.has(keyOf(card)) && card.rank > (above?.rank ?? ''));
    if (below !== undefined || next === null) return below?.rank ?? null;
    after = next;
  }
}

/** Moves a card that somebody put elsewhere to the top of what is approved. Where nobody has, it stands there by itself. */
export function placeInApproved(board: BoardReader, place: Place | null, { kind, id }: CardRef, title: string): EventDraft[] {
  const { project } = board;
  const column = columnsOf(project).find((each) => each.id === 'approved');
  if (place === null || column === undefined) return [];
  const standsIn = columnFor(project, place.column_id, 'idea');
  if (!place.off && standsIn === column.id) return [];
  const previous = place.off ? undefined : columnsOf(project).find((each) => each.id === standsIn);
  return [cardPlaced({
    project_id: project.id, card_kind: kind, card_id: id, card_title: title, column_id: column.id, column_name: column.name,
    previous_column_name: previous?.name ?? null, rank: rankBetween(null, columnPage(board, column.id, null, 1).cards[0]?.rank ?? null),
  })];
}
