import type { KeyboardEvent } from 'react';
import { setLibrary, useView } from '../../store/use-view';
import { moveTo, openPicture } from './open-picture';
import { clampZoom } from './zoom';

/** The library's own keys, on the picture that is active. @param target the number of the picture that a key leads to */
export function useGridKeys(active: number | null, target: (key: string) => number | null) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key);
    if (to !== null) moveTo(to);
    if (to !== null || event.key.startsWith('Arrow') || act(event.key, active)) event.preventDefault();
  };
}

function act(key: string, active: number | null): boolean {
  const { zoom } = useView.getState().library;
  switch (key) {
    case 'Enter':
      if (active !== null) openPicture(active);
      return true;
    case 'w':
      if (active !== null) openPicture(active);
      requestAnimationFrame(() => document.querySelector('#why-here')?.scrollIntoView({ block: 'start' }));
      return true;
    case ' ':
      if (active !== null) openPicture(active, { quick_look: true });
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
