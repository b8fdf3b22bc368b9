import { useEffect, useMemo, useState } from 'react';
import { keepSight, libraryTopAtStart, tookUp } from '../../store/use-view-memory';

/** The row with the picture that stood at the top when Alice was closed. @param keyOf its key, undefined while it is not known */
export function useRestoredTop(keyOf: (id: number) => string | undefined): { readonly key: string; readonly times: number } | null {
  const [top] = useState(libraryTopAtStart);
  useEffect(() => tookUp('library_top'), []);
  const key = top === null ? undefined : keyOf(top);
  return useMemo(() => (key === undefined ? null : { key, times: 1 }), [key]);
}

/** Keeps the first picture in sight; none while that is the first of all. */
export function keepTop(id: number | undefined, isFirst: boolean): void {
  keepSight({ library_top: isFirst || id === undefined ? null : id });
}
