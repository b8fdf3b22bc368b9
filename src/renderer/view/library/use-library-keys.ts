import { t } from '@shared/language/language';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { copyFiles, revealHere } from '../../store/hand-out';
import { useCommands } from '../../store/commands';
import type { Given } from '../../store/rate';
import { chooseAll, clearChosen, useChosen } from '../../store/use-library-chosen';
import { setLibrary, useView } from '../../store/use-view';
import { rateHere } from './rating-keys';
import { usePictureCommands } from './use-picture-commands';
import { usePictureMenu } from './use-picture-menu';

/** Orders, grid or list, ratings and the choice of all are commands; Escape chooses none. */
export function useLibraryKeys(openOrders: () => void): void {
  const rate = (stars: Given) => () => void rateHere(stars);
  useCommands({
    'library.order': openOrders,
    'library.turn-view': turnView,
    'library.choose-all': chooseAll,
    // Text that is marked is what a person wants copied.
    'library.copy-files': { run: copyFiles, unless: () => (window.getSelection()?.isCollapsed === false ? t('While text is marked, that is copied') : null) },
    'library.reveal': revealHere,
    'library.clear-rating': rate(0),
    'library.rate-1': rate(1),
    'library.rate-2': rate(2),
    'library.rate-3': rate(3),
    'library.rate-4': rate(4),
    'library.rate-5': rate(5),
  });
  usePictureCommands();
  usePictureMenu();
  useEffect(() => tinykeys(window, { Escape: chooseNone }, { capture: true }), []);
}

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
