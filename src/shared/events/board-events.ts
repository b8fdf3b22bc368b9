import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, humanOrAssistant } from './fields';

/** A place in an order, as text: between any two there is room for another, so placing one card never touches the others. */
const rank = z.string().max(10_000).regex(/^[0-9A-Za-z]*[1-9A-Za-z]$/, 'must be digits and letters that do not end in 0');
/** `asset`, `style`, `character`, `concept` or `note`; a word that a reader does not know is a card that it does not show. */
const cardKind = z.string().regex(/^[a-z_]{1,40}$/, 'must be a kind of card such as concept');

const project = { project_id: z.string() };
const card = { ...project, card_kind: cardKind, card_id: z.string(), card_title: z.string().default('') };

export const projectRenamed = defineEvent(
  'project.renamed',
  '1.0.0',
  { ...project, project_name: z.string(), previous_name: z.string().nullable().default(null) },
  { summary: 'A project has another name; pictures that came in under the earlier one stay with it.', subject: 'project_id' },
);

export const projectDescribed = defineEvent(
  'project.described',
  '1.0.0',
  { ...project, description: z.string().nullable(), project_type: z.string().nullable() },
  { summary: 'What a project is has been said anew.', subject: 'project_id' },
);

export const projectArchived = defineEvent('project.archived', '1.0.0', { ...project, project_name: z.string() }, {
  summary: 'A project is over; its board and its pictures stay as they are.',
  subject: 'project_id',
});

export const projectReopened = defineEvent('project.reopened', '1.0.0', { ...project, project_name: z.string() }, {
  summary: 'An archived project goes on.',
  subject: 'project_id',
});

export const conceptProposed = defineEvent(
  'concept.proposed',
  '1.0.0',
  {
    ...project,
    concept_id: z.string(),
    concept_type: z.enum(['scene', 'sequence', 'overall']),
    concept_name: z.string(),
    description: z.string(),
    proposed_by: humanOrAssistant.default('user'),
    concept_assets: z.array(contentHash).default([]),
  },
  { summary: 'A concept has been put into words, or into other words; nobody has approved it like that yet.', subject: 'project_id' },
);

export const revisionRemoved = defineEvent(
  'board.revision_removed',
  '1.0.0',
  {
    ...project,
    /** `style`, `character` or `concept`. */
    item_kind: cardKind,
    item_id: z.string(),
    item_name: z.string().default(''),
    /** The event that made the version. */
    revision_event_id: z.string(),
    reason: z.string().nullable().default(null),
  },
  { summary: 'One version of a style, character or concept counts no more; the one before it holds again.', subject: 'project_id' },
);

export const noteWritten = defineEvent(
  'note.written',
  '1.0.0',
  { ...project, note_id: z.string(), text: z.string(), written_by: humanOrAssistant.default('user') },
  { summary: 'A note has been written on the board, or written anew.', subject: 'project_id' },
);

export const noteRemoved = defineEvent('note.removed', '1.0.0', { ...project, note_id: z.string() }, {
  summary: 'A note has been taken off the board for good.',
  subject: 'project_id',
});

export const columnAdded = defineEvent(
  'board.column_added',
  '1.0.0',
  { ...project, column_id: z.string(), column_name: z.string(), rank },
  { summary: 'A board has one more column.', subject: 'project_id' },
);

export const columnRenamed = defineEvent(
  'board.column_renamed',
  '1.0.0',
  { ...project, column_id: z.string(), column_name: z.string(), previous_name: z.string().nullable().default(null) },
  { summary: 'A column of a board has another name.', subject: 'project_id' },
);

export const columnMoved = defineEvent(
  'board.column_moved',
  '1.0.0',
  { ...project, column_id: z.string(), column_name: z.string(), rank },
  { summary: 'A column of a board stands at another place.', subject: 'project_id' },
);

export const columnRemoved = defineEvent(
  'board.column_removed',
  '1.0.0',
  { ...project, column_id: z.string(), column_name: z.string(), cards_to_column_id: z.string(), cards_to_column_name: z.string() },
  { summary: 'A column of a board is gone; its cards stand in another one.', subject: 'project_id' },
);

export const cardPlaced = defineEvent(
  'board.card_placed',
  '1.0.0',
  {
    ...card,
    column_id: z.string(),
    column_name: z.string().default(''),
    previous_column_name: z.string().nullable().default(null),
    rank,
    /** A picture of another project, which stands on this board as well. */
    guest: z.boolean().default(false),
  },
  { summary: 'A card has been put to a place in a column.', subject: 'project_id' },
);

export const cardRemoved = defineEvent(
  'board.card_removed',
  '1.0.0',
  { ...card, previous_column_name: z.string().nullable().default(null) },
  { summary: 'A card has been taken off a board; what it stands for is kept.', subject: 'project_id' },
);

/** What was said of a board is named by the event that said it. */
const turned = {
  ...project,
  undo_id: z.string(),
  act_event_id: z.string(),
  act_sequence: z.int().positive(),
  /** `Style chosen: Sodium and indigo`. */
  act_title: z.string().default(''),
  /** The act itself, or what was said of it last: that it counts no more, or that it counts again. */
  undone_event_id: z.string(),
};

export const actUndone = defineEvent('board.act_undone', '1.0.0', turned, {
  summary: 'Something that was done on a board counts no more: the board is as if it had not been said.',
  subject: 'project_id',
});

export const actRedone = defineEvent('board.act_redone', '1.0.0', turned, {
  summary: 'Something that was done on a board and taken back counts again.',
  subject: 'project_id',
});

/** What becomes of projects and their boards, beside the decisions themselves. */
export const boardEvents = [
  projectRenamed, projectDescribed, projectArchived, projectReopened, conceptProposed, revisionRemoved, noteWritten, noteRemoved,
  columnAdded, columnRenamed, columnMoved, columnRemoved, cardPlaced, cardRemoved,
] as const;

/** What an undo says of them. */
export const boardTurns = [actUndone, actRedone] as const;
