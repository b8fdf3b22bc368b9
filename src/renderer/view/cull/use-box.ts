import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './zoom-view';

/** The room inside an element, kept current. Null until it is known. */
export function useBox(element: RefObject<HTMLElement | null>): Size | null {
  const [box, setBox] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const look = () => setBox({ width: Math.max(1, target.clientWidth), height: Math.max(1, target.clientHeight) });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
