import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mediaInThisProcess } from '../testing/media-double';
import { type Place, place } from '../testing/test-hub';
import { a1111Png, brokenJpeg, drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { hashOf, snapshotOf } from '../testing/trees';
import { addPreviewed, type DryRun, type DryRunWish, rehearse } from './dry-run';
import type { DryRunTree } from './dry-run-tree';

const samples = join(import.meta.dirname, '../../../resources/sample-inbox');

function rehearseIn(here: Place, paths: readonly string[] | null, more: Partial<DryRunWish> = {}): Promise<DryRun> {
  const { inbox, organized, data: dataFolder, bugs } = here;
  return rehearse(
    {
      inbox, organized, dataFolder, operation: () => 'copy', startMedia: mediaInThisProcess, version: '0.0.0',
      reportBug: (bug) => bugs.push(bug), settleTimes: { completeMs: 0, incompleteMs: 20 },
    },
    { paths, signal: new AbortController().signal, onProgress: () => undefined, ...more },
  );
}

/**
 * Of all bytes that are filed, the folder; then all new names; then how many came to which end. Which of two files with the same bytes
 * is the first, and which number a file gets in its folder, follows the order in which they arrive.
 */
function said({ files, paths, outline }: DryRunTree) {
  const folderOf = (id: number) => outline.folders.findLast(({ first, end }) => first <= id && id < end)?.path.join('/') ?? '';
  const filed = files.filter(({ new_name }) => new_name !== null);
  return {
    folders: Object.fromEntries(filed.map(({ id }) => [bytesOf(paths[id]), folderOf(id)])),
    names: filed.map(({ id, new_name }) => sortable(`${folderOf(id)}/${new_name}`)).sort(),
    duplicates: outline.counts.duplicate,
    asides: files.flatMap(({ outcome, id }) => (outcome === 'set_aside' ? [paths[id]] : [])).sort(),
  };
}

const bytesOf = (path: string | null | undefined) => hashOf(readFileSync(path ?? ''));
/** A sidecar has its picture's number, whichever that is. */
const sortable = (path: string) => path.replace(/-\d+\.txt$/, '-N.txt');

async function happens(here: Place) {
  const events = await here.run();
  const filed = events.flatMap((event) =>
    event.event_type === 'asset.organized' || event.event_type === 'asset.sidecar_filed' ? [[event.data.source_path, event.data.destination_path] as const] : []);
  const below = (path: string) => path.slice(here.organized.length + 1);
  return {
    folders: Object.fromEntries(filed.map(([from, to]) => [bytesOf(from), below(dirname(to))])),
    names: filed.map(([, to]) => sortable(below(to))).sort(),
    duplicates: events.filter(({ event_type }) => event_type === 'asset.duplicated').length,
    asides: events.flatMap((event) => (event.event_type === 'asset.set_aside' ? [event.data.file_path] : [])).sort(),
  };
}

function oddFiles(folder: string): void {
  drop(join(folder, 'harbor/a.png'), ratedPng(1));
  drop(join(folder, 'harbor/b.png'), a1111Png('a boat'));
  drop(join(folder, 'harbor/twin.png'), a1111Png('a boat'));
  drop(join(folder, 'harbor/beside.png'), tinyPng('beside'));
  drop(join(folder, 'harbor/beside.txt'), 'a boat\nNegative prompt: fog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 4, Size: 64x64');
  drop(join(folder, 'lonely.txt'), 'words');
  drop(join(folder, 'CON .png'), tinyPng('reserved'));
  drop(join(folder, '日本 🎨/ünï.png'), tinyPng('signs'));
  drop(join(folder, 'deep/er/still/x.png'), tinyPng('deep'));
  drop(join(folder, 'text.png'), 'no picture');
  drop(join(folder, 'empty.png'), '');
  drop(join(folder, 'broken.jpg'), brokenJpeg());
  drop(join(folder, '.hidden.png'), tinyPng('hidden'));
  symlinkSync(join(folder, 'text.png'), join(folder, 'link.png'));
}

describe('[D127] a preview of given files', () => {
  it('[D127] says for the samples and odd files what then happens, whatever lay in the inbox before', async () => {
    const here = place();
    drop(join(here.inbox, 'text.png'), tinyPng('same name'));
    drop(join(here.inbox, 'harbor/first.png'), ratedPng(2));
    await here.run();
    const given = join(here.home, 'given');
    cpSync(samples, given, { recursive: true, preserveTimestamps: true });
    oddFiles(given);
    const all = readdirSync(given).map((name) => join(given, name));
    const before = snapshotOf(here.home);
    const dryRun = await rehearseIn(here, [...all, join(here.inbox, 'text.png')]);
    expect(snapshotOf(here.home)).toEqual(before);
    expect(dryRun.tree.files.filter(({ outcome }) => outcome === 'not_added').map(({ name }) => name).sort()).toEqual(['.hidden.png', 'link.png', 'text.png']);
    expect((await addPreviewed(dryRun, new Set())).problems).toEqual([]);
    expect(said(dryRun.tree)).toEqual(await happens(here));
    expect(said(dryRun.tree).names.length).toBeGreaterThan(15);
    expect(here.bugs).toEqual([]);
  });

  it('[D127] reads one picture without what lies beside it, when that is not given', async () => {
    const here = place();
    oddFiles(join(here.home, 'given'));
    const dryRun = await rehearseIn(here, [join(here.home, 'given/harbor/beside.png')]);
    await addPreviewed(dryRun, new Set());
    expect(said(dryRun.tree)).toEqual(await happens(here));
  });

  it('[D127] adds none that was unticked, and each other one to where it was seen', async () => {
    const here = place();
    oddFiles(join(here.home, 'given'));
    const dryRun = await rehearseIn(here, [join(here.home, 'given/harbor'), join(here.home, 'given/text.png')]);
    const left = new Set(dryRun.tree.files.flatMap(({ id, name }) => (name === 'a.png' || name === 'text.png' ? [id] : [])));
    expect(left.size).toBe(2);
    await addPreviewed(dryRun, left);
    expect(readdirSync(here.inbox)).toEqual(['harbor']);
    expect(readdirSync(join(here.inbox, 'harbor')).sort()).toEqual(['b.png', 'beside.png', 'beside.txt', 'twin.png']);
  });

  it('[D127] tells which folder could not be filled, and fills the others', async () => {
    const here = place();
    oddFiles(join(here.home, 'given'));
    const dryRun = await rehearseIn(here, [join(here.home, 'given/harbor'), join(here.home, 'given/text.png')]);
    drop(join(here.inbox, 'harbor'), 'a file in the way');
    const { added, problems } = await addPreviewed(dryRun, new Set());
    expect([added, readdirSync(here.inbox).sort()]).toEqual([1, ['harbor', 'text.png']]);
    expect(problems).toEqual([expect.stringMatching(/^Not everything could be put into .+harbor\. .+ What is missing lies where it was\.$/)]);
    expect(readdirSync(join(here.home, 'given/harbor'))).toContain('a.png');
  });

  it('[D160] shows what was dropped on a project in its folder, where accepting it then puts it; a name that is no folder is refused', async () => {
    const here = place();
    oddFiles(join(here.home, 'given'));
    const given = [join(here.home, 'given/text.png'), join(here.home, 'given/harbor')];
    await expect(rehearseIn(here, given, { project: 'a/b' })).rejects.toThrow('“a/b” cannot be a folder of the inbox');
    const dryRun = await rehearseIn(here, given, { project: 'canal' });
    expect(readdirSync(here.inbox)).toEqual([]);
    await addPreviewed(dryRun, new Set());
    expect(readdirSync(here.inbox)).toEqual(['canal']);
    expect(new Set(Object.values(said(dryRun.tree).folders).map((folder) => folder.split('/')[1]))).toEqual(new Set(['canal']));
    expect(said(dryRun.tree)).toEqual(await happens(here));
  });

  it('[D127] says of a file that may not be read that it cannot be added', async () => {
    const here = place();
    const secret = drop(join(here.home, 'secret.png'), tinyPng('secret'));
    chmodSync(secret, 0);
    const { tree } = await rehearseIn(here, [secret, join(here.home, 'never there.png')]);
    chmodSync(secret, 0o600);
    const outcomes = tree.files.map(({ name, outcome }) => [name, outcome]);
    // Who may read everything reads this, too.
    if (process.getuid?.() !== 0) expect(outcomes).toEqual([['never there.png', 'not_added'], ['secret.png', 'not_added']]);
    else expect(outcomes).toEqual([['secret.png', 'filed'], ['never there.png', 'not_added']]);
  });
});

it('[D128] a preview of what waits says what resuming then does', async () => {
  const here = place();
  drop(join(here.inbox, 'before.png'), tinyPng('before'));
  await here.run();
  cpSync(samples, here.inbox, { recursive: true, preserveTimestamps: true });
  oddFiles(here.inbox);
  const before = snapshotOf(here.home);
  const { tree, staged } = await rehearseIn(here, null);
  expect(snapshotOf(here.home)).toEqual(before);
  expect(staged).toBeNull();
  expect(said(tree)).toEqual(await happens(here));
  expect(here.bugs).toEqual([]);
});

it('[D129] a preview that is stopped ends at once, and leaves nothing', async () => {
  const here = place();
  oddFiles(join(here.home, 'given'));
  const before = snapshotOf(here.home);
  const stop = new AbortController();
  let told = 0;
  const run = rehearseIn(here, [join(here.home, 'given')], { signal: stop.signal, onProgress: () => { if ((told += 1) === 3) stop.abort(); } });
  await expect(run).rejects.toThrow(/abort/i);
  expect(snapshotOf(here.home)).toEqual(before);
  expect(here.bugs).toEqual([]);
});

it('[D129] more files than a preview looks through are refused in a sentence', async () => {
  const here = place();
  const many = join(here.home, 'many');
  mkdirSync(many);
  for (let i = 0; i < 6; i += 1) drop(join(many, `${i}.png`), tinyPng(`${i}`));
  await expect(rehearseIn(here, [many], { most: 5 })).rejects.toThrow('There are more than 5 files');
  cpSync(many, here.inbox, { recursive: true });
  await expect(rehearseIn(here, null, { most: 5 })).rejects.toThrow('There are more than 5 files');
  expect((await rehearseIn(here, [many], { most: 6 })).tree.files).toHaveLength(6);
});
