import { useState } from 'react';

interface Row {
  readonly key: string;
  /** Rows of one kind are built alike. */
  readonly kind: string;
}

/** Rows and the names of the elements that they are drawn in. */
export interface Slots<R extends Row> {
  readonly drawn: readonly (readonly [slot: string, row: R])[];
  /** Elements that no row needs now, with the rows that were last drawn in them. */
  readonly idle: readonly (readonly [slot: string, row: R])[];
}

/**
 * Which element each row is drawn in. When a list leaps to where none of its rows stays, those that come take the elements of those
 * that go, kind by kind: words are changed instead of everything being built anew. Elements never change places among each other,
 * since one that is moved is laid out again.
 */
export class RowSlots<R extends Row> {
  #slots: Slots<R> = { drawn: [], idle: [] };
  #made = 0;

  /** Asked again for the same rows it says the same. With `keepIdle` elements that are left over stay for rows that come below. */
  of(rows: readonly R[], keepIdle: boolean): Slots<R> {
    const { drawn: before, idle } = this.#slots;
    const named = new Map(before.map(([slot, row]) => [row.key, slot]));
    const staying = new Set(rows.filter(({ key }) => named.has(key)).map(({ key }) => key));
    const free = [...before.slice(before.findLastIndex(([, { key }]) => staying.has(key)) + 1), ...idle];
    const below = rows.findLastIndex(({ key }) => staying.has(key));
    const used = new Set<string>();
    const take = ({ kind }: Row): string => {
      const slot = free.find(([name, last]) => last.kind === kind && !used.has(name))?.[0] ?? `${kind} ${(this.#made += 1)}`;
      used.add(slot);
      return slot;
    };
    const make = ({ kind }: Row): string => `${kind} ${(this.#made += 1)}`;
    const drawn = rows.map((row, at) => [named.get(row.key) ?? (at > below ? take(row) : make(row)), row] as const);
    // A row that is drawn again elsewhere must not stand in the document twice.
    const shown = new Set(rows.map(({ key }) => key));
    this.#slots = { drawn, idle: keepIdle ? free.filter(([slot, { key }]) => !used.has(slot) && !shown.has(key)) : [] };
    return this.#slots;
  }
}

/** The elements of rows that are drawn: of their own each, or reused. */
export function useSlots<R extends Row>(rows: readonly R[], reuse: boolean, keepIdle: boolean): Slots<R> {
  const [slots] = useState(() => new RowSlots<R>());
  return reuse ? slots.of(rows, keepIdle) : { drawn: rows.map((row) => [row.key, row]), idle: [] };
}
