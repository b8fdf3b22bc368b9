import type { AliceEvent, RecordedEvent } from '../events/catalog';
import type { Recorded } from '../events/envelope';
import type { BoardRecords, CardRef, Place, Project, RecordKind } from './board';
import { foldCharacter, foldConcept, foldContext, foldStyles, initialContext, removeRevision } from './board-fold-items';
import { foldProject, newProject } from './board-fold-project';
import { isCardKind } from './board-standing';
import { foldTurn } from './board-turn';

/** Where records are kept: tables, or memory. What it gives is replaced, never changed. */
export interface BoardStore {
  get<K extends RecordKind>(projectId: string, kind: K, id: string): BoardRecords[K] | undefined;
  put<K extends RecordKind>(projectId: string, kind: K, id: string, record: BoardRecords[K]): void;
  place(projectId: string, card: CardRef): Place | undefined;
  putPlace(projectId: string, card: CardRef, place: Place): void;
  /** Forgets a record, or where a card was put: nothing that counts speaks of it any more. */
  drop(projectId: string, kind: RecordKind, id: string): void;
  dropPlace(projectId: string, card: CardRef): void;
  /** What was folded of a project so far: the event at a place in the log. */
  said(projectId: string, sequence: number): RecordedEvent | undefined;
  /** All that touched a thing, oldest first. A column is part of its project: all that touched the project or one of its columns. */
  told(projectId: string, thing: ThingRef): readonly RecordedEvent[];
}

/** Something that an event can touch. */
export interface ThingRef {
  readonly kind: RecordKind | 'asset' | 'column';
  readonly id: string;
}

/** What an event was about: an item, or the project itself with its id. */
export interface Touched extends ThingRef {
  /** Whether something was decided, in contrast to a card or column that was moved. */
  readonly decision: boolean;
}

export interface Folded {
  readonly project_id: string;
  readonly touched: readonly Touched[];
}

/** Folds a creative event into the records of its project and says what it was about; null for any other event. */
export function foldBoard(store: BoardStore, event: RecordedEvent): Folded | null {
  switch (event.event_type) {
    case 'project.created':
    case 'project.renamed':
    case 'project.described':
    case 'project.archived':
    case 'project.reopened':
    case 'board.column_added':
    case 'board.column_renamed':
    case 'board.column_moved':
    case 'board.column_removed': {
      const { project_id } = event.data;
      const known = projectIn(store, project_id);
      store.put(project_id, 'project', project_id, { ...foldProject(known, event), sequence: event.sequence });
      const column = 'column_id' in event.data ? event.data.column_id : null;
      if (event.event_type !== 'project.created') {
        return about(project_id, column === null ? 'project' : 'column', column ?? project_id, column === null);
      }
      const entries = known.created_at === null ? initialContext(event) : [];
      for (const entry of entries) if (store.get(project_id, 'context', entry.key) === undefined) store.put(project_id, 'context', entry.key, entry);
      const touched = entries.map(({ key }) => ({ kind: 'context', id: key, decision: false }) as const);
      return { project_id, touched: [{ kind: 'project', id: project_id, decision: true }, ...touched] };
    }
    case 'style.chosen': {
      const { project_id } = seen(store, event);
      const styles = foldStyles((id) => store.get(project_id, 'style', id), event);
      for (const style of styles) store.put(project_id, 'style', style.id, style);
      return { project_id, touched: styles.map(({ id }, i) => ({ kind: 'style', id, decision: i === 0 }) as const) };
    }
    case 'context.updated': {
      const { project_id, context_key } = seen(store, event);
      store.put(project_id, 'context', context_key, foldContext(store.get(project_id, 'context', context_key), event));
      return about(project_id, 'context', context_key, true);
    }
    case 'character.defined': {
      const { project_id, character_id } = seen(store, event);
      store.put(project_id, 'character', character_id, foldCharacter(store.get(project_id, 'character', character_id), event));
      return about(project_id, 'character', character_id, true);
    }
    case 'concept.proposed':
    case 'concept.approved': {
      const { project_id, concept_id } = seen(store, event);
      store.put(project_id, 'concept', concept_id, foldConcept(store.get(project_id, 'concept', concept_id), event));
      return about(project_id, 'concept', concept_id, true);
    }
    case 'board.revision_removed': {
      const { project_id, item_kind, item_id, revision_event_id } = seen(store, event);
      if (item_kind !== 'style' && item_kind !== 'character' && item_kind !== 'concept') return { project_id, touched: [] };
      const item = store.get(project_id, item_kind, item_id);
      if (item === undefined) return { project_id, touched: [] };
      store.put(project_id, item_kind, item_id, removeRevision(item, revision_event_id));
      return about(project_id, item_kind, item_id, true);
    }
    case 'note.written': {
      const { project_id, note_id, text, written_by } = seen(store, event);
      const first_sequence = store.get(project_id, 'note', note_id)?.first_sequence ?? event.sequence;
      store.put(project_id, 'note', note_id, { id: note_id, text, written_by, at: event.timestamp, removed: false, first_sequence });
      return about(project_id, 'note', note_id, false);
    }
    case 'note.removed': {
      const { project_id, note_id } = seen(store, event);
      const note = store.get(project_id, 'note', note_id);
      if (note === undefined) return { project_id, touched: [] };
      store.put(project_id, 'note', note_id, { ...note, removed: true });
      return about(project_id, 'note', note_id, false);
    }
    case 'board.card_placed': {
      const { project_id, card_kind: kind, card_id: id, column_id, rank, guest } = seen(store, event);
      if (!isCardKind(kind)) return { project_id, touched: [] };
      store.putPlace(project_id, { kind, id }, { column_id, rank, guest, off: false });
      return about(project_id, kind, id, false);
    }
    case 'board.card_removed': {
      const { project_id, card_kind: kind, card_id: id } = seen(store, event);
      if (!isCardKind(kind)) return { project_id, touched: [] };
      const place = store.place(project_id, { kind, id }) ?? { column_id: '', rank: '1', guest: false };
      store.putPlace(project_id, { kind, id }, { ...place, off: true });
      return about(project_id, kind, id, false);
    }
    case 'board.act_undone':
    case 'board.act_redone':
      return foldTurn(store, event, foldBoard);
    default:
      return null;
  }
}

function about(project_id: string, kind: Touched['kind'], id: string, decision: boolean): Folded {
  return { project_id, touched: [{ kind, id, decision }] };
}

/** An event may speak of a project before the one that creates it: then it is known by its id. */
function seen<E extends Recorded<AliceEvent & { readonly data: { readonly project_id: string } }>>(store: BoardStore, { data, sequence }: E): E['data'] {
  const { project_id } = data;
  if (store.get(project_id, 'project', project_id) === undefined) store.put(project_id, 'project', project_id, { ...newProject(project_id), sequence });
  return data;
}

function projectIn(store: BoardStore, id: string): Project {
  return store.get(id, 'project', id) ?? newProject(id);
}
