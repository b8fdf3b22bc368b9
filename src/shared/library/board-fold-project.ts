import type { EventOf } from '../events/catalog';
import type { BoardColumn, Project } from './board';
import { columnsOf, firstColumns } from './board-standing';

type ProjectEvent = EventOf<
  | 'project.created' | 'project.renamed' | 'project.described' | 'project.archived' | 'project.reopened'
  | 'board.column_added' | 'board.column_renamed' | 'board.column_moved' | 'board.column_removed'
>;

/** A project of which nothing is known but its id. */
export function newProject(id: string): Project {
  return {
    id, name: id, names: [], description: null, type: null, parent_id: null, style_preferences: {}, created_by: 'user',
    created_at: null, archived_at: null, columns: firstColumns, sequence: 0,
  };
}

/** Folds one event into a project as a whole. */
export function foldProject(known: Project, event: ProjectEvent): Project {
  switch (event.event_type) {
    case 'project.created': {
      // Said once more, it is the same project still.
      if (known.created_at !== null) return known;
      const { project_name, description, project_type, parent_project_id: parent_id, style_preferences, created_by } = event.data;
      // What was said of it already, out of order, holds.
      const renamed = known.names.length > 0;
      return {
        ...known,
        name: renamed ? known.name : project_name,
        names: withName([project_name, ...known.names], project_name),
        description: known.description ?? description,
        type: known.type ?? project_type,
        parent_id, style_preferences, created_by,
        created_at: event.timestamp,
      };
    }
    case 'project.renamed':
      return { ...known, name: event.data.project_name, names: withName(known.names, event.data.project_name) };
    case 'project.described':
      return { ...known, description: event.data.description, type: event.data.project_type };
    case 'project.archived':
      return { ...known, archived_at: event.timestamp };
    case 'project.reopened':
      return { ...known, archived_at: null };
    case 'board.column_added': {
      const { column_id: id, column_name: name, rank } = event.data;
      const others = known.columns.filter((column) => column.id !== id);
      return { ...known, columns: [...others, { id, name, rank, cards_to: null }] };
    }
    case 'board.column_renamed':
      return withColumn(known, event.data.column_id, { name: event.data.column_name });
    case 'board.column_moved':
      return withColumn(known, event.data.column_id, { rank: event.data.rank });
    case 'board.column_removed': {
      const { column_id, cards_to_column_id } = event.data;
      // A board without a column could show nothing.
      if (columnsOf(known).every(({ id }) => id === column_id)) return known;
      return withColumn(known, column_id, { cards_to: cards_to_column_id });
    }
  }
}

function withColumn(project: Project, id: string, change: Partial<BoardColumn>): Project {
  return { ...project, columns: project.columns.map((column) => (column.id === id ? { ...column, ...change } : column)) };
}

function withName(names: readonly string[], name: string): readonly string[] {
  return [...new Set([...names, name])];
}
