import type { Command } from '@shared/ipc/contract';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { chooseFiles, togglePaused, toggleWatching } from '../../store/actions';
import { canDecide, openCull } from '../../store/use-cull-open';
import { askToReadAgain } from '../../store/use-reading';
import { showSourceRules } from '../../store/use-source-rules';
import { undoLatest } from '../../store/use-undo';
import { go, type Place, setLibrary, showFilterMenu, showKeys, showStages, useView } from '../../store/use-view';
import { focusNextPane, focusPlace } from './next-pane';
import { focusFilter } from './use-filter-focus';

const commands: Readonly<Record<Command, () => void>> = {
  'go-inbox': () => goByKey('inbox'),
  'go-timeline': () => goByKey('timeline'),
  'go-library': () => goByKey('library'),
  'go-system': () => goByKey('system'),
  'go-care': () => goByKey('care'),
  'go-quality': () => goByKey('quality'),
  'go-board': () => goByKey('board'),
  'go-settings': () => goByKey('settings'),
  cull: () => { if (!isBusy(document.activeElement)) void openCull(); },
  'quality-stages': () => showStages(true),
  undo: () => undoHere('undo'),
  redo: () => undoHere('redo'),
  'add-files': () => void chooseFiles(),
  find: focusFilter,
  'toggle-pause': () => void toggleWatching(),
  'source-rules': () => void showSourceRules(),
  'read-again': () => askToReadAgain(true),
};

/** Who goes by key goes on by key: the arrows are for the place's list. */
function goByKey(place: Place): void {
  go(place);
  focusPlace();
}

/** Whether a key belongs to the text that is being written, or to a layer above. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])');
}

/** From the menu: a text that is being written keeps its own undo. */
function undoHere(direction: 'undo' | 'redo'): void {
  if (!isBusy(document.activeElement)) void undoLatest(direction);
}

/** The keys that work everywhere, and the commands of the native menu. Single letters rest while typing. */
export function useShellKeys(): void {
  useEffect(() => {
    const single = (act: () => void) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusy(event.target)) return;
      event.preventDefault();
      act();
    };
    // Elsewhere the key may mean something else.
    const decideByKey = (event: KeyboardEvent) => {
      if (canDecide()) single(commands.cull)(event);
    };
    const always = (act: () => void) => (event: KeyboardEvent) => {
      event.preventDefault();
      act();
    };
    const leaveKeys = tinykeys(window, {
      'g i': single(commands['go-inbox']),
      'g t': single(commands['go-timeline']),
      'g l': single(commands['go-library']),
      'g s': single(commands['go-system']),
      'g c': single(commands['go-care']),
      'g q': single(commands['go-quality']),
      'g p': single(commands['go-board']),
      '$mod+,': always(commands['go-settings']),
      c: decideByKey,
      '$mod+z': single(() => void undoLatest('undo')),
      '$mod+Shift+z': single(() => void undoLatest('redo')),
      '$mod+y': single(() => void undoLatest('redo')),
      f: single(filter),
      '/': single(focusFilter),
      p: single(pauseTimeline),
      'Shift+?': single(() => showKeys(true)),
      '$mod+f': always(focusFilter),
      '$mod+o': always(commands['add-files']),
      F6: always(() => focusNextPane(1)),
      'Shift+F6': always(() => focusNextPane(-1)),
    });
    const leaveMenu = window.alice.on('command', (command) => commands[command]());
    return () => {
      leaveKeys();
      leaveMenu();
    };
  }, []);
}

/** Opens the filters where there are some; elsewhere the text is all there is to filter by. */
function filter(): void {
  const { place } = useView.getState();
  if (place === 'timeline') showFilterMenu(true);
  else if (place === 'library') setLibrary({ filters_shown: true });
  else focusFilter();
}

function pauseTimeline(): void {
  if (useView.getState().place === 'timeline') togglePaused();
}
