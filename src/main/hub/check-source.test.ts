import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { choiceProblem, freeSourceName, storedSources, usualChoice } from '@shared/library/source';
import { expect, it } from 'vitest';
import { createProjections } from '../projections/open-projections';
import { IdentityCache } from '../projections/identity-cache';
import { sourceIn } from '../testing/a-source';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { drop } from '../testing/tiny-pictures';
import { newSourceProblem } from './check-source';

it('[I42] a source may not lie in, contain or be a folder that Alice uses, nor overlap another source: each is a sentence', async () => {
  const here = place();
  for (const folder of [here.organized, here.data]) mkdirSync(folder);
  const other = sourceIn(here, 'other');
  const deep = (...parts: string[]) => {
    const path = join(...parts);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const alias = join(here.home, 'alias');
  symlinkSync(other.path, alias);
  const folders = { inbox: here.inbox, organized: here.organized, data: here.data, others: [other] };
  const ask = (path: string, operation: 'copy' | 'move' = 'copy') => newSourceProblem({ path, operation }, folders);
  const free = deep(here.home, 'free');
  const file = drop(join(here.home, 'file.png'));
  expect(await ask(free)).toBeNull();
  expect(await ask(deep(here.home, 'inbox 2'))).toBeNull();
  expect([
    await ask(here.inbox), await ask(deep(here.inbox, 'p')), await ask(here.home), await ask(deep(here.organized, 'day')),
    await ask(here.data), await ask(deep(other.path, 'deep')), await ask(alias), await ask(join(here.home, 'gone')), await ask(file),
  ]).toEqual([
    `${here.inbox} is the inbox already. Choose another folder.`,
    expect.stringMatching(/p lies inside the inbox \(.*inbox\)\. Choose a folder outside of it\.$/),
    expect.stringMatching(/ contains the organized folder \(.*\), whose files are not to be taken in again\. Choose a folder without it\.$/),
    expect.stringMatching(/day lies inside the organized folder/),
    `${here.data} is the data folder already. Choose another folder.`,
    expect.stringMatching(/deep lies inside the source “other”/),
    `${alias} is the source “other” already. Choose another folder.`,
    expect.stringMatching(/^The folder .*gone is not there\. Create it, plug its drive in, or choose another one\.$/),
    `${file} is a file. Choose the folder that it lies in.`,
  ]);
});

it('[I42] one that came to lie where none may lie is not watched, and says why', async () => {
  const here = place();
  const [one, two] = [sourceIn(here, 'one'), sourceIn(here, 'one/two')];
  drop(join(two.path, 'a.png'));
  const hub = here.open({ sources: [{ ...one, path: here.organized }, two] });
  mkdirSync(here.organized);
  await hub.start({ watch: true });
  await expect.poll(() => hub.sources.list()[0]).toMatchObject({ state: 'refused', sentence: `${here.organized} is the organized folder already. Choose another folder.` });
  await expect.poll(() => hub.library.inboxEntry(join(two.path, 'a.png'))?.state, { timeout: 10_000 }).toBe('filed');
  expect(hub.sources.list()[1]?.state).toBe('watching');
});

it('[I49] sources that were kept are read one by one: what is none costs the others nothing', () => {
  const good = { ...usualChoice, id: crypto.randomUUID(), name: 'ComfyUI', path: '/comfy' };
  expect(storedSources.parse([good, { ...good, operation: 'delete' }, 'nonsense', null])).toEqual([good]);
  expect(storedSources.parse('nonsense')).toEqual([]);
});

it('[I49] a source has a name that no other has, and is offered one that says whose it is', () => {
  const others = [{ name: 'ComfyUI output' }];
  expect(choiceProblem({ name: ' ', project: null }, others)).toMatch(/^The source has no name\./);
  expect(choiceProblem({ name: 'comfyui OUTPUT', project: null }, others)).toMatch(/^There is a source “comfyui OUTPUT” already\./);
  expect(choiceProblem({ name: 'x', project: '  ' }, others)).toMatch(/^The project has no name\./);
  expect(choiceProblem({ name: 'x'.repeat(61), project: null }, others)).toMatch(/61 letters; 60 are the most/);
  expect(choiceProblem({ name: 'Downloads', project: 'harbor' }, others)).toBeNull();
  expect([freeSourceName('/home/ada/ComfyUI/output', []), freeSourceName('/home/ada/ComfyUI/output', others), freeSourceName('C:\\Users\\Ada\\Downloads', [])])
    .toEqual(['ComfyUI output', 'ComfyUI output 2', 'Downloads']);
});

it('[I41] a file is known on whatever device its drive is mounted, and another in its place is not', () => {
  const identities = new IdentityCache(createProjections(join(tempFolder(), 'library.sqlite')));
  identities.remember('/usb/a.png', '41:7:100:1000:2000', 'hash');
  const known = ['41:7:100:1000:2000', '52:9:100:1000:2000', '41:7:101:1000:2000', '41:7:100:1001:2000', '41:7:100:1000:2001'];
  expect(known.map((identity) => identities.hasOnAnyDrive('/usb/a.png', identity))).toEqual([true, true, false, false, false]);
  expect(identities.hasOnAnyDrive('/usb/b.png', '41:7:100:1000:2000')).toBe(false);
});
