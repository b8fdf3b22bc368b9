import { behindName } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { BoardColumn, CardKind, Project } from '@shared/library/board';
import { columnsOf } from '@shared/library/board-standing';
import type { BoardReader, BoardReaders } from '../projections/board-reader';

/** Something that cannot be done on a board; the message is a sentence for the person. Nothing was said then. */
export class BoardError extends Error {
  override readonly name = 'BoardError';
}

const longestName = 200;
const longestText = 20_000;
/** Of free-form fields, as JSON: an event is at most a megabyte. */
const largestFields = 200_000;

/** A name without spaces around it. @throws BoardError */
export function nameOf(text: string, what: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '') throw new BoardError(t('{what} needs a name.', { what }));
  if (name.length > longestName) {
    const size = { length: name.length, most: longestName };
    throw new BoardError(t('The name of {what} is {length, number} characters long; {most, number} is the most.', { what: behindName(what), ...size }));
  }
  return name;
}

/** A text, or null for none. @throws BoardError */
export function textOf(text: string | null, what: string): string | null {
  const words = text?.trim() ?? '';
  if (words.length > longestText) {
    throw new BoardError(t('{what} is {length, number} characters long; {most, number} is the most.', { what, length: words.length, most: longestText }));
  }
  return words === '' ? null : words;
}

/** The same for a text that has to be there. @throws BoardError */
export function neededText(text: string, what: string): string {
  const words = textOf(text, what);
  if (words === null) throw new BoardError(t('{what} is empty.', { what }));
  return words;
}

/** Free-form fields that an event can carry. @throws BoardError */
export function fieldsOf<Value>(value: Value, what: string): Value {
  let size: number;
  try {
    size = JSON.stringify(value).length;
  } catch {
    throw new BoardError(t('{what} cannot be written down: it holds something that is no text, number or list.', { what }));
  }
  if (size > largestFields) {
    throw new BoardError(t('{what} is too large: it takes {size, number} characters, and {most, number} is the most.', { what, size, most: largestFields }));
  }
  return value;
}

/** @throws BoardError */
export function boardOf(readers: BoardReaders, projectId: string): BoardReader {
  const board = readers.now(projectId);
  if (board === null) throw new BoardError(t('This project is not there. Was it made in another library?'));
  return board;
}

/** A column that is there. @throws BoardError */
export function columnIn(project: Project, id: string): BoardColumn {
  const column = columnsOf(project).find((each) => each.id === id);
  if (column === undefined) throw new BoardError(t('There is no such column on the board of {project} any more.', { project: project.name }));
  return column;
}

/** That a card is not what it was taken for, any more. */
export function goneFrom(project: string, kind: CardKind): string {
  switch (kind) {
    case 'asset':
      return t('One of these cards is no picture of {project} any more.', { project });
    case 'style':
      return t('One of these cards is no style of {project} any more.', { project });
    case 'character':
      return t('One of these cards is no character of {project} any more.', { project });
    case 'concept':
      return t('One of these cards is no concept of {project} any more.', { project });
    case 'note':
      return t('One of these cards is no note of {project} any more.', { project });
  }
}
