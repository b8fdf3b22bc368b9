import type { KeyboardEvent } from 'react';
import { useLibrary } from '../../store/use-library';
import { cardNow } from '../../store/use-library-cards';
import { chooseTo, meanOnly, turnChosen } from '../../store/use-library-chosen';
import { useView } from '../../store/use-view';
import { moveTo, openPicture } from './open-picture';

/**
 * The library's own keys, on the picture that is active: Shift chooses all on the way, Ctrl leaves what is chosen alone.
 * @param target the number of the picture that a key leads to
 */
export function useGridKeys(active: number | null, target: (key: string) => number | null) {
  return (event: KeyboardEvent) => {
    if (event.altKey) return;
    const apart = event.ctrlKey || event.metaKey;
    const to = target(event.key);
    if (to !== null) goTo(to, { all: event.shiftKey, apart });
    const done = apart && event.key === ' ' && turn(active);
    if (to !== null || done || event.key.startsWith('Arrow')) event.preventDefault();
  };
}

function goTo(id: number, { all, apart }: { readonly all: boolean; readonly apart: boolean }): void {
  if (all) chooseTo(id, apart);
  else if (!apart) meanOnly(id);
  moveTo(id);
}

function turn(active: number | null): boolean {
  if (active === null) return false;
  turnChosen(active, null);
  return true;
}

/** A picture that was pointed at: with Shift all up to it are chosen, with Ctrl it is one more or one less. */
export function pickPicture(id: number, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
  const also = ctrlKey || metaKey;
  if (shiftKey) chooseTo(id, also);
  else if (also) turnChosen(id, seenAsMeant());
  else {
    meanOnly(id);
    openPicture(id);
  }
}

/** The picture whose inspector is open is shown as the one that is meant. */
export function seenAsMeant(): number | null {
  const { open } = useView.getState().library;
  const { cursor } = useLibrary.getState();
  return open !== null && cursor !== null && cardNow(cursor)?.content_hash === open ? cursor : null;
}
