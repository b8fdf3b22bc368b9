import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptFolder, move, seen } from '../../testing/kept-folder';
import { inFolder } from '../../testing/temp-folder';
import { snapshotOf } from '../../testing/trees';

const day = '2026-01-02';

it('[K7] an organized folder that is not there makes nothing missing', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await seen(folder);
  renameSync(folder.organized, `${folder.organized}-unplugged`);
  const keeper = folder.keeper();
  await keeper.scan();
  expect((await keeper.survey()).root).toBe('gone');
  expect([folder.said, folder.asset(boat)?.missing]).toEqual([[], null]);
});

it('[K7] nor does another folder in its place in which nothing of the library lies, with or without a memory', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await seen(folder);
  renameSync(folder.organized, `${folder.organized}-unplugged`);
  mkdirSync(folder.organized);
  writeFileSync(folder.at('something.txt'), 'of the mount point');
  const keeper = folder.keeper();
  await keeper.scan();
  // A hint speaks of one path; whether the folder is the right one is asked all the same.
  await keeper.scan([folder.at(`${day}/p/x/p-001.png`)]);
  expect((await keeper.survey()).root).toBe('away');
  folder.loseCache();
  await keeper.scan();
  expect([folder.said, folder.asset(boat)?.missing]).toEqual([[], null]);
  rmSync(folder.organized, { recursive: true });
  renameSync(`${folder.organized}-unplugged`, folder.organized);
  unlinkSync(folder.at(`${day}/p/x/p-001.png`));
  writeFileSync(folder.at('boat.png'), 'boat');
  await keeper.scan();
  expect(folder.asset(boat)?.path).toBe(folder.at('boat.png'));
});

it('[K7] an emptied folder that is the same one is believed: its files are missing', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await seen(folder);
  rmSync(folder.at(day), { recursive: true });
  await folder.keeper().scan();
  expect(folder.asset(boat)?.missing).toBe('gone');
});

it('[K7] a folder that is unplugged in the middle of a scan makes nothing missing', async () => {
  const folder = keptFolder();
  for (let i = 0; i < 5; i += 1) await folder.file(`${day}/p/x/p-${i}.png`, `picture ${i}`);
  await seen(folder);
  unlinkSync(folder.at(`${day}/p/x/p-0.png`));
  const keeper = folder.keeper({
    driveIsAway: async () => {
      renameSync(folder.organized, `${folder.organized}-unplugged`);
      return false;
    },
  });
  await keeper.scan();
  expect(folder.said).toEqual([]);
});

it('[K8] what has not changed is not read: not at the next scan, not when all that was remembered is lost', async () => {
  const folder = keptFolder();
  for (let i = 0; i < 5; i += 1) await folder.file(`${day}/p/x/p-${i}.png`, `picture ${i}`);
  await seen(folder);
  await folder.keeper().scan();
  expect(folder.read).toEqual([]);
  folder.loseCache();
  await folder.keeper().scan();
  expect(folder.read).toEqual([]);
  utimesSync(folder.at(`${day}/p/x/p-3.png`), new Date(), new Date());
  await folder.keeper().scan();
  expect(folder.read).toEqual([folder.at(`${day}/p/x/p-3.png`)]);
  expect(folder.said).toEqual([]);
});

it('[K8] a change that leaves size and time as they were is seen', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  const path = folder.at(`${day}/p/x/p-001.png`);
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'tree');
  utimesSync(path, atime, mtime);
  await folder.keeper().scan();
  expect(folder.asset(boat)?.missing).toBe('replaced');
});

it('[K9] what could not be looked at is not said to be missing', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await seen(folder);
  const keeper = folder.keeper({ look: async () => ({ kind: 'unknown', message: 'The file system could not read this (EIO).' }) });
  await keeper.scan();
  expect((await keeper.survey()).unknown).toEqual([
    { path: folder.at(`${day}/p/x/p-001.png`), content_hash: boat, message: 'The file system could not read this (EIO).' },
  ]);
  expect(folder.said).toEqual([]);
});

it('[K9] nor is a file whose own drive below the organized folder is not plugged in', async () => {
  const folder = keptFolder();
  await folder.file(`${day}/p/x/p-001.png`, 'boat');
  const disk = await folder.file('disk/p/x/p-001.png', 'on a disk of its own');
  await seen(folder);
  folder.memory.remember(folder.at('disk/p/x/p-001.png'), { identity: '77:1:1:1:1', node: '77:1', content_hash: disk });
  unlinkSync(folder.at('disk/p/x/p-001.png'));
  await folder.keeper().scan();
  expect([folder.said, folder.asset(disk)?.missing]).toEqual([[], null]);
});

it("[K10] Alice's own operations, copies in progress and trash are nobody's move", async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  folder.underway.hashes.add(boat);
  folder.underway.paths.add(folder.at('new/p-001.png'));
  move(folder, `${day}/p/x/p-001.png`, 'new/p-001.png');
  writeFileSync(inFolder(folder.at('.alice-trash/1/p-009.png')), 'boat');
  writeFileSync(folder.at(`${day}/p/x/.alice-1.part`), 'boat');
  const keeper = folder.keeper();
  await keeper.scan();
  const survey = await keeper.survey({ foreign: true });
  expect([folder.said, survey.loose]).toEqual([[], []]);
  folder.underway.hashes.clear();
  folder.underway.paths.clear();
  expect(await keeper.survey({ foreign: true })).toMatchObject({
    moved: [{ to: { path: folder.at('new/p-001.png') } }], loose: [], leftovers: [folder.at(`${day}/p/x/.alice-1.part`)],
  });
});

it('[K10] nothing is said of an asset for which an operation began while it was looked at', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  unlinkSync(folder.at(`${day}/p/x/p-001.png`));
  const keeper = folder.keeper({
    driveIsAway: async () => {
      folder.underway.hashes.add(boat);
      return false;
    },
  });
  await keeper.scan();
  expect(folder.said).toEqual([]);
});

it('[K13] a link in the place of a file is not followed: the file is gone, and nothing was touched', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  renameSync(folder.at(`${day}/p/x/p-001.png`), join(folder.organized, '..', 'kept elsewhere.png'));
  symlinkSync(join(folder.organized, '..', 'kept elsewhere.png'), folder.at(`${day}/p/x/p-001.png`));
  const before = snapshotOf(folder.organized);
  await folder.keeper().scan();
  expect(folder.asset(boat)?.missing).toBe('gone');
  expect(snapshotOf(folder.organized)).toEqual(before);
});

it('[K11] a file that is found through a linked folder as well is no second copy of itself', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file('2026-03-04/p/x/p-002.png', 'other');
  await seen(folder);
  move(folder, day, `archive/${day}`);
  symlinkSync(folder.at(`archive/${day}`), folder.at(day));
  const keeper = folder.keeper();
  await keeper.scan();
  expect(folder.said).toEqual([]);
  const { moved, loose } = await keeper.survey({ foreign: true });
  expect([moved.map(({ asset, to }) => [asset.content_hash, to.path]), loose]).toEqual([[[boat, folder.at(`archive/${day}/p/x/p-001.png`)]], []]);
});
