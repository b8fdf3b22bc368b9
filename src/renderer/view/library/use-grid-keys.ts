import type { KeyboardEvent } from 'react';
import { setLibrary, useView } from '../../store/use-view';
import type { LibraryRow } from './justify';
import { moveInGrid } from './move-in-grid';
import { clampZoom } from './zoom';

/** The library's own keys, on the picture that is active. */
export function useGridKeys(rows: readonly LibraryRow[], active: string | null, setCursor: (hash: string) => void) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveInGrid(rows, active, event.key);
    if (to !== null) {
      event.preventDefault();
      setCursor(to);
      // With the inspector open, it follows.
      if (useView.getState().library.open !== null) setLibrary({ open: to });
      return;
    }
    if (event.key.startsWith('Arrow') || act(event.key, active)) event.preventDefault();
  };
}

function act(key: string, active: string | null): boolean {
  const { zoom } = useView.getState().library;
  switch (key) {
    case 'Enter':
      if (active !== null) setLibrary({ open: active });
      return true;
    case 'w':
      if (active !== null) setLibrary({ open: active });
      requestAnimationFrame(() => document.querySelector('#why-here')?.scrollIntoView({ block: 'start' }));
      return true;
    case ' ':
      if (active !== null) setLibrary({ open: active, quick_look: true });
      return true;
    case '+':
    case '=':
      setLibrary({ zoom: clampZoom(zoom + 1) });
      return true;
    case '-':
      setLibrary({ zoom: clampZoom(zoom - 1) });
      return true;
    default:
      return false;
  }
}
