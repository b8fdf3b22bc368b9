import { t } from '@shared/language/language';
import { useEffect, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { useCommands } from '../../store/commands';
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
  const onBoard = () => (useView.getState().board.part === 'board' ? null : t('On the board, not on the page'));
  useCommands({
    'board.new-card': { run: () => onMenu(true), unless: () => (useView.getState().board.at === null ? null : t('The past cannot be changed; Esc leads back to now')) },
    'board.to-cards': { run: toCards, unless: onBoard },
    'board.to-time': { run: toTime, unless: onBoard },
  });
  useEffect(
    () =>
      tinykeys(window, {
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
  // A frame later it would take the keyboard from where the next key has led.
  if (!focusCard(key)) requestAnimationFrame(() => focusCard(key));
}

function toTime(): void {
  document.querySelector<HTMLElement>('[data-time-bar] input')?.focus({ focusVisible: true } as FocusOptions);
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
