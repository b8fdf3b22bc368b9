import { expect, it } from 'vitest';
import { catalogs, commandIds, commandOf } from './all-commands';
import { commandsIn, menuLayout } from './menu-layout';
import { acceleratorOf, capsOf } from './key-words';
import { keyBinding } from './own-keys';

it('[D75] every command stands in one catalog, under a name of its own', () => {
  expect(catalogs.flatMap((catalog) => Object.keys(catalog)).toSorted()).toEqual([...commandIds].sort());
  expect(commandIds.filter((id) => !/^[a-z]+\.[a-z0-9-]+$/.test(id))).toEqual([]);
});

it('[D75] no key means two things in one place', () => {
  const taken = commandIds.flatMap((id) => commandOf(id).keys.map((keys) => `${commandOf(id).section} ${keys}`));
  expect(taken.filter((one, at) => taken.indexOf(one) !== at)).toEqual([]);
  expect(commandIds.flatMap((id) => [...commandOf(id).keys]).filter((keys) => !keyBinding.safeParse(keys).success)).toEqual([]);
});

it('[D180] every command but that of the menu itself has a place in the native menu, and only one', () => {
  const placed = menuLayout.flatMap(({ groups }) => commandsIn(groups));
  expect(placed.toSorted()).toEqual(commandIds.filter((id) => id !== 'app.menu').toSorted());
});

it('[D76] keys are said as they stand on the keyboard, and as a menu takes them', () => {
  expect(['$mod+Shift+z', 'g i', 'Shift+?', 'F6', '$mod+,'].map((keys) => capsOf(keys, 'linux').join(' '))).toEqual(['Ctrl Shift Z', 'G I', '?', 'F6', 'Ctrl ,']);
  expect(capsOf('$mod+Shift+z', 'darwin')).toEqual(['⌘', '⇧', 'Z']);
  expect(['$mod+Shift+z', '$mod+,', 'F6', 'g i', 'c', 'Shift+?'].map(acceleratorOf)).toEqual(['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+,', 'F6', null, null, null]);
});
