import type { CardKind, Place, Project } from './board';
import type { ColumnPage, ColumnView, PlacedCard } from './board-answers';
import { impliedRank, newestBehind } from './board-rank';
import { columnFor, columnsOf, compare, homeOfAssets } from './board-standing';

/** An item that lies on the board, where it was put or where its kind begins. */
export interface StandingItem {
  readonly kind: CardKind;
  readonly id: string;
  readonly home: string;
  readonly first_sequence: number;
  readonly place: Place | null;
}

interface Behind {
  readonly rank: string;
  readonly id: string;
}

/** The pictures of a board: too many to be held, so they are asked for a page at a time. */
export interface AssetCards {
  /** How many were put into each column, removed ones too. */
  readonly placedCounts: ReadonlyMap<string, number>;
  readonly unplacedCount: number;
  /** Those that were put into a column, by rank and id, behind a place. */
  placed(columnId: string, after: Behind, limit: number): readonly Behind[];
  /** Those that nobody has put anywhere, the newest first, filed up to a sequence. */
  unplaced(upTo: number, limit: number): readonly { readonly id: string; readonly filed_sequence: number }[];
}

export interface BoardParts {
  readonly project: Project;
  readonly items: readonly StandingItem[];
  readonly assets: AssetCards;
}

/** The columns of a board with the first cards of each. */
export function columnViews(parts: BoardParts, limit: number): ColumnView[] {
  return columnsOf(parts.project).map(({ id, name, rank }) => {
    const count = countOf(parts, id);
    return { id, name, rank, count, ...columnPage(parts, id, null, limit) };
  });
}

/** The next cards of a column, behind one. */
export function columnPage(parts: BoardParts, columnId: string, after: PlacedCard | null, limit: number): ColumnPage {
  const { project, assets } = parts;
  const items = itemsIn(parts, columnId);
  // Of equal rank, assets come before all others.
  const behind = after === null ? { rank: '', id: '' } : { rank: after.rank, id: after.kind === 'asset' ? after.id : '~' };
  // One more tells whether there is a next page, and one may be the card behind which this page begins.
  const wanted = limit + 2;
  const placed = placedColumns(parts, columnId).flatMap((id) => assets.placed(id, behind, wanted));
  const isHome = columnFor(project, homeOfAssets, homeOfAssets) === columnId;
  const unplaced = isHome ? assets.unplaced(newestBehind('asset', after?.rank ?? null), wanted) : [];
  const cards = [
    ...items,
    ...placed.map(({ id, rank }) => ({ kind: 'asset', id, rank }) as const),
    ...unplaced.map(({ id, filed_sequence }) => ({ kind: 'asset', id, rank: impliedRank('asset', filed_sequence) }) as const),
  ].filter((card) => after === null || inOrder(after, card) < 0);
  const page = cards.sort(inOrder).slice(0, limit);
  return { cards: page, next: cards.length > limit ? (page.at(-1) ?? null) : null };
}

/** The order of cards within a column. */
export function inOrder(a: PlacedCard, b: PlacedCard): number {
  return compare(a.rank, b.rank) || compare(a.kind, b.kind) || compare(a.id, b.id);
}

function itemsIn({ project, items }: BoardParts, columnId: string): PlacedCard[] {
  return items
    .filter(({ place, home }) => place?.off !== true && columnFor(project, place?.column_id ?? home, home) === columnId)
    .map(({ kind, id, first_sequence, place }) => ({ kind, id, rank: place?.rank ?? impliedRank('item', first_sequence) }));
}

/** The columns into which pictures were put that stand in this one now. */
function placedColumns({ project, assets }: BoardParts, columnId: string): string[] {
  return [...assets.placedCounts.keys()].filter((id) => columnFor(project, id, homeOfAssets) === columnId);
}

function countOf(parts: BoardParts, columnId: string): number {
  const { project, assets } = parts;
  const placed = placedColumns(parts, columnId).reduce((sum, id) => sum + (assets.placedCounts.get(id) ?? 0), 0);
  const unplaced = columnFor(project, homeOfAssets, homeOfAssets) === columnId ? assets.unplacedCount : 0;
  return itemsIn(parts, columnId).length + placed + unplaced;
}
