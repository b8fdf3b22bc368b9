import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { copyFiles, revealHere } from '../../store/hand-out';
import type { Given } from '../../store/rate';
import { chooseAll, clearChosen, useChosen } from '../../store/use-library-chosen';
import { setLibrary, useView } from '../../store/use-view';
import { rateHere } from './rating-keys';

/**
 * O opens the orders, V goes from grid to list and back, digits rate, Ctrl+A chooses all, Escape none; Ctrl+C copies files,
 * and Ctrl+Shift+R shows one in its folder.
 * They rest while something is written or a layer is open.
 */
export function useLibraryKeys(openOrders: () => void): void {
  useEffect(() => {
    const single = (act: () => void) => (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLInputElement && !event.target.matches('[type="checkbox"], [type="radio"], [type="range"]');
      if (event.defaultPrevented || writing || isLayerOpen()) return;
      event.preventDefault();
      act();
    };
    const rate = (stars: Given) => single(() => void rateHere(stars));
    const digits = { '0': rate(0), '1': rate(1), '2': rate(2), '3': rate(3), '4': rate(4), '5': rate(5) };
    // A button that opens a menu lets no key through to the window.
    const files = { '$mod+c': unlessText(single(() => void copyFiles())), '$mod+Shift+KeyR': single(() => void revealHere()) };
    const bindings = { o: single(openOrders), v: single(turnView), '$mod+a': single(chooseAll), Escape: chooseNone, ...files, ...digits };
    return tinykeys(window, bindings, { capture: true });
  }, [openOrders]);
}

/** Text that is marked is what a person wants copied. */
const unlessText = (act: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
  if (window.getSelection()?.isCollapsed !== false) act(event);
};

/** Nothing is chosen any more; an inspector stays open until the next time. */
function chooseNone(event: KeyboardEvent): void {
  const writing = event.target instanceof HTMLInputElement && event.target.type === 'text' && event.target.value !== '';
  if (event.defaultPrevented || writing || useChosen.getState().chosen.count === 0 || isLayerOpen()) return;
  event.preventDefault();
  clearChosen();
}

/** One that is closing is as good as closed. */
function isLayerOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"], [role="menu"]')].some((layer) => layer.closest('[data-exiting]') === null);
}

function turnView(): void {
  setLibrary({ view: useView.getState().library.view === 'grid' ? 'list' : 'grid' });
}
