import { expect, it } from 'vitest';
import { forgetSavedSearch, withAgain } from './forget-saved';
import { useLog } from './use-log';
import { rename } from './use-rename';
import { useToasts } from './use-toasts';
import { setLibrary, useView } from './use-view';
import { nextOwnAct } from './ways-back';

const names = () => useView.getState().library.saved.map(({ name }) => name);
const said = () => useToasts.getState().toasts.map(({ text }) => text);
const search = (name: string) => ({ name, filter: {} });

it('[D262] a search that was forgotten comes back where it was, by its message or by undo, and what was saved since stays', () => {
  setLibrary({ saved: [search('Harbors'), search('Nights')] });
  forgetSavedSearch('Harbors');
  expect([names(), said()]).toEqual([['Nights'], ['“Harbors” is forgotten']]);
  setLibrary({ saved: [...useView.getState().library.saved, search('Moths')] });
  nextOwnAct('undo', 0)?.();
  expect([names(), said()]).toEqual([['Harbors', 'Nights', 'Moths'], ['“Harbors” is back']]);
  expect(nextOwnAct('undo', 0)).toBeNull();
  nextOwnAct('redo', 0)?.();
  expect(names()).toEqual(['Nights', 'Moths']);
  nextOwnAct('undo', 0)?.();

  forgetSavedSearch('Nights');
  useToasts.getState().toasts.at(-1)?.action?.run();
  expect(names()).toEqual(['Harbors', 'Nights', 'Moths']);
  expect(nextOwnAct('undo', 0)).toBeNull();
});

it('[D262] undo takes them back in their turn: what was recorded later goes before them', () => {
  useLog.setState({ sequence: 40 });
  setLibrary({ saved: [search('Harbors')] });
  rename({ kind: 'search', name: 'Harbors' }, 'Ports');
  expect(nextOwnAct('undo', 41)).toBeNull();
  nextOwnAct('undo', 40)?.();
  expect(names()).toEqual(['Harbors']);
});

it('[D262] one whose name is taken by now, or for which there is no room, takes nobody’s place', () => {
  expect(withAgain([search('a'), search('b')], search('c'), 1, 3)?.map(({ name }) => name)).toEqual(['a', 'c', 'b']);
  expect(withAgain([search('a')], search('a'), 0, 3)).toBeNull();
  expect(withAgain([search('a')], search('b'), 0, 1)).toBeNull();
});
