import type { EventOf } from '../events/catalog';
import type { boardEvents, boardTurns } from '../events/board-events';
import { t } from '../language/language';
import { type ColumnNames, columnTold } from '../library/column-words';

type BoardEvent = EventOf<(typeof boardEvents | typeof boardTurns)[number]['type']>;

/** What became of a project or its board: title, detail, and the person's own words. */
export function describeBoardEvent(
  event: BoardEvent, columns?: ColumnNames,
): readonly [title: string, detail: string | null, quote: string | null] {
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
      const { item_kind, item_name, reason } = event.data;
      const title = item_name === '' ? t('A version was taken back') : t('A version of {name} was taken back', { name: item_name });
      return [title, asBefore(item_kind), reason];
    }
    case 'note.written':
      return [t('Note written'), null, event.data.text];
    case 'note.removed':
      return [t('Note removed'), null, null];
    case 'board.column_added': {
      const name = columnTold(event.data, columns);
      return [name === null ? t('Column added') : t('Column added: {name}', { name }), null, null];
    }
    case 'board.column_renamed': {
      const name = columnTold(event.data, columns);
      return [name === null ? t('Column renamed') : t('Column renamed: {name}', { name }), before(event.data.previous_name), null];
    }
    case 'board.column_moved': {
      const name = columnTold(event.data, columns);
      return [name === null ? t('Column moved') : t('Column moved: {name}', { name }), null, null];
    }
    case 'board.column_removed': {
      const { project_id, cards_to_column_id: column_id, cards_to_column_name: column_name } = event.data;
      const [name, column] = [columnTold(event.data, columns), columnTold({ project_id, column_id, column_name }, columns)];
      const cards = column === null ? t('Its cards stand in another column now') : t('Its cards stand in {column} now', { column });
      return [name === null ? t('Column removed') : t('Column removed: {name}', { name }), cards, null];
    }
    case 'board.card_placed':
      return placed(event.data, columnTold(event.data, columns));
    case 'board.card_removed': {
      const { card_title, card_kind } = event.data;
      return [t('{card} taken off the board', { card: cardNamed(card_title) }), cardKept(card_kind), null];
    }
    case 'board.act_undone':
      return [t('Taken back: {act}', { act: actNamed(event.data.act_title, event.data.act_sequence) }), t('The board is as if it had not been done'), null];
    case 'board.act_redone':
      return [t('Done again: {act}', { act: actNamed(event.data.act_title, event.data.act_sequence) }), t('It counts on the board as it did before'), null];
  }
}

function placed(
  { card_title, card_kind, column_name, previous_column_name: from }: EventOf<'board.card_placed'>['data'], column: string | null,
): readonly [title: string, detail: string | null, quote: string | null] {
  const card = cardNamed(card_title);
  if (from === null || from === column_name || from === column) {
    return [column === null ? t('{card} placed on the board', { card }) : t('{card} placed in {column}', { card, column }), cardFor(card_kind), null];
  }
  const title = column === null ? t('{card} moved to another column', { card }) : t('{card} moved to {column}', { card, column });
  return [title, t('From {column}', { column: from }), null];
}

/** Who wrote the event may have told none. */
const cardNamed = (title: string) => (title === '' ? t('A card') : title);
const actNamed = (title: string, sequence: number) => (title === '' ? t('event {sequence}', { sequence: String(sequence) }) : title);

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
