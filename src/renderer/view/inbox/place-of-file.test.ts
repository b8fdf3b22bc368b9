import { expect, it } from 'vitest';
import { placeOfFile } from './place-of-file';

it('[D120] a file in a list says which watched folder it lies in', () => {
  const watched = [{ name: 'inbox', path: '/home/ada/in' }, { name: 'ComfyUI output', path: '/home/ada/in 2' }];
  const places = ['/home/ada/in/night/a.png', '/home/ada/in/a.png', '/home/ada/in 2/x/y/a.png', '/elsewhere/deep/a.png'].map((path) => placeOfFile(path, watched));
  expect(places).toEqual(['inbox/night', 'inbox', 'ComfyUI output/x/y', '/elsewhere/deep']);
});
