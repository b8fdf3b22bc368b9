import { expect, it } from 'vitest';
import { bindingOf, canGoOn, keysIn, usedBy, withBinding, withoutOwn } from './change-keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}, platform = 'linux') =>
  bindingOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, platform);

it('[D81] a key that is used in the same place or everywhere is known by whom, and taken from there', () => {
  expect(usedBy({}, 'care.check', '1')).toBe('care.health');
  expect(usedBy({}, 'care.check', 'v')).toBeNull();
  expect(usedBy({}, 'go.inbox', 'v')).toBe('library.turn-view');
  expect(usedBy({}, 'go.inbox', 'g')).toBe('go.timeline');
  // The layer for deciding has its keys to itself.
  expect([usedBy({}, 'app.filter', 'x y'), usedBy({}, 'deciding.film', 'f'), usedBy({}, 'deciding.film', 'g i')]).toEqual([null, 'deciding.undecided', null]);
  const taken = withBinding({}, 'edit.undo', '$mod+Shift+Z');
  expect([keysIn(taken, 'edit.undo'), keysIn(taken, 'edit.redo')]).toEqual([['$mod+Shift+Z'], ['$mod+y']]);
  expect(usedBy(taken, 'edit.undo', '$mod+Shift+z')).toBeNull();
  expect(keysIn(withoutOwn(taken, 'edit.undo'), 'edit.undo')).toEqual(['$mod+z']);
});

it('[D81] a press becomes a binding; what lists and fields need does not', () => {
  expect([press('k', { ctrlKey: true }), press('K', { ctrlKey: true, shiftKey: true }), press('j'), press('F5'), press('ArrowUp', { altKey: true })])
    .toEqual(['$mod+k', '$mod+Shift+k', 'j', 'F5', 'Alt+ArrowUp']);
  expect([press('k', { metaKey: true }, 'darwin'), press('k', { ctrlKey: true }, 'darwin')]).toEqual(['$mod+k', 'Control+k']);
  expect(['Shift', 'Enter', 'ArrowDown', ' ', '+', 'Tab'].map((key) => press(key))).toEqual([null, null, null, null, null, null]);
});

it('[D88] a second press may follow a plain key, and what two presses in a row would shadow is known', () => {
  expect(['g', 'Shift+g', '?', 'F6', '$mod+k', 'Alt+x'].map(canGoOn)).toEqual([true, true, true, false, false, false]);
  expect([usedBy({}, 'app.keys', 'g x'), usedBy({}, 'app.keys', 'g i'), usedBy({}, 'app.keys', 'c x')]).toEqual([null, 'go.inbox', 'care.check']);
});
