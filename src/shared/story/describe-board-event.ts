import type { EventOf } from '../events/catalog';
import type { boardEvents, boardTurns } from '../events/board-events';
import { t } from '../language/language';

type BoardEvent = EventOf<(typeof boardEvents | typeof boardTurns)[number]['type']>;

/** What became of a project or its board: title, detail, and the person's own words. */
export function describeBoardEvent(event: BoardEvent): readonly [title: string, detail: string | null, quote: string | null] {
  switch (event.event_type) {
    case 'project.renamed': {
      const { project_name, previous_name } = event.data;
      return [t('Project renamed: {name}', { name: project_name }), before(previous_name), null];
    }
    case 'project.described':
      return [t('Project described anew'), null, event.data.description];
    case 'project.archived':
      return [t('Project archived: {name}', { name: event.data.project_name }), t('Its board and its pictures stay as they are'), null];
    case 'project.reopened':
      return [t('Project reopened: {name}', { name: event.data.project_name }), null, null];
    case 'concept.proposed':
      return [t('Concept proposed: {name}', { name: event.data.concept_name }), t('Nobody has approved it yet'), event.data.description];
    case 'board.revision_removed': {
      const { item_kind, item_name, item_id, reason } = event.data;
      return [t('A version of {name} was taken back', { name: named(item_name, item_id) }), asBefore(item_kind), reason];
    }
    case 'note.written':
      return [t('Note written'), null, event.data.text];
    case 'note.removed':
      return [t('Note removed'), null, null];
    case 'board.column_added':
      return [t('Column added: {name}', { name: event.data.column_name }), null, null];
    case 'board.column_renamed': {
      const { column_name, previous_name } = event.data;
      return [t('Column renamed: {name}', { name: column_name }), before(previous_name), null];
    }
    case 'board.column_moved':
      return [t('Column moved: {name}', { name: event.data.column_name }), null, null];
    case 'board.column_removed': {
      const { column_name, cards_to_column_name: to } = event.data;
      return [t('Column removed: {name}', { name: column_name }), t('Its cards stand in {column} now', { column: to }), null];
    }
    case 'board.card_placed': {
      const { card_title, card_id, card_kind, column_name, column_id, previous_column_name } = event.data;
      const column = named(column_name, column_id);
      const card = named(card_title, card_id);
      if (previous_column_name !== null && previous_column_name !== column) {
        return [t('{card} moved to {column}', { card, column }), t('From {column}', { column: previous_column_name }), null];
      }
      return [t('{card} placed in {column}', { card, column }), cardFor(card_kind), null];
    }
    case 'board.card_removed': {
      const { card_title, card_id, card_kind } = event.data;
      return [t('{card} taken off the board', { card: named(card_title, card_id) }), cardKept(card_kind), null];
    }
    case 'board.act_undone':
      return [t('Taken back: {act}', { act: named(event.data.act_title, t('event {sequence}', { sequence: event.data.act_sequence })) }), t('The board is as if it had not been done'), null];
    case 'board.act_redone':
      return [t('Done again: {act}', { act: named(event.data.act_title, t('event {sequence}', { sequence: event.data.act_sequence })) }), t('It counts on the board as it did before'), null];
  }
}

function named(name: string, id: string): string {
  return name === '' ? id.slice(0, 12) : name;
}

function before(name: string | null): string | null {
  return name === null ? null : t('Before, it was called {name}', { name });
}

// A kind of a newer version is called as it is recorded.
const cardFor = (kind: string) => t(
  '{kind, select, asset {A card for an asset} style {A card for a style} character {A card for a character} concept {A card for a concept} note {A card for a note} other {A card for a {kind}}}',
  { kind },
);

const cardKept = (kind: string) => t(
  '{kind, select, asset {The asset itself is kept} style {The style itself is kept} character {The character itself is kept} concept {The concept itself is kept} note {The note itself is kept} other {The {kind} itself is kept}}',
  { kind },
);

const asBefore = (kind: string) => t(
  '{kind, select, style {The style is again as it was before} character {The character is again as it was before} concept {The concept is again as it was before} note {The note is again as it was before} other {The {kind} is again as it was before}}',
  { kind },
);
