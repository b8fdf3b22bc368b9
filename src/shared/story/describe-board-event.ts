import type { EventOf } from '../events/catalog';
import type { boardEvents, boardTurns } from '../events/board-events';

type BoardEvent = EventOf<(typeof boardEvents | typeof boardTurns)[number]['type']>;

/** What became of a project or its board: title, detail, and the person's own words. */
export function describeBoardEvent(event: BoardEvent): readonly [title: string, detail: string | null, quote: string | null] {
  switch (event.event_type) {
    case 'project.renamed': {
      const { project_name, previous_name } = event.data;
      return [`Project renamed: ${project_name}`, previous_name === null ? null : `Before, it was called ${previous_name}`, null];
    }
    case 'project.described':
      return ['Project described anew', null, event.data.description];
    case 'project.archived':
      return [`Project archived: ${event.data.project_name}`, 'Its board and its pictures stay as they are', null];
    case 'project.reopened':
      return [`Project reopened: ${event.data.project_name}`, null, null];
    case 'concept.proposed':
      return [`Concept proposed: ${event.data.concept_name}`, 'Nobody has approved it yet', event.data.description];
    case 'board.revision_removed': {
      const { item_kind, item_name, item_id, reason } = event.data;
      return [`A version of ${named(item_name, item_id)} was taken back`, `The ${item_kind} is again as it was before`, reason];
    }
    case 'note.written':
      return ['Note written', null, event.data.text];
    case 'note.removed':
      return ['Note removed', null, null];
    case 'board.column_added':
      return [`Column added: ${event.data.column_name}`, null, null];
    case 'board.column_renamed': {
      const { column_name, previous_name } = event.data;
      return [`Column renamed: ${column_name}`, previous_name === null ? null : `Before, it was called ${previous_name}`, null];
    }
    case 'board.column_moved':
      return [`Column moved: ${event.data.column_name}`, null, null];
    case 'board.column_removed':
      return [`Column removed: ${event.data.column_name}`, `Its cards stand in ${event.data.cards_to_column_name} now`, null];
    case 'board.card_placed': {
      const { card_title, card_id, card_kind, column_name, column_id, previous_column_name } = event.data;
      const column = named(column_name, column_id);
      const moved = previous_column_name !== null && previous_column_name !== column;
      const from = moved ? `From ${previous_column_name}` : null;
      return [`${named(card_title, card_id)} ${moved ? 'moved to' : 'placed in'} ${column}`, from ?? `A card for a ${card_kind}`, null];
    }
    case 'board.card_removed': {
      const { card_title, card_id, card_kind } = event.data;
      return [`${named(card_title, card_id)} taken off the board`, `The ${card_kind} itself is kept`, null];
    }
    case 'board.act_undone':
      return [`Taken back: ${named(event.data.act_title, `event ${event.data.act_sequence}`)}`, 'The board is as if it had not been done', null];
    case 'board.act_redone':
      return [`Done again: ${named(event.data.act_title, `event ${event.data.act_sequence}`)}`, 'It counts on the board as it did before', null];
  }
}

function named(name: string, id: string): string {
  return name === '' ? id.slice(0, 12) : name;
}
