import type { Commands } from './command';

const section = 'board';

/** What is done on a board, and the forms about it. */
export const boardCommands = {
  'board.new-card': { title: 'New card', section, keys: ['n'], words: 'add menu' },
  'board.to-cards': { title: 'Go to the cards', section, keys: ['b'], words: 'board focus' },
  'board.to-time': { title: 'Go to the bar of time', section, keys: ['t'], words: 'past moment travel history' },
  'board.create-project': { title: 'Create a project…', section, keys: [], words: 'new board start' },
  'board.add-pictures': { title: 'Put pictures on the board…', section, keys: [], words: 'add assets cards' },
  'board.choose-style': { title: 'Choose a style…', section, keys: [], words: 'new alternatives reason decision' },
  'board.define-character': { title: 'Define a character…', section, keys: [], words: 'new reference pictures person' },
  'board.propose-concept': { title: 'Propose a concept…', section, keys: [], words: 'new idea' },
  'board.approve-concept': { title: 'Approve the open concept…', section, keys: [], words: 'agree accept decision' },
  'board.update-context': { title: 'Update the context…', section, keys: [], words: 'fact knowledge key value' },
  'board.write-note': { title: 'Write a note…', section, keys: [], words: 'new text' },
  'board.add-column': { title: 'Add a column at the end…', section, keys: [], words: 'new lane' },
  'board.change-project': { title: 'Name and description of the project…', section, keys: [], words: 'rename change' },
  'board.archive-project': { title: 'Archive or reopen the project…', section, keys: [], words: 'close finish end' },
} as const satisfies Commands;
