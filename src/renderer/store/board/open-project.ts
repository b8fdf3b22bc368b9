import type { CardRef } from '@shared/library/board';
import type { ProjectSummary } from '@shared/library/board-answers';
import { askQuietly } from '../ask';
import { say } from '../use-toasts';
import { go, setBoard } from '../use-view';
import { loadProjects, setBoardState, useBoard } from './use-board';

/** Opens the board of a project. A folder of pictures gets its board the first time that one is wanted. */
export async function openProject({ id, name }: Pick<ProjectSummary, 'id' | 'name'>): Promise<void> {
  const project_id = id ?? crypto.randomUUID();
  if (id === null) {
    const reply = await askQuietly('board/create-project', { project_id, project_name: name });
    if (typeof reply === 'string') {
      say(reply, 'problem');
      return;
    }
    await loadProjects();
  }
  setBoard({ project_id, part: 'board', at: null, open: null, text: '' });
  go('board');
}

/** Opens the board of a project at a card, with what is known of it. */
export function openOnBoard(project_id: string, open: CardRef): void {
  setBoard({ project_id, part: 'board', at: null, open, text: '' });
  setBoardState({ active: null, led: true });
  go('board');
}

/** Opens the board of the project that has a name, as pictures know it. */
export async function openProjectNamed(name: string): Promise<void> {
  await loadProjects();
  const project = useBoard.getState().projects?.find((one) => one.name === name);
  if (project !== undefined) await openProject(project);
}
