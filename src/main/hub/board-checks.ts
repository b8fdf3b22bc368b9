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
  if (name === '') throw new BoardError(`${what} needs a name.`);
  if (name.length > longestName) throw new BoardError(`The name of ${lower(what)} is ${name.length} characters long; ${longestName} is the most.`);
  return name;
}

/** A text, or null for none. @throws BoardError */
export function textOf(text: string | null, what: string): string | null {
  const words = text?.trim() ?? '';
  if (words.length > longestText) throw new BoardError(`${what} is ${words.length} characters long; ${longestText} is the most.`);
  return words === '' ? null : words;
}

/** The same for a text that has to be there. @throws BoardError */
export function neededText(text: string, what: string): string {
  const words = textOf(text, what);
  if (words === null) throw new BoardError(`${what} is empty.`);
  return words;
}

/** Free-form fields that an event can carry. @throws BoardError */
export function fieldsOf<Value>(value: Value, what: string): Value {
  let size: number;
  try {
    size = JSON.stringify(value).length;
  } catch {
    throw new BoardError(`${what} cannot be written down: it holds something that is no text, number or list.`);
  }
  if (size > largestFields) throw new BoardError(`${what} is too large: it takes ${size} characters, and ${largestFields} is the most.`);
  return value;
}

/** @throws BoardError */
export function boardOf(readers: BoardReaders, projectId: string): BoardReader {
  const board = readers.now(projectId);
  if (board === null) throw new BoardError('This project is not there. Was it made in another library?');
  return board;
}

/** A column that is there. @throws BoardError */
export function columnIn(project: Project, id: string): BoardColumn {
  const column = columnsOf(project).find((each) => each.id === id);
  if (column === undefined) throw new BoardError(`There is no such column on the board of ${project.name} any more.`);
  return column;
}

/** What a card is called in a sentence. */
export const kindInWords: Readonly<Record<CardKind, string>> = {
  asset: 'picture', style: 'style', character: 'character', concept: 'concept', note: 'note',
};

function lower(what: string): string {
  return what.charAt(0).toLowerCase() + what.slice(1);
}
