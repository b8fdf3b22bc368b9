import { useEffect, useEffectEvent, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { setBoardState, useBoard } from '../../store/board/use-board';
import { neighbour } from '../../store/board/board-columns';
import { setBoard, useView } from '../../store/use-view';
import { focusCard } from './use-board-keys';

const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  document.querySelector('[role="dialog"], [role="menu"]') !== null ||
  (event.target instanceof HTMLElement && event.target.matches('input:not([type="range"]), textarea, select, [contenteditable="true"]'));

/** The keys of an open board. Returns the menu of new cards, which one of them opens. */
export function useBoardPlaceKeys(project_id: string): { readonly menu: boolean; readonly onMenu: (open: boolean) => void } {
  const [menu, onMenu] = useState(false);
  const free = (act: () => void) => (event: KeyboardEvent) => {
    if (isTaken(event)) return;
    event.preventDefault();
    act();
  };
  const newCard = useEffectEvent(() => { if (useView.getState().board.at === null) onMenu(true); });
  useEffect(
    () =>
      tinykeys(window, {
        n: free(() => newCard()),
        b: free(() => toCards()),
        t: free(() => document.querySelector<HTMLElement>('[data-time-bar] input')?.focus({ focusVisible: true } as FocusOptions)),
        Escape: (event) => {
          if (!isTaken(event) && stepBack()) event.preventDefault();
        },
      }),
    [project_id],
  );
  return { menu, onMenu };
}

/** Puts the keyboard on the card that it was on, or on the first. */
function toCards(): void {
  const { board, active } = useBoard.getState();
  const key = active ?? neighbour(board?.columns ?? [], null, 'down');
  if (key === null) return;
  setBoardState({ active: key });
  requestAnimationFrame(() => focusCard(key));
}

/** One layer at a time: the open card, then the past. */
function stepBack(): boolean {
  const { open, at } = useView.getState().board;
  if (open !== null) {
    setBoard({ open: null });
    toCards();
    return true;
  }
  if (at !== null) setBoard({ at: null });
  return at !== null;
}
