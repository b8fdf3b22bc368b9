import type { Added } from '@shared/ipc/answers';
import type { DropTarget, ProjectTarget } from '@shared/ipc/drop-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { Hub } from '../hub';
import { BoardError } from '../hub/board-checks';
import { assignPictures } from './assign-pictures';
import type { OwnDrops } from './drag-out-own-drops';
import { PersonalError } from './ipc/registry';
import type { Workspace } from './workspace';

export interface DropParts {
  readonly workspace: Pick<Workspace, 'add' | 'dropFolder' | 'dryRuns'> & { readonly hub: Pick<Hub, 'boards'> | null };
  readonly ownDrops: OwnDrops;
}

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
    const add = () => (preview ? workspace.dryRuns.keepDropped(others, project.name) : workspace.add(others, project.name));
    const added = others.length === 0 ? { added: 0, problems: [] } : await add();
    if (own.length === 0) return added;
    const assignment = { content_hashes: own, project_id, column_id, move_files: column_id === null };
    const assigned = await assignPictures(boards(), assignment).catch((error: unknown) => refused(error, others.length));
    if ('problem' in assigned) return { ...added, problems: [assigned.problem, ...added.problems] };
    const { said, left_out, left_out_count } = assigned;
    const [why] = left_out;
    const left = why === undefined ? [] : [
      t('{count, plural, one {# picture is left as it is} other {# pictures are left as they are}}: {why}', { count: left_out_count, why: why.message }),
    ];
    return { ...added, assigned: said, problems: [...left, ...added.problems] };
  };

  return async (paths, to) => {
    if (typeof to === 'object') return onProject(paths, to);
    return ownDrops.add(paths, (others) => {
      if (to === 'preview') return workspace.dryRuns.keepDropped(others);
      return to === 'source' ? workspace.dropFolder(others) : workspace.add(others);
    });
  };
}

/** What was added by then is told all the same. */
function refused(error: unknown, others: number): { readonly problem: string } {
  if (!(error instanceof BoardError)) throw error;
  if (others === 0) throw new PersonalError(toldOf(error));
  return { problem: toldOf(error) };
}
