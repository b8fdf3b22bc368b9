import {
  columnAdded, columnMoved, columnRemoved, columnRenamed, projectArchived, projectDescribed, projectRenamed, projectReopened,
} from '@shared/events/board-events';
import { projectCreated } from '@shared/events/creative-events';
import type { EventDraft } from '@shared/events/define-event';
import { t } from '@shared/language/language';
import type { Project } from '@shared/library/board';
import { rankBetween } from '@shared/library/board-rank';
import { columnsOf } from '@shared/library/board-standing';
import type { ChangeProjectWish, CreateProjectWish } from '@shared/library/board-wishes';
import { columnInWords } from '@shared/library/column-words';
import type { BoardQueries } from '../projections/board-queries';
import type { BoardReaders } from '../projections/board-reader';
import { BoardError, boardOf, columnIn, fieldsOf, nameOf, textOf } from './board-checks';

const mostColumns = 50;
/** What Alice calls pictures that came in without a project. */
const withoutProject = 'uncategorized';

interface ColumnWish {
  readonly project_id: string;
  readonly column_id: string;
}

/** What is to be said when a project or its columns change. @throws BoardError */
export function projects(readers: BoardReaders, queries: BoardQueries) {
  /** A name that no other project has or had: the pictures of its folder can belong to one only. */
  const freeName = (text: string, projectId: string): string => {
    const name = nameOf(text, t('The project'));
    if (name === withoutProject) {
      throw new BoardError(t('“{name}” is what pictures without a project are called. Take another name.', { name }));
    }
    const owner = queries.ownerOf(name);
    if (owner !== null && owner !== projectId) throw new BoardError(takenBy(readers.project(owner), name));
    return name;
  };

  return {
    createProject(wish: CreateProjectWish): EventDraft[] {
      const { project_id, parent_project_id } = wish;
      const known = readers.project(project_id);
      if (known !== null && known.created_at !== null) return [];
      if (parent_project_id !== null && readers.project(parent_project_id) === null) {
        throw new BoardError(t('The project that this one is to be part of is not there.'));
      }
      return [projectCreated({
        project_id,
        project_name: freeName(wish.project_name, project_id),
        description: textOf(wish.description, t('The description')),
        project_type: wish.project_type === null || wish.project_type.trim() === '' ? null : nameOf(wish.project_type, t('The type')),
        initial_context: fieldsOf(wish.initial_context, t('What is known from the beginning')),
        style_preferences: fieldsOf(wish.style_preferences, t('What is preferred')),
        parent_project_id,
      })];
    },

    changeProject(wish: ChangeProjectWish): EventDraft[] {
      const { project_id } = wish;
      const { project } = boardOf(readers, project_id);
      const project_name = freeName(wish.project_name, project_id);
      const description = textOf(wish.description, t('The description'));
      const project_type = wish.project_type === null || wish.project_type.trim() === '' ? null : nameOf(wish.project_type, t('The type'));
      const described = description !== project.description || project_type !== project.type;
      return [
        ...(project_name === project.name ? [] : [projectRenamed({ project_id, project_name, previous_name: project.name })]),
        ...(described ? [projectDescribed({ project_id, description, project_type })] : []),
      ];
    },

    archiveProject({ project_id, archived }: { readonly project_id: string; readonly archived: boolean }): EventDraft[] {
      const { project } = boardOf(readers, project_id);
      if (archived === (project.archived_at !== null)) return [];
      return [(archived ? projectArchived : projectReopened)({ project_id, project_name: project.name })];
    },

    addColumn({ project_id, column_id, column_name, after }: ColumnWish & { column_name: string; after: string | null }): EventDraft[] {
      const { project } = boardOf(readers, project_id);
      if (project.columns.some(({ id, cards_to }) => id === column_id && cards_to === null)) return [];
      if (columnsOf(project).length >= mostColumns) throw new BoardError(t('A board has {most, number} columns at most.', { most: mostColumns }));
      const name = newName(project, column_name, column_id);
      return [columnAdded({ project_id, column_id, column_name: name, rank: rankBehind(project, after, column_id) })];
    },

    renameColumn({ project_id, column_id, column_name }: ColumnWish & { column_name: string }): EventDraft[] {
      const { project } = boardOf(readers, project_id);
      const column = columnIn(project, column_id);
      const name = newName(project, column_name, column_id);
      return name === column.name ? [] : [columnRenamed({ project_id, column_id, column_name: name, previous_name: column.name })];
    },

    moveColumn({ project_id, column_id, after }: ColumnWish & { after: string | null }): EventDraft[] {
      const { project } = boardOf(readers, project_id);
      const { name } = columnIn(project, column_id);
      const order = columnsOf(project).map(({ id }) => id);
      if (after === column_id || (order[order.indexOf(column_id) - 1] ?? null) === after) return [];
      return [columnMoved({ project_id, column_id, column_name: name, rank: rankBehind(project, after, column_id) })];
    },

    removeColumn({ project_id, column_id, cards_to }: ColumnWish & { cards_to: string }): EventDraft[] {
      const { project } = boardOf(readers, project_id);
      const gone = project.columns.find(({ id }) => id === column_id);
      if (gone !== undefined && gone.cards_to !== null) return [];
      const column = columnIn(project, column_id);
      if (cards_to === column_id) {
        throw new BoardError(t('Name another column for the cards of {column}: this one is to go.', { column: columnInWords(column) }));
      }
      const target = columnIn(project, cards_to);
      return [columnRemoved({
        project_id, column_id, column_name: column.name, cards_to_column_id: target.id, cards_to_column_name: target.name,
      })];
    },
  };
}

function newName(project: Project, text: string, columnId: string): string {
  const name = nameOf(text, t('The column'));
  const taken = columnsOf(project).some((column) => column.id !== columnId && column.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new BoardError(t('There is a column {name} on this board already.', { name }));
  return name;
}

/** A rank behind a column, first for null. */
function rankBehind(project: Project, after: string | null, moved: string): string {
  const others = columnsOf(project).filter(({ id }) => id !== moved);
  const at = after === null ? 0 : others.indexOf(columnIn(project, after)) + 1;
  return rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null);
}

function takenBy(owner: Project | null, name: string): string {
  if (owner === null || owner.name === name) return t('There is a project {name} already.', { name });
  return t(
    '{name} was the name of {owner} before, and the pictures that came in under it belong there. Take another name.',
    { name, owner: owner.name },
  );
}
