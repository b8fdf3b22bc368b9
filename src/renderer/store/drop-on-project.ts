import { t } from '@shared/language/language';
import { columnInWords } from '@shared/library/column-words';
import { alice } from './alice';
import { loadProjects, useBoard } from './board/use-board';
import type { DropSpot } from './dragged';
import { projectOf } from './project-choices';
import { sayWithUndo } from './say-with-undo';
import { tellAdded, tellOnTheWay } from './tell-added';
import { isPreviewWanted, previewKept } from './use-dry-run';

/** A project on which something was dropped, which is there by now. */
export interface DroppedOn {
  readonly project_id: string;
  readonly name: string;
  readonly column: { readonly id: string; readonly name: string } | null;
}

/** The project that a spot stands for; one that is only a folder so far is made. Null when that was refused, which has been said. */
export async function projectAt(spot: DropSpot): Promise<DroppedOn | null> {
  await loadProjects();
  const projects = useBoard.getState().projects ?? [];
  if (spot.kind === 'column') {
    const project = projects.find(({ id }) => id === spot.project_id);
    const column = project?.columns.find(({ id }) => id === spot.id);
    return project === undefined || column === undefined ? null : { project_id: spot.project_id, name: project.name, column };
  }
  const known = projects.find(({ name }) => name === spot.name);
  const project_id = await projectOf(known ?? { id: null, name: spot.name });
  return project_id === null ? null : { project_id, name: spot.name, column: null };
}

/**
 * Gives dropped pictures of the library to a project, or adds dropped files to it.
 * @param preview shows first what would become of files
 */
export async function dropOnProject(files: readonly File[], spot: DropSpot, preview: boolean): Promise<void> {
  const target = await projectAt(spot);
  if (target === null) return;
  const { project_id, name, column } = target;
  const shown = preview || (await isPreviewWanted());
  const to = { project_id, column_id: column?.id ?? null, preview: shown };
  const { added, assigned = 0, problems } = await alice.addFiles(files, to);
  if (assigned > 0) {
    const words = { count: assigned, name };
    if (column === null) tellOnTheWay({ added, assigned, problems }, name);
    else {
      const placed = { ...words, column: columnInWords(column) };
      await sayWithUndo(t('{count, plural, one {# picture} other {# pictures}} put into {column} of {name}', placed));
    }
  }
  tellAdded({ added, problems }, name);
  if (shown) await previewKept();
}
