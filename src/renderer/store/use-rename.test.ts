import { expect, it } from 'vitest';
import { rename, renamed, useRename } from './use-rename';
import { useToasts } from './use-toasts';
import { setLibrary, useView } from './use-view';

it('[D185] what is renamed keeps its place and what it holds, and takes no name that another has', () => {
  const list = [{ name: 'one', filter: 1 }, { name: 'two', filter: 2 }];
  expect(renamed(list, 'one', 'three')).toEqual([{ name: 'three', filter: 1 }, { name: 'two', filter: 2 }]);
  expect(renamed(list, 'one', 'two')).toBeNull();
  expect(renamed(list, 'one', 'one')).toEqual(list);
});

it('[D185] a saved search is renamed with a way back, and a name that is taken is refused in a sentence', () => {
  const saved = [{ name: 'Harbors', filter: { words: 'harbor' } }, { name: 'Nights', filter: {} }];
  setLibrary({ saved });
  useRename.setState({ what: { kind: 'search', name: 'Harbors' } });
  rename({ kind: 'search', name: 'Harbors' }, 'Nights');
  expect(useView.getState().library.saved).toEqual(saved);
  expect(useRename.getState().what).toBeNull();
  rename({ kind: 'search', name: 'Harbors' }, 'Ports');
  expect(useView.getState().library.saved.map(({ name }) => name)).toEqual(['Ports', 'Nights']);
  const { toasts } = useToasts.getState();
  expect(toasts.map(({ text }) => text)).toEqual(['“Nights” is there already. Nothing was renamed; choose another name.', '“Harbors” is called “Ports” now']);
  toasts.at(-1)?.action?.run();
  expect(useView.getState().library.saved).toEqual(saved);
});
