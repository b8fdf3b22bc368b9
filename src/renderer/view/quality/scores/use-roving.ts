import { type KeyboardEvent, useState } from 'react';

interface RovingOptions {
  /** How many stand in a row; all of them, when left out. */
  readonly columns?: number;
  /** The one that the keyboard comes to first. */
  readonly first?: number;
  /** For things that are no buttons of their own. */
  readonly onPress: (index: number) => void;
}

const place = 'data-place';

/** One stop of the Tab key for many things; arrows, Home and End move between them, Enter and Space press. */
export function useRoving(count: number, { columns = count, first = 0, onPress }: RovingOptions) {
  const [moved, setMoved] = useState<number | null>(null);
  const at = Math.max(0, Math.min(count - 1, moved ?? first));
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof Element ? Number(event.target.getAttribute(place) ?? Number.NaN) : Number.NaN;
    if (Number.isNaN(from) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      onPress(from);
      return;
    }
    const to = movedTo(event.key, { from, count, columns });
    if (to === null) return;
    event.preventDefault();
    if (to >= 0 && to < count) event.currentTarget.querySelector<HTMLElement | SVGElement>(`[${place}="${to}"]`)?.focus();
  };
  const item = (index: number) => ({ [place]: index, tabIndex: index === at ? 0 : -1, onFocus: () => setMoved(index) });
  return { group: { onKeyDown }, item };
}

/** Where a key leads, perhaps out of bounds; null when it is no move. */
export function movedTo(key: string, { from, count, columns }: { from: number; count: number; columns: number }): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + 1;
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowDown':
      return from + columns;
    case 'ArrowUp':
      return from - columns;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
