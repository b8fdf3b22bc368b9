import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { VirtualRow } from './virtual-rows';

interface KeptPlace<R extends VirtualRow> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly R[];
  readonly places: ReadonlyMap<string, number>;
  readonly keepPlace: boolean;
  readonly stand: { readonly key: string; readonly times: number } | null;
  readonly onSight: ((first: R, last: R) => void) | undefined;
}

interface Sight<R> {
  readonly rows: readonly R[];
  /** The first row of which something is to be seen, and how much of it is above the edge. */
  readonly first: number;
  readonly offset: number;
  readonly last: number;
}

/** Keeps the first row in sight where it is when the rows are others, or puts one at the top. Gives what to call on scrolling. */
export function useKeptPlace<R extends VirtualRow>({ scroller, rows, places, keepPlace, stand, onSight }: KeptPlace<R>): () => void {
  const sight = useRef<Sight<R> | null>(null);
  const stood = useRef(0);

  const notice = () => {
    const element = scroller.current;
    if (element === null || (!keepPlace && onSight === undefined)) return;
    const before = sight.current;
    const now = sightOf(rows, element.scrollTop, element.clientHeight);
    sight.current = now;
    const [first, last] = endsOf(now);
    const [firstBefore, lastBefore] = before === null ? [] : endsOf(before);
    const same = firstBefore === first && lastBefore === last;
    if (!same && first !== undefined && last !== undefined) onSight?.(first, last);
  };
  const noticeNow = useEffectEvent(notice);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const wanted = stand === null || stand.times === stood.current ? undefined : places.get(stand.key);
    if (wanted !== undefined) {
      stood.current = stand?.times ?? 0;
      element.scrollTo({ top: startOf(rows, wanted) });
    } else if (keepPlace && sight.current !== null && sight.current.rows !== rows) {
      const { rows: before, first, offset } = sight.current;
      const top = startOf(before, first) + offset;
      for (let index = first; index < before.length; index += 1) {
        const place = places.get(before[index]?.key ?? '');
        if (place === undefined) continue;
        element.scrollTo({ top: startOf(rows, place) + top - startOf(before, index) });
        break;
      }
    }
    noticeNow();
  }, [scroller, rows, places, keepPlace, stand]);

  return notice;
}

/** The first and the last row in sight that are no headings. */
function endsOf<R extends VirtualRow>({ rows, first, last }: Sight<R>): readonly [R | undefined, R | undefined] {
  const shown = rows.slice(first, last + 1);
  const isThing = (row: R) => row.skip !== true;
  return [shown.find(isThing), shown.findLast(isThing)];
}

function startOf(rows: readonly VirtualRow[], end: number): number {
  let start = 0;
  for (let index = 0; index < end; index += 1) start += rows[index]?.height ?? 0;
  return start;
}

function sightOf<R extends VirtualRow>(rows: readonly R[], top: number, height: number): Sight<R> {
  let [index, start] = [0, 0];
  for (; index < rows.length - 1 && start + (rows[index]?.height ?? 0) <= top; index += 1) start += rows[index]?.height ?? 0;
  const [first, offset] = [index, top - start];
  for (; index < rows.length - 1 && start + (rows[index]?.height ?? 0) < top + height; index += 1) start += rows[index]?.height ?? 0;
  return { rows, first, offset, last: index };
}
