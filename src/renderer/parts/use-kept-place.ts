import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualRow } from './virtual-rows';

interface KeptPlace<R extends VirtualRow> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly R[];
  readonly keepPlace: boolean;
  readonly stand: { readonly key: string; readonly times: number } | null;
}

/** Longer than from one to the next of several leaps: what lies around the places on the way is not drawn. */
const afterPaintMs = 100;

/** Where the list is to be scrolled to because its rows are others; null when it stays as it is. */
interface Laid<R> {
  readonly rows: readonly R[];
  readonly times: number;
  readonly top: number | null;
}

/**
 * Where a list is to be scrolled to when its rows are others: so that the first row in sight stays where it is, or that a row comes
 * to the top. It is known while the rows are drawn, so that those that will be in sight are drawn at once.
 */
export function useKeptPlace<R extends VirtualRow>({ scroller, rows, keepPlace, stand }: KeptPlace<R>) {
  const [laid, setLaid] = useState<Laid<R>>({ rows, times: 0, top: null });
  const times = stand?.times ?? 0;

  /** To be called while drawing, with how far the list is scrolled. */
  const lay = (scrolled: number, places: ReadonlyMap<string, number>) => {
    if (laid.rows === rows && laid.times === times) return;
    const wanted = stand === null || times === laid.times ? undefined : places.get(stand.key);
    const top = wanted !== undefined ? startOf(rows, wanted) : keepPlace ? keptTop(laid.rows, places, rows, laid.top ?? scrolled) : null;
    setLaid({ rows, times, top });
  };
  const over = () => setLaid((now) => (now === laid ? { ...laid, top: null } : now));
  const overLater = useEffectEvent(over);
  useLayoutEffect(() => {
    if (laid.top === null) return;
    scroller.current?.scrollTo({ top: laid.top });
    // Only what is in sight is drawn at first; what lies around it is once that is on the screen.
    const timer = setTimeout(() => overLater(), afterPaintMs);
    return () => clearTimeout(timer);
  }, [scroller, laid]);

  /** To be called on scrolling: who scrolls elsewhere is not led back. */
  const scrolled = (top: number) => {
    if (laid.top !== null && Math.abs(top - laid.top) > 1) over();
  };
  return { laid, lay, scrolled };
}

/** Tells which rows are in sight, headings aside, whenever they are others. Gives what to call on scrolling. */
export function useSight<R extends VirtualRow>(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly R[],
  onSight: ((first: R, last: R) => void) | undefined,
): () => void {
  const told = useRef<readonly [R, R] | null>(null);
  const notice = () => {
    const element = scroller.current;
    if (element === null || onSight === undefined) return;
    const { first, last } = sightOf(rows, element.scrollTop, element.clientHeight);
    const things = rows.slice(first, last + 1).filter(({ skip }) => skip !== true);
    const [newest, oldest] = [things[0], things.at(-1)];
    if (newest === undefined || oldest === undefined || (told.current?.[0] === newest && told.current[1] === oldest)) return;
    told.current = [newest, oldest];
    onSight(newest, oldest);
  };
  const noticeNow = useEffectEvent(notice);
  useLayoutEffect(() => noticeNow(), [rows]);
  return notice;
}

/** The indexes of the rows that are in sight when a list is scrolled to a place. */
export function rowsFrom(rows: readonly VirtualRow[], top: number, height: number): number[] {
  const { first, last } = sightOf(rows, top, height);
  return rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

type Rows = readonly VirtualRow[];

/** How far to scroll so that the first row in sight, or the next one that is still there, stays where it is; null without one. */
function keptTop(before: Rows, places: ReadonlyMap<string, number>, rows: Rows, top: number): number | null {
  const { first, start } = sightOf(before, top, 0);
  let begin = start;
  for (let index = first; index < before.length; index += 1) {
    const place = places.get(before[index]?.key ?? '');
    if (place !== undefined) return startOf(rows, place) + top - begin;
    begin += before[index]?.height ?? 0;
  }
  return null;
}

function startOf(rows: readonly VirtualRow[], end: number): number {
  let start = 0;
  for (let index = 0; index < end; index += 1) start += rows[index]?.height ?? 0;
  return start;
}

/** The first row of which something is to be seen, where it begins, and the last one. */
function sightOf(rows: readonly VirtualRow[], top: number, height: number): { first: number; start: number; last: number } {
  let [index, begin] = [0, 0];
  for (; index < rows.length - 1 && begin + (rows[index]?.height ?? 0) <= top; index += 1) begin += rows[index]?.height ?? 0;
  const [first, start] = [index, begin];
  for (; index < rows.length - 1 && begin + (rows[index]?.height ?? 0) < top + height; index += 1) begin += rows[index]?.height ?? 0;
  return { first, start, last: index };
}
