import { t } from '@shared/language/language';
import { openBoardForm } from '../../store/board/board-forms';
import { useCommands } from '../../store/commands';
import { askForName, type Renamed } from '../../store/use-rename';
import { useView } from '../../store/use-view';
import { isLayerOpen, isWriting } from './is-busy';

/** What F2 renames: what the keyboard is on where that has a name of its own, else the open project. */
export function useRenameCommand(): void {
  useCommands({
    'edit.rename': {
      run: () => renameHere()?.(),
      unless: () => (renameHere() === null ? t('Go to a saved search, a saved filter or a column, or open a project') : null),
    },
  });
}

function renameHere(): (() => void) | null {
  const focused = document.activeElement;
  const named = focused instanceof HTMLElement ? namedOf(focused) : null;
  if (named !== null) return () => askForName(named);
  // What lies behind a layer or beside a text is not meant.
  if (isLayerOpen() || isWriting(focused)) return null;
  const { place, board } = useView.getState();
  const { project_id } = board;
  if (place !== 'board' || project_id === null || board.at !== null) return null;
  const column_id = focused?.closest('header') === null ? undefined : focused?.closest<HTMLElement>('[data-column-of]')?.dataset['columnOf'];
  return column_id === undefined
    ? () => openBoardForm({ kind: 'change-project', project_id })
    : () => openBoardForm({ kind: 'rename-column', project_id, column_id });
}

function namedOf({ dataset }: HTMLElement): Renamed | null {
  const { renames, name } = dataset;
  return (renames === 'search' || renames === 'filter') && name !== undefined ? { kind: renames, name } : null;
}
