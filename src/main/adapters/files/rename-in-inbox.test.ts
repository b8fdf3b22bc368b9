import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { filesBelow } from '../../testing/trees';
import { renameInInbox } from './rename-in-inbox';

const named = (folder: string, name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

it('[I23] gives a file a name that is text, and never one that is taken', async () => {
  const folder = tempFolder();
  writeFileSync(named(folder, 'caf\xe9.png'), 'mine');
  writeFileSync(join(folder, 'café.png'), 'theirs');
  writeFileSync(join(folder, 'café (2).png'), 'theirs, too');
  expect(await renameInInbox(`${folder}//caf%E9.png`)).toBe(join(folder, 'café (3).png'));
  expect(filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([
    ['café (2).png', 'theirs, too'], ['café (3).png', 'mine'], ['café.png', 'theirs'],
  ]);
});

it('[I23] gives a folder one, with everything in it, also beside a folder of that name', async () => {
  const folder = tempFolder();
  mkdirSync(named(folder, 'd\xe9j\xe0'));
  writeFileSync(named(folder, 'd\xe9j\xe0/a.png'), 'inside');
  mkdirSync(join(folder, 'déjà'));
  expect(await renameInInbox(`${folder}//d%E9j%E0`)).toBe(join(folder, 'déjà (2)'));
  expect([readdirSync(folder).sort(), filesBelow(folder)]).toEqual([['déjà', 'déjà (2)'], ['déjà (2)/a.png']]);
});

it('[I23] refuses what is text already, and says so of what has gone', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'a.png'), 'x');
  await expect(renameInInbox(join(folder, 'a.png'))).rejects.toThrow('This name is text already');
  await expect(renameInInbox(`${folder}//gone%E9`)).rejects.toThrow(/ENOENT/);
  expect(filesBelow(folder)).toEqual(['a.png']);
});
