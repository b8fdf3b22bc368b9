import type { Added } from '@shared/ipc/answers';
import type { DryRunAnswers } from '@shared/ipc/dry-run-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { dialog } from 'electron';
import type { Hub } from '../../hub';
import { BoardError } from '../../hub/board-checks';
import { addPreviewed, type DryRun, movesPreviewed } from '../../hub/dry-run';
import { type Moves, planMoves } from '../../hub/dry-run-moves';
import type { Given } from '../../hub/dry-runs';
import { givePictures, nothingAdded } from '../drop-files';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

/** Previews of what would become of files. What they hold stays in this process. */
export function dryRunHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, keyof DryRunAnswers> {
  const { dryRuns } = workspace;
  const begin = (given: Given | null, moves: Moves | null = null) => {
    // Before the first run is answered there is no inbox.
    hub();
    return workspace.beginDryRun(given, moves);
  };
  const accept = async (result: DryRun, left: ReadonlySet<number>): Promise<Added> => {
    const { added, problems } = await addPreviewed(result, left);
    const moves = movesPreviewed(result, left);
    if (moves === null || moves.content_hashes.length === 0) return { added, problems };
    const beside = added + problems.length === 0 ? nothingAdded : { added, problems };
    return givePictures(hub().boards, { ...moves, column_id: null, move_files: true }, beside);
  };
  return {
    'dry-run/choose': async ({ what }) => {
      hub();
      const chosen = await dialog.showOpenDialog({
        title: what === 'files' ? t('Choose files to preview') : t('Choose a folder to preview'),
        buttonLabel: t('Preview'),
        properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      });
      return chosen.canceled || chosen.filePaths.length === 0 ? null : begin({ paths: chosen.filePaths, project: null, own: null });
    },
    'dry-run/dropped': async () => {
      const given = dryRuns.takeDropped();
      if (given.own === null) return given.paths.length === 0 ? null : begin(given);
      return begin(given, await planMoves(hub(), given.own).catch(inWords));
    },
    'dry-run/waiting': () => {
      if (workspace.status.watching !== 'paused') {
        throw new PersonalError(t('Nothing waits while the inbox is watched. Pause watching first; then what arrives can be previewed.'));
      }
      return begin(null);
    },
    'dry-run/state': ({ id }) => dryRuns.state(id),
    'dry-run/files': ({ id, ids }) => dryRuns.files(id, ids),
    'dry-run/find': ({ id, words }) => dryRuns.find(id, words),
    'dry-run/accept': async ({ id, left }) => {
      hub();
      const taken = dryRuns.take(id, workspace.status.inbox_path);
      if (taken === null) throw new PersonalError(t('This preview is not open any more, or the inbox is another now. Nothing was added; preview the files again.'));
      if (taken.of === 'given') return accept(taken.result, new Set(left));
      await workspace.setWatching('on');
      return { added: 0, problems: [] };
    },
    // While the inbox is watched nothing lies there for long.
    'inbox/lying': () => (workspace.status.watching === 'paused' ? hub().lyingInInbox() : { files: 0, whole: true }),
    'dry-run/leave': ({ id }) => {
      dryRuns.leave(id);
      return null;
    },
  };
}

function inWords(error: unknown): never {
  throw error instanceof BoardError ? new PersonalError(toldOf(error)) : error;
}
