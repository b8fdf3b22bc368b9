import type { Added } from '@shared/ipc/answers';
import type { DropTarget, ProjectTarget } from '@shared/ipc/drop-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { Hub } from '../hub';
import { BoardError } from '../hub/board-checks';
import { type Assignment, assignPictures } from './assign-pictures';
import type { OwnDrops } from './drag-out-own-drops';
import { PersonalError } from './ipc/registry';
import type { Workspace } from './workspace';

export interface DropParts {
  readonly workspace: Pick<Workspace, 'add' | 'dropFolder' | 'dryRuns'> & { readonly hub: Pick<Hub, 'boards'> | null };
  readonly ownDrops: OwnDrops;
}

export const nothingAdded: Added = { added: 0, problems: [] };

/** Takes files to where a person dropped them. */
export function droppedFiles({ workspace, ownDrops }: DropParts): (paths: readonly string[], to: DropTarget) => Promise<Added> {
  const boards = () => {
    if (workspace.hub === null) throw new PersonalError(t('Alice is changing its folders. Nothing was added; try again in a moment.'));
    return workspace.hub.boards;
  };

  /** Pictures of the library are given to the project, in which their files move unless a column is meant; other files are added to it. */
  const onProject = async (paths: readonly string[], { project_id, column_id, preview }: ProjectTarget): Promise<Added> => {
    const { own, others } = ownDrops.apart(paths);
    const project = (await boards().projects()).find(({ id }) => id === project_id);
    if (project === undefined) throw new PersonalError(t('This project is not there any more. Nothing was added.'));
    // In a column they stand as guests, so no file of theirs moves and there is nothing to see before.
    const moving = column_id === null && own.length > 0;
    if (preview && moving) return workspace.dryRuns.keepDropped(others, project.name, { project_id, content_hashes: own });
    const add = () => (preview ? workspace.dryRuns.keepDropped(others, project.name) : workspace.add(others, project.name));
    const added = others.length === 0 ? nothingAdded : await add();
    return own.length === 0 ? added : givePictures(boards(), { content_hashes: own, project_id, column_id, move_files: moving }, added);
  };

  return async (paths, to) => {
    if (typeof to === 'object') return onProject(paths, to);
    return ownDrops.add(paths, (others) => {
      if (to === 'preview') return workspace.dryRuns.keepDropped(others);
      return to === 'source' ? workspace.dropFolder(others) : workspace.add(others);
    });
  };
}

/** Gives pictures of the library to a project, and tells it with what was added beside them. */
export async function givePictures(boards: Hub['boards'], wish: Assignment, added: Added): Promise<Added> {
  try {
    const { said, left_out: [why], left_out_count: count } = await assignPictures(boards, wish);
    const left = why === undefined ? [] : [
      t('{count, plural, one {# picture is left as it is} other {# pictures are left as they are}}: {why}', { count, why: why.message }),
    ];
    return { ...added, assigned: said, problems: [...left, ...added.problems] };
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    // What was added by then is told all the same.
    if (added === nothingAdded) throw new PersonalError(toldOf(error));
    return { ...added, problems: [toldOf(error), ...added.problems] };
  }
}
