import type { CardRef } from '@shared/library/board';
import type { ColumnView, PlacedCard } from '@shared/library/board-answers';

/** What a card is known by within a board. */
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/** In place of the card above: the end of a column, also where that is not loaded. */
export const atEnd = 'end' as const;

/** Where a card lies. */
export interface CardPlace {
  readonly column_id: string;
  readonly at: number;
}

export function placeOf(columns: readonly ColumnView[], key: string): CardPlace | null {
  for (const { id, cards } of columns) {
    const at = cards.findIndex((card) => keyOf(card) === key);
    if (at !== -1) return { column_id: id, at };
  }
  return null;
}

/**
 * The columns with some cards put elsewhere, in the order in which they lay: below `after`, at the top for null. Counts follow. A card
 * that none of them holds, because it is not loaded, changes nothing. At an end that is not loaded they are out of sight.
 */
export function withCardsAt(
  columns: readonly ColumnView[], keys: ReadonlySet<string>, column_id: string, after: string | null,
): readonly ColumnView[] {
  const moved = columns.flatMap(({ cards }) => cards.filter((card) => keys.has(keyOf(card))));
  if (moved.length === 0 || !columns.some(({ id }) => id === column_id)) return columns;
  return columns.map((column) => {
    const rest = column.cards.filter((card) => !keys.has(keyOf(card)));
    const left = column.cards.length - rest.length;
    if (column.id !== column_id) return left === 0 ? column : { ...column, cards: rest, count: column.count - left };
    const count = column.count - left + moved.length;
    return { ...column, cards: after === atEnd && column.next !== null ? rest : inserted(rest, moved, after), count };
  });
}

function inserted(rest: readonly PlacedCard[], moved: readonly PlacedCard[], after: string | null): readonly PlacedCard[] {
  const above = after === null ? -1 : rest.findIndex((card) => keyOf(card) === after);
  // Below a card that is moved itself, or is not there any more, means at the end.
  const at = after !== null && above === -1 ? rest.length : above + 1;
  return rest.toSpliced(at, 0, ...moved);
}

/** The card below which something lies that lies at a place of a column, when some cards are taken out of it; null at the top. */
export function cardAbove(column: ColumnView, at: number, without: ReadonlySet<string>): string | null {
  const above = column.cards.slice(0, at).findLast((card) => !without.has(keyOf(card)));
  return above === undefined ? null : keyOf(above);
}

/** Some cards in the order in which they lie on the board; those that are not loaded come last. */
export function asTheyLie(columns: readonly ColumnView[], keys: readonly string[]): readonly string[] {
  const wanted = new Set(keys);
  const lying = columns.flatMap(({ cards }) => cards.map(keyOf)).filter((key) => wanted.has(key));
  return [...new Set([...lying, ...keys])];
}

/** The card of a key. */
export function refOf(key: string): CardRef {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space) as CardRef['kind'], id: key.slice(space + 1) };
}

/** Where the arrow keys lead from a card: within its column, or to the same height of the next column that has cards. */
export function neighbour(columns: readonly ColumnView[], key: string | null, towards: 'up' | 'down' | 'left' | 'right'): string | null {
  const place = key === null ? null : placeOf(columns, key);
  const first = () => {
    const card = columns.find(({ cards }) => cards.length > 0)?.cards[0];
    return card === undefined ? null : keyOf(card);
  };
  if (place === null) return first();
  const index = columns.findIndex(({ id }) => id === place.column_id);
  const cards = columns[index]?.cards ?? [];
  if (towards === 'up' || towards === 'down') {
    const next = cards[place.at + (towards === 'up' ? -1 : 1)];
    return next === undefined ? key : keyOf(next);
  }
  const others = towards === 'left' ? columns.slice(0, index).reverse() : columns.slice(index + 1);
  const column = others.find(({ cards: there }) => there.length > 0);
  const next = column?.cards[Math.min(place.at, column.cards.length - 1)];
  return next === undefined ? key : keyOf(next);
}

/** The columns with one of them elsewhere: behind another one, first for null. */
export function withColumnBehind(columns: readonly ColumnView[], column_id: string, after: string | null): readonly ColumnView[] {
  const column = columns.find(({ id }) => id === column_id);
  if (column === undefined || after === column_id) return columns;
  const others = columns.filter(({ id }) => id !== column_id);
  const above = others.findIndex(({ id }) => id === after);
  if (after !== null && above === -1) return columns;
  return above + 1 === columns.indexOf(column) ? columns : others.toSpliced(above + 1, 0, column);
}

/**
 * The columns with a card one place further: within its column, or over to the next one, empty or not. Cards that are hidden are no
 * place of their own: it goes right below or above the next one that is shown.
 */
export function carried(
  columns: readonly ColumnView[], key: string, keys: ReadonlySet<string>, towards: 'up' | 'down' | 'left' | 'right',
  isShown: (card: PlacedCard) => boolean = () => true,
): readonly ColumnView[] {
  const place = placeOf(columns, key);
  if (place === null) return columns;
  const index = columns.findIndex(({ id }) => id === place.column_id);
  const column = columns[index];
  if (column === undefined) return columns;
  if (towards === 'left' || towards === 'right') {
    const next = columns[index + (towards === 'left' ? -1 : 1)];
    if (next === undefined) return columns;
    const height = column.cards.slice(0, place.at).filter(isShown).length;
    const there = next.cards.filter(isShown)[height];
    const at = there === undefined ? next.cards.length : next.cards.indexOf(there);
    return withCardsAt(columns, keys, next.id, cardAbove(next, at, keys));
  }
  const first = column.cards.findIndex((card) => keys.has(keyOf(card)));
  if (first === -1) return columns;
  const rest = column.cards.filter((card) => !keys.has(keyOf(card)));
  const shown = rest.filter(isShown);
  const at = rest.slice(0, first).filter(isShown).length;
  const passed = shown[towards === 'up' ? at - 1 : at];
  if (passed === undefined) return columns;
  const after = towards === 'up' ? rest[rest.indexOf(passed) - 1] : passed;
  return withCardsAt(columns, keys, column.id, after === undefined ? null : keyOf(after));
}
