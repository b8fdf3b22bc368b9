import { t } from '../language/language';
import type { Commands } from './command';

const section = 'board';

/** What is done on a board, and the forms about it. */
export const boardCommands = {
  'board.new-card': { title: t('New card'), section, keys: ['n'], words: t('add menu') },
  'board.to-cards': { title: t('Go to the cards'), section, keys: ['b'], words: t('board focus') },
  'board.to-time': { title: t('Go to the bar of time'), section, keys: ['t'], words: t('past moment travel history') },
  'board.open-card': { title: t('Open the card'), section, keys: ['Enter'], words: t('details history'), onList: true },
  'board.pick-up': { title: t('Pick the card up, or put it down'), section, keys: ['Space'], words: t('move carry column'), onList: true },
  'board.history': { title: t('History of the card'), section, keys: ['h'], words: t('changes versions past') },
  'board.create-project': { title: t('Create a project…'), section, keys: [], words: t('new board start') },
  'board.add-pictures': { title: t('Put pictures on the board…'), section, keys: [], words: t('add assets cards') },
  'board.choose-style': { title: t('Choose a style…'), section, keys: [], words: t('new alternatives reason decision') },
  'board.define-character': { title: t('Define a character…'), section, keys: [], words: t('new reference pictures person') },
  'board.propose-concept': { title: t('Propose a concept…'), section, keys: [], words: t('new idea') },
  'board.approve-concept': { title: t('Approve the open concept…'), section, keys: [], words: t('agree accept decision') },
  'board.update-context': { title: t('Update the context…'), section, keys: [], words: t('fact knowledge key value') },
  'board.write-note': { title: t('Write a note…'), section, keys: [], words: t('new text') },
  'board.add-column': { title: t('Add a column at the end…'), section, keys: [], words: t('new lane') },
  'board.change-project': { title: t('Name and description of the project…'), section, keys: [], words: t('rename change') },
  'board.save-brief-page': { title: t('Export the brief as a web page…'), section, keys: [], words: t('save html share print') },
  'board.save-brief-text': { title: t('Export the brief as Markdown…'), section, keys: [], words: t('save text share') },
  'board.archive-project': { title: t('Archive or reopen the project…'), section, keys: [], words: t('close finish end') },
} as const satisfies Commands;
