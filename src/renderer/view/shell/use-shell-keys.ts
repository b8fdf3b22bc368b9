import type { CommandId } from '@shared/commands/all-commands';
import { t } from '@shared/language/language';
import { useEffect } from 'react';
import { chooseFiles, toggleWatching } from '../../store/actions';
import { alice } from '../../store/alice';
import { handlerOf, runCommand, useCommands } from '../../store/commands';
import { showPalette } from '../../store/commands-palette';
import { type Busy, restsWhile, tellMenu } from '../../store/commands-told';
import { canDecide, openCull } from '../../store/use-cull-open';
import { askToReadAgain } from '../../store/use-reading';
import { showSourceRules } from '../../store/use-source-rules';
import { say } from '../../store/use-toasts';
import { undoLatest } from '../../store/use-undo';
import { go, type Place, setLibrary, showFilterMenu, showKeys, showStages, useView } from '../../store/use-view';
import { isDeciding, isLayerOpen, isWriting } from './is-busy';
import { focusNextPane, focusPlace } from './next-pane';
import { useBoardCommands } from './use-board-commands';
import { useCommandKeys } from './use-command-keys';
import { focusFilter } from './use-filter-focus';

/** Who goes by key goes on by key: the arrows are for the place's list. */
const goTo = (place: Place) => () => {
  go(place);
  focusPlace();
};

/** The commands that work everywhere, by key and from the native menu. */
export function useShellKeys(): void {
  useCommandKeys();
  useBoardCommands();
  useCommands({
    'go.inbox': goTo('inbox'),
    'go.timeline': goTo('timeline'),
    'go.library': goTo('library'),
    'go.board': goTo('board'),
    'go.quality': goTo('quality'),
    'go.system': goTo('system'),
    'go.care': goTo('care'),
    'go.settings': goTo('settings'),
    'app.palette': () => showPalette(true),
    'app.add-files': chooseFiles,
    'app.toggle-watching': toggleWatching,
    'app.source-rules': () => void showSourceRules(),
    'app.quality-stages': () => showStages(true),
    'app.read-again': () => askToReadAgain(true),
    'edit.undo': () => void undoLatest('undo'),
    'edit.redo': () => void undoLatest('redo'),
    'app.filter': filter,
    'app.search': focusFilter,
    'app.find': focusFilter,
    // Elsewhere the key may mean something else.
    'app.decide': { run: openCull, unless: () => (canDecide() ? null : t('In the library and in quality')) },
    'app.keys': () => showKeys(true),
    'app.next-pane': () => focusNextPane(1),
    'app.previous-pane': () => focusNextPane(-1),
  });
  useEffect(() => alice.on('command', doFromMenu), []);
  useEffect(() => tellMenu(busyNow), []);
}

const busyNow = (): Busy => ({ layer: isLayerOpen(), deciding: isDeciding(), writing: isWriting(document.activeElement) });

/** The menu is grey where something rests; who was quicker than that hears why. */
function doFromMenu(id: CommandId): void {
  if (restsWhile(busyNow(), id)) return;
  const reason = handlerOf(id)?.unless?.() ?? null;
  if (reason === null) runCommand(id);
  else say(reason);
}

/** Opens the filters where there are some; elsewhere the text is all there is to filter by. */
function filter(): void {
  const { place } = useView.getState();
  if (place === 'timeline') showFilterMenu(true);
  else if (place === 'library') setLibrary({ filters_shown: true });
  else focusFilter();
}
