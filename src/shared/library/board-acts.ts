import type { EventType, RecordedEvent } from '../events/catalog';
import { styleIdOf } from './board';
import type { ThingRef } from './board-fold';
import { alternativesOf } from './board-fold-items';

/** What can be done on a board and taken back. */
export const actTypes = [
  'project.created', 'project.renamed', 'project.described', 'project.archived', 'project.reopened',
  'style.chosen', 'context.updated', 'character.defined', 'concept.proposed', 'concept.approved', 'board.revision_removed',
  'note.written', 'note.removed', 'board.column_added', 'board.column_renamed', 'board.column_moved', 'board.column_removed',
  'board.card_placed', 'board.card_removed',
] as const satisfies readonly EventType[];
export type ActEvent = Extract<RecordedEvent, { event_type: (typeof actTypes)[number] }>;

/** What is said of an act later: that it counts no more, or again. */
export const turnTypes = ['board.act_undone', 'board.act_redone'] as const satisfies readonly EventType[];
export type TurnEvent = Extract<RecordedEvent, { event_type: (typeof turnTypes)[number] }>;

export function isAct(event: RecordedEvent): event is ActEvent {
  return (actTypes as readonly string[]).includes(event.event_type);
}

export function isTurn(event: RecordedEvent): event is TurnEvent {
  return (turnTypes as readonly string[]).includes(event.event_type);
}

/** Of some events of a board those that count: neither taken back nor only about the taking back. */
export function counting(events: readonly RecordedEvent[]): RecordedEvent[] {
  const undone = new Set<string>();
  for (const event of events.filter(isTurn)) {
    if (event.event_type === 'board.act_undone') undone.add(event.data.act_event_id);
    else undone.delete(event.data.act_event_id);
  }
  return events.filter((event) => !isTurn(event) && !undone.has(event.event_id));
}

/** The things that an act makes other than they were. */
export function thingsOf(event: ActEvent): ThingRef[] {
  const { project_id } = event.data;
  switch (event.event_type) {
    case 'project.created':
      return [{ kind: 'project', id: project_id }, ...Object.keys(event.data.initial_context).map((id) => ({ kind: 'context', id }) as const)];
    case 'project.renamed':
    case 'project.described':
    case 'project.archived':
    case 'project.reopened':
      return [{ kind: 'project', id: project_id }];
    case 'style.chosen': {
      const styles = [event.data.style_name, ...alternativesOf(event.data.alternatives_considered).map(({ name }) => name)];
      return [...new Set(styles.map(styleIdOf))].map((id) => ({ kind: 'style', id }));
    }
    case 'context.updated':
      return [{ kind: 'context', id: event.data.context_key }];
    case 'character.defined':
      return [{ kind: 'character', id: event.data.character_id }];
    case 'concept.proposed':
    case 'concept.approved':
      return [{ kind: 'concept', id: event.data.concept_id }];
    case 'board.revision_removed':
      return cardLike(event.data.item_kind, event.data.item_id);
    case 'note.written':
    case 'note.removed':
      return [{ kind: 'note', id: event.data.note_id }];
    case 'board.column_added':
    case 'board.column_renamed':
    case 'board.column_moved':
    case 'board.column_removed':
      return [{ kind: 'column', id: event.data.column_id }];
    case 'board.card_placed':
    case 'board.card_removed':
      return cardLike(event.data.card_kind, event.data.card_id);
  }
}

function cardLike(kind: string, id: string): ThingRef[] {
  return kind === 'asset' || kind === 'style' || kind === 'character' || kind === 'concept' || kind === 'note' ? [{ kind, id }] : [];
}

/** What an act decides, and what it stands on: a newer one that meets what an older one decided has overtaken it. */
export interface Reach {
  readonly decides: readonly string[];
  readonly needs: readonly string[];
}

/** Everything of a project stands on its creation. */
const existence = 'existence';

export function reachOf(event: ActEvent): Reach {
  const needs = [existence];
  switch (event.event_type) {
    case 'project.created':
      return { decides: [existence], needs: [] };
    case 'project.renamed':
      return { decides: ['name'], needs };
    case 'project.described':
      return { decides: ['description'], needs };
    case 'project.archived':
    case 'project.reopened':
      return { decides: ['end'], needs };
    case 'style.chosen':
      // That others were considered is added to what is known of them, and stands in nobody's way.
      return { decides: [`style ${styleIdOf(event.data.style_name)}`], needs };
    case 'board.card_placed':
      return { decides: [`card ${event.data.card_kind} ${event.data.card_id}`], needs: [existence, `column ${event.data.column_id}`] };
    case 'board.card_removed':
      return { decides: [`card ${event.data.card_kind} ${event.data.card_id}`], needs };
    case 'board.column_removed':
      return { decides: [`column ${event.data.column_id}`], needs: [existence, `column ${event.data.cards_to_column_id}`] };
    default:
      return { decides: thingsOf(event).map(({ kind, id }) => `${kind} ${id}`), needs };
  }
}
