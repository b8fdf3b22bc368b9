import type { EventOf } from '../events/catalog';
import type { boardEvents, boardTurns } from '../events/board-events';
import { t } from '../language/language';

type BoardEvent = EventOf<(typeof boardEvents | typeof boardTurns)[number]['type']>;

/** What became of a project or its board: title, detail, and the person's own words. */
export function describeBoardEvent(event: BoardEvent): readonly [title: string, detail: string | null, quote: string | null] {
  switch (event.event_type) {
    case 'project.renamed': {
      const { project_name, previous_name } = event.data;
      return [t('Project renamed: {project_name}', { project_name }), previous_name === null ? null : t('Before, it was called {previous_name}', { previous_name }), null];
    }
    case 'project.described':
      return [t('Project described anew'), null, event.data.description];
    case 'project.archived':
      return [t('Project archived: {project_name}', { project_name: event.data.project_name }), t('Its board and its pictures stay as they are'), null];
    case 'project.reopened':
      return [t('Project reopened: {project_name}', { project_name: event.data.project_name }), null, null];
    case 'concept.proposed':
      return [t('Concept proposed: {concept_name}', { concept_name: event.data.concept_name }), t('Nobody has approved it yet'), event.data.description];
    case 'board.revision_removed': {
      const { item_kind, item_name, item_id, reason } = event.data;
      return [t('A version of {item_name} was taken back', { item_name: named(item_name, item_id) }), t('The {item_kind} is again as it was before', { item_kind }), reason];
    }
    case 'note.written':
      return [t('Note written'), null, event.data.text];
    case 'note.removed':
      return [t('Note removed'), null, null];
    case 'board.column_added':
      return [t('Column added: {column_name}', { column_name: event.data.column_name }), null, null];
    case 'board.column_renamed': {
      const { column_name, previous_name } = event.data;
      return [t('Column renamed: {column_name}', { column_name }), previous_name === null ? null : t('Before, it was called {previous_name}', { previous_name }), null];
    }
    case 'board.column_moved':
      return [t('Column moved: {column_name}', { column_name: event.data.column_name }), null, null];
    case 'board.column_removed':
      return [t('Column removed: {column_name}', { column_name: event.data.column_name }), t('Its cards stand in {cards_to_column_name} now', { cards_to_column_name: event.data.cards_to_column_name }), null];
    case 'board.card_placed': {
      const { card_title, card_id, card_kind, column_name, column_id, previous_column_name } = event.data;
      const column = named(column_name, column_id);
      const moved = previous_column_name !== null && previous_column_name !== column;
      const from = moved ? t('From {previous_column_name}', { previous_column_name }) : null;
      return [`${named(card_title, card_id)} ${moved ? t('moved to') : t('placed in')} ${column}`, from ?? t('A card for a {card_kind}', { card_kind }), null];
    }
    case 'board.card_removed': {
      const { card_title, card_id, card_kind } = event.data;
      return [t('{card_title} taken off the board', { card_title: named(card_title, card_id) }), t('The {card_kind} itself is kept', { card_kind }), null];
    }
    case 'board.act_undone':
      return [`Taken back: ${named(event.data.act_title, t('event {act_sequence}', { act_sequence: event.data.act_sequence }))}`, t('The board is as if it had not been done'), null];
    case 'board.act_redone':
      return [`Done again: ${named(event.data.act_title, t('event {act_sequence}', { act_sequence: event.data.act_sequence }))}`, t('It counts on the board as it did before'), null];
  }
}

function named(name: string, id: string): string {
  return name === '' ? id.slice(0, 12) : name;
}
