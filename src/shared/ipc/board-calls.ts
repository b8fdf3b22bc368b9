import { z } from 'zod';
import { contentHash } from '../events/fields';
import type {
  BoardCard, BoardItem, BoardMoment, BoardPlaced, BoardView, ColumnPage, DecisionsPage, ItemHistoryPage, PictureOnBoard, ProjectPage,
  ProjectSummary,
} from '../library/board-answers';
import {
  addColumnWish, approveConceptWish, archiveProjectWish, assignAssetsWish, cardRefSchema, changeProjectWish, chooseStyleWish,
  createProjectWish, defineCharacterWish, moveColumnWish, placeCardsWish, proposeConceptWish, removeCardsWish, removeColumnWish,
  removeNoteWish, removeRevisionWish, renameColumnWish, updateContextWish, writeNoteWish,
} from '../library/board-wishes';

const id = z.string().min(1).max(200);
const sequence = z.int().positive();
const project = { project_id: id };
/** A board as it is now for null, else right after an event. */
const board = { ...project, at: sequence.nullable() };
const placedCard = z.strictObject({ ...cardRefSchema.shape, rank: z.string().min(1).max(10_000) });
const page = { before: sequence.nullable(), limit: z.int().min(1).max(200) };

/** What the window asks of projects and boards. */
export const boardCalls = {
  'board/projects': z.strictObject({}),
  /** The names on all boards, the newest first. */
  'board/items': z.strictObject({ limit: z.int().min(1).max(2_000) }),
  'board/of-picture': z.strictObject({ content_hash: contentHash }),
  'board/open': z.strictObject({ ...board, cards_per_column: z.int().min(1).max(500) }),
  'board/column': z.strictObject({ ...board, column_id: id, after: placedCard.nullable(), limit: z.int().min(1).max(1_000) }),
  'board/cards': z.strictObject({ ...board, cards: z.array(cardRefSchema).min(1).max(500) }),
  'board/item-history': z.strictObject({ ...project, kind: z.enum(['project', 'column', 'asset', 'style', 'character', 'concept', 'note', 'context']), id, ...page }),
  'board/decisions': z.strictObject({ ...project, ...page }),
  'board/moments': z.strictObject(project),
  'board/page': z.strictObject(project),
  'board/create-project': createProjectWish,
  'board/change-project': changeProjectWish,
  'board/archive-project': archiveProjectWish,
  'board/choose-style': chooseStyleWish,
  'board/define-character': defineCharacterWish,
  'board/update-context': updateContextWish,
  'board/propose-concept': proposeConceptWish,
  'board/approve-concept': approveConceptWish,
  'board/remove-revision': removeRevisionWish,
  'board/write-note': writeNoteWish,
  'board/remove-note': removeNoteWish,
  'board/add-column': addColumnWish,
  'board/rename-column': renameColumnWish,
  'board/move-column': moveColumnWish,
  'board/remove-column': removeColumnWish,
  'board/place-cards': placeCardsWish,
  'board/remove-cards': removeCardsWish,
  'board/assign-assets': assignAssetsWish,
  /** Asks for a place in a dialog, and writes the brief there. */
  'board/save-brief': z.strictObject({ ...project, format: z.enum(['html', 'markdown']) }),
} as const;

export interface BoardAnswers {
  'board/projects': readonly ProjectSummary[];
  'board/items': readonly BoardItem[];
  'board/of-picture': readonly PictureOnBoard[];
  'board/open': BoardView;
  'board/column': ColumnPage;
  'board/cards': readonly BoardCard[];
  'board/item-history': ItemHistoryPage;
  'board/decisions': DecisionsPage;
  'board/moments': readonly BoardMoment[];
  'board/page': ProjectPage;
  'board/create-project': null;
  'board/change-project': null;
  'board/archive-project': null;
  'board/choose-style': null;
  'board/define-character': null;
  'board/update-context': null;
  'board/propose-concept': null;
  'board/approve-concept': null;
  'board/remove-revision': null;
  'board/write-note': null;
  'board/remove-note': null;
  'board/add-column': null;
  'board/rename-column': null;
  'board/move-column': null;
  'board/remove-column': null;
  'board/place-cards': null;
  'board/remove-cards': null;
  'board/assign-assets': BoardPlaced;
  /** The name of the file; null when the person thought better of it. */
  'board/save-brief': { readonly file_name: string | null };
}
