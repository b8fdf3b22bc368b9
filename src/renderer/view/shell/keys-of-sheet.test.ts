import { commandIds, commandOf } from '@shared/commands/all-commands';
import { expect, it } from 'vitest';
import { keysOfSheet } from './keys-of-sheet';

it('[D78] the open place stands first, and every command that has a key stands on the sheet', () => {
  const sheet = keysOfSheet({}, 'linux', 'Care', '');
  expect(sheet.slice(0, 2).map(({ name }) => name)).toEqual(['Care', 'Everywhere']);
  const said = sheet.flatMap(({ lines }) => lines.map(({ what }) => what));
  expect(commandIds.filter((id) => commandOf(id).keys.length > 0 && !said.includes(commandOf(id).title))).toEqual([]);
});

it('[D78] keys of a person’s own stand there instead, and words narrow by what it does, key and place', () => {
  expect(keysOfSheet({ 'go.inbox': ['$mod+i'] }, 'linux', 'Inbox', 'go to inbox').flatMap(({ lines }) => lines)).toEqual([{ what: 'Go to inbox', caps: ['Ctrl', 'I'] }]);
  expect(keysOfSheet({ 'go.inbox': [] }, 'linux', 'Inbox', 'go to inbox')).toEqual([]);
  expect(keysOfSheet({}, 'linux', 'Inbox', 'ctrl k').flatMap(({ lines }) => lines.map(({ what }) => what))).toEqual(['Commands']);
});
