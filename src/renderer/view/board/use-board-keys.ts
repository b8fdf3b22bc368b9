import { t } from '@shared/language/language';
import type { ColumnView } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useCommands } from '../../store/commands';
import { carried as carriedTo, keyOf, neighbour, placeOf, refOf } from '../../store/board/board-columns';
import { toColumnEnd } from '../../store/board/to-column-end';
import { carriedKeys, dropCarried, setBoardState, useBoard } from '../../store/board/use-board';
import { setBoard, useView } from '../../store/use-view';
import { toggled } from './board-card';
import { kinds, titleOf } from './card-words';
import type { IsShown } from './shown-columns';

const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;
const isArrow = (key: string): key is keyof typeof arrows => key in arrows;

/** Arrows walk; Space picks up, arrows carry, Space or Enter lets go, Escape takes back. Ctrl with an arrow moves at once. */
export function useBoardKeys(
  board: RefObject<HTMLElement | null>, shown: readonly ColumnView[], isShown: IsShown | null,
): (event: KeyboardEvent) => void {
  const active = useBoard((state) => state.active);
  const carried = useBoard((state) => state.carried);
  const byKey = useRef(false);
  const now = useRef({ shown, isShown });
  useCardCommands(() => { byKey.current = true; });
  useLayoutEffect(() => { now.current = { shown, isShown }; }, [shown, isShown]);
  // The keyboard follows its card, also into another column.
  useEffect(() => {
    // A card that goes over to another column is drawn anew there, and the keyboard falls to the document meanwhile.
    const nowhere = document.activeElement === document.body;
    const isHere = board.current?.contains(document.activeElement) === true || (nowhere && (byKey.current || useBoard.getState().led));
    if (active !== null && useBoard.getState().led) setBoardState({ led: false });
    if (active === null || !isHere) return;
    // At once, for the next key may be there already; a card that has yet to be drawn gets it a frame later.
    if (focusCard(active)) {
      byKey.current = false;
      return;
    }
    const frame = requestAnimationFrame(() => { focusCard(active); byKey.current = false; });
    return () => cancelAnimationFrame(frame);
  }, [active, carried, board, shown]);
  // One and the same for all cards at all times: they are drawn anew only for what they show.
  return useCallback((event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['card'] === undefined) return;
    if (handled(event, now.current.shown, now.current.isShown)) {
      byKey.current = true;
      event.preventDefault();
      event.stopPropagation();
    }
  }, []);
}

function handled(event: KeyboardEvent, shown: readonly ColumnView[], isShown: IsShown | null): boolean {
  const { active, carried, selected } = useBoard.getState();
  const past = useView.getState().board.at !== null;
  const { key } = event;
  const together = event.ctrlKey || event.metaKey;
  if (active === null) return false;
  if (isArrow(key)) {
    if (carried !== null || (together && !past)) return carry(arrows[key], carried === null, isShown ?? undefined);
    const next = neighbour(shown, active, arrows[key]);
    if (next !== null) setBoardState({ active: next, ...(event.shiftKey && { selected: new Set([...selected, active, next]) }) });
    return true;
  }
  switch (key) {
    case ' ':
      if (past) return true;
      if (together) setBoardState({ selected: toggled(selected, active) });
      return together;
    case 'Escape':
      if (carried === null && selected.size === 0) return false;
      setBoardState({ carried: null, selected: new Set(), said: carried === null ? t('Nothing is chosen.') : t('Back where it lay: {card}.', { card: nameOf(active) }) });
      return true;
    case 'Home':
    case 'End':
      void toColumnEnd(key === 'Home', shownAmong(shown, isShown)).then(sayWhere);
      return true;
    default:
      return false;
  }
}

/** What is done with the card that the keyboard is on. */
function useCardCommands(onLetGo: () => void): void {
  const lacking = () => (useBoard.getState().active === null ? t('Go to a card first') : null);
  useCommands({
    'board.open-card': {
      run: () => {
        const { active, carried } = useBoard.getState();
        if (carried !== null) {
          onLetGo();
          letGo();
        } else if (active !== null) setBoard({ open: refOf(active) });
      },
      unless: lacking,
    },
    'board.pick-up': {
      run: () => {
        onLetGo();
        if (useBoard.getState().carried === null) pickUp();
        else letGo();
      },
      unless: () => lacking() ?? (useView.getState().board.at === null ? null : t('The past cannot be changed; Esc leads back to now')),
    },
    'board.history': {
      run: () => {
        const { active } = useBoard.getState();
        if (useView.getState().board.open === null && active !== null) setBoard({ open: refOf(active) });
        showCardHistory();
      },
      unless: () => (useView.getState().board.open === null ? lacking() : null),
    },
  });
}

const framesToWait = 30;

/** The card's pane is drawn, and its history known, a moment after it is opened. */
function showCardHistory(left = framesToWait): void {
  const history = document.querySelector('#card-history');
  if (history !== null) history.scrollIntoView({ block: 'start' });
  else if (left > 0) requestAnimationFrame(() => showCardHistory(left - 1));
}

/** Without a filter every card is shown, also one that has yet to be brought. */
function shownAmong(shown: readonly ColumnView[], isShown: IsShown | null): (key: string) => boolean {
  if (isShown === null) return () => true;
  const keys = new Set(shown.flatMap(({ cards }) => cards.map(keyOf)));
  return (key) => keys.has(key);
}

function sayWhere(): void {
  const { carried, active } = useBoard.getState();
  if (carried !== null && active !== null) setBoardState({ said: `${nameOf(active)}, ${whereIs(carried, active)}.` });
}

function pickUp(): void {
  const { board, active } = useBoard.getState();
  if (board === null || active === null) return;
  const picked = { card: nameOf(active), place: whereIs(board.columns, active) };
  setBoardState({
    carried: board.columns,
    said: t('{card} picked up, {place}. Arrows carry it, Space lets it go, Escape takes it back.', picked),
  });
}

function carry(towards: 'up' | 'down' | 'left' | 'right', atOnce: boolean, isShown: IsShown | undefined): boolean {
  const { board, carried, active, selected } = useBoard.getState();
  const columns = carried ?? board?.columns;
  if (columns === undefined || active === null) return false;
  const next = carriedTo(columns, active, carriedKeys(active, selected), towards, isShown);
  setBoardState({ carried: next, said: `${nameOf(active)}, ${whereIs(next, active)}.` });
  if (atOnce) letGo();
  return true;
}

function letGo(): void {
  const { carried, active } = useBoard.getState();
  if (carried === null || active === null) return;
  setBoardState({ said: t('{card} put down {place}.', { card: nameOf(active), place: whereIs(carried, active) }) });
  void dropCarried();
}

function whereIs(columns: readonly ColumnView[], key: string): string {
  const place = placeOf(columns, key);
  const column = columns.find(({ id }) => id === place?.column_id);
  if (place === null || column === undefined) return t('elsewhere');
  return t('in {column}, place {at, number} of {count, number}', { column: columnInWords(column), at: place.at + 1, count: column.count });
}

function nameOf(key: string): string {
  const { contents, active, selected } = useBoard.getState();
  if (selected.size > 1 && active !== null && selected.has(active)) return t('{count, number} cards', { count: selected.size });
  const content = contents.get(key);
  return content === undefined ? kinds[refOf(key).kind].name : titleOf(content);
}

/** Puts the keyboard on a card. Whether it is drawn. */
export function focusCard(key: string): boolean {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`);
  card?.focus({ preventScroll: true });
  return card !== null;
}
