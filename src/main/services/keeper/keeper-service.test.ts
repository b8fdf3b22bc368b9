import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assetSidecarFiled } from '@shared/events/sidecar-events';
import { expect, it } from 'vitest';
import { keptFolder, move, seen } from '../../testing/kept-folder';
import { inFolder } from '../../testing/temp-folder';
import { typesOf } from '../../testing/test-hub';
import { hashOf } from '../../testing/trees';

const day = '2026-01-02';

it('[K1] a file that was renamed or moved outside Alice is said to have moved, once', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/harbor/comfyui/harbor-001.png`, 'boat');
  const house = await folder.file(`${day}/harbor/comfyui/harbor-002.png`, 'house');
  await seen(folder);
  move(folder, `${day}/harbor/comfyui/harbor-001.png`, `${day}/harbor/comfyui/my boat.png`);
  move(folder, `${day}/harbor/comfyui/harbor-002.png`, 'best of/house.png');
  const keeper = folder.keeper();
  await keeper.scan();
  await keeper.scan();
  expect(typesOf(folder.said)).toEqual(['asset.moved', 'asset.moved']);
  expect(folder.asset(boat)).toMatchObject({ path: folder.at(`${day}/harbor/comfyui/my boat.png`), file_name: 'my boat.png', missing: null });
  expect(folder.asset(house)).toMatchObject({ path: folder.at('best of/house.png'), missing: null });
});

it('[K1] of two equal copies the one with the same inode is the file, else the one of the same name', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await seen(folder);
  writeFileSync(inFolder(folder.at('a/copy.png')), 'boat');
  move(folder, `${day}/p/x/p-001.png`, 'z/renamed.png');
  await folder.keeper().scan();
  expect(folder.asset(boat)?.path).toBe(folder.at('z/renamed.png'));
  unlinkSync(folder.at('z/renamed.png'));
  writeFileSync(inFolder(folder.at('b/renamed.png')), 'boat');
  await folder.keeper().scan();
  expect(folder.asset(boat)?.path).toBe(folder.at('b/renamed.png'));
});

it('[K2] a folder that was renamed takes its files along, and none of them is read', async () => {
  const folder = keptFolder();
  const hashes: string[] = [];
  for (let i = 0; i < 60; i += 1) hashes.push(await folder.file(`${day}/p/x/p-${i}.png`, `picture ${i}`));
  await seen(folder);
  move(folder, day, 'holiday');
  await folder.keeper().scan();
  expect(folder.said).toHaveLength(60);
  expect(hashes.map((hash) => folder.asset(hash)?.path)).toEqual(hashes.map((_, i) => folder.at(`holiday/p/x/p-${i}.png`)));
  expect(folder.read).toEqual([]);
});

it('[K3] a file that is gone is missing, and all that was known of it is kept', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  const before = folder.asset(boat);
  unlinkSync(folder.at(`${day}/p/x/p-001.png`));
  const keeper = folder.keeper();
  await keeper.scan();
  await keeper.scan();
  expect(folder.said.map(({ data }) => data)).toEqual([{ content_hash: boat, file_path: before?.path, reason: 'gone' }]);
  expect(folder.asset(boat)).toEqual({ ...before, missing: 'gone', sequence: expect.any(Number) as number });
});

it('[K3] a file that is away for a moment only is not said to be missing', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  const path = folder.at(`${day}/p/x/p-001.png`);
  renameSync(path, join(folder.organized, '..', 'elsewhere'));
  let walks = 0;
  const keeper = folder.keeper({
    // It comes back after the first look at everything.
    driveIsAway: async () => {
      walks += 1;
      setImmediate(() => { if (walks === 1) renameSync(join(folder.organized, '..', 'elsewhere'), path); });
      return false;
    },
  });
  await keeper.scan();
  expect(folder.said).toEqual([]);
  expect(folder.asset(boat)?.missing).toBeNull();
});

it('[K4] other bytes in its place are no longer that file; its own bytes there again are', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  await seen(folder);
  const path = folder.at(`${day}/p/x/p-001.png`);
  writeFileSync(path, 'edit');
  await folder.keeper().scan();
  expect(folder.asset(boat)).toMatchObject({ path, missing: 'replaced' });
  unlinkSync(path);
  await folder.keeper().scan();
  expect(folder.asset(boat)).toMatchObject({ path, missing: 'gone' });
  writeFileSync(path, 'boat');
  await folder.keeper().scan();
  expect(folder.asset(boat)).toMatchObject({ path, missing: null });
  expect(typesOf(folder.said)).toEqual(['asset.missing', 'asset.missing', 'asset.returned']);
});

it('[K5] a missing file that is put back elsewhere is known again', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  await folder.file(`${day}/p/x/p-002.png`, 'other');
  unlinkSync(folder.at(`${day}/p/x/p-001.png`));
  await folder.keeper().scan();
  writeFileSync(inFolder(folder.at('restored/boat.png')), 'boat');
  await folder.keeper().scan();
  expect(typesOf(folder.said)).toEqual(['asset.missing', 'asset.moved']);
  expect(folder.asset(boat)).toMatchObject({ path: folder.at('restored/boat.png'), missing: null });
});

it('[K11] two files that changed names, and three in a ring, are where they are', async () => {
  const folder = keptFolder();
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${day}/p/x/${name}.png`);
  const hashes: string[] = [];
  for (const name of names) hashes.push(await folder.file(name, `content of ${name}`));
  await seen(folder);
  const ring = [1, 0, 3, 4, 2];
  names.forEach((name, i) => { renameSync(folder.at(name), folder.at(`temporary ${i}`)); });
  ring.forEach((to, i) => { renameSync(folder.at(`temporary ${i}`), folder.at(names[to] ?? '')); });
  await folder.keeper().scan();
  expect(typesOf(folder.said)).toEqual(Array<string>(5).fill('asset.moved'));
  expect(hashes.map((hash) => folder.asset(hash)?.path)).toEqual(ring.map((to) => folder.at(names[to] ?? '')));
});

it('[K11] a name of which only the case or the normal form of an accent changed is a new name', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/Boat.png`, 'boat');
  const cafe = await folder.file(`${day}/p/x/caf\u00e9.png`, 'café');
  await seen(folder);
  move(folder, `${day}/p/x/Boat.png`, `${day}/p/x/boat.png`);
  move(folder, `${day}/p/x/caf\u00e9.png`, `${day}/p/x/cafe\u0301.png`);
  await folder.keeper().scan();
  expect([folder.asset(boat)?.path, folder.asset(cafe)?.path]).toEqual([folder.at(`${day}/p/x/boat.png`), folder.at(`${day}/p/x/cafe\u0301.png`)]);
});

it('[K11] where the old spelling still finds the file, a walk notices the new one all the same', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/Boat.png`, 'boat');
  await seen(folder);
  move(folder, `${day}/p/x/Boat.png`, `${day}/p/x/boat.png`);
  const real = folder.keeper();
  const { to } = (await real.survey()).moved[0]!;
  // A file system that does not tell case apart answers to both names.
  const keeper = folder.keeper({ look: async (path) => (path.toLowerCase() === to.path.toLowerCase() ? to.sight : { kind: 'nothing' }) });
  const { moved, loose } = await keeper.survey({ foreign: true });
  expect([moved.map(({ asset, to: { path } }) => [asset.content_hash, path]), loose]).toEqual([[[boat, folder.at(`${day}/p/x/boat.png`)]], []]);
});

it('[K11] a picture that lies on another one by now is there, and the other is replaced', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/boat.png`, 'boat');
  const house = await folder.file(`${day}/p/x/house.png`, 'house');
  await seen(folder);
  move(folder, `${day}/p/x/boat.png`, `${day}/p/x/house.png`);
  await folder.keeper().scan();
  await folder.keeper().scan();
  expect(folder.asset(boat)).toMatchObject({ path: folder.at(`${day}/p/x/house.png`), missing: null });
  expect(folder.asset(house)).toMatchObject({ path: folder.at(`${day}/p/x/house.png`), missing: 'replaced' });
  expect(folder.said).toHaveLength(2);
});

it('[K12] sidecars that went along are said with the move, under the old name or the new', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  for (const name of ['p-001.txt', 'p-001.png.json', 'notes.md']) {
    writeFileSync(folder.at(`${day}/p/x/${name}`), name);
    const destination_path = folder.at(`${day}/p/x/${name}`);
    await folder.say(assetSidecarFiled({ content_hash: boat, sidecar_hash: hashOf(name), source_path: `/inbox/${name}`, destination_path }));
  }
  await seen(folder);
  move(folder, `${day}/p/x/p-001.png`, 'best/boat.png');
  move(folder, `${day}/p/x/p-001.txt`, 'best/boat.txt');
  move(folder, `${day}/p/x/p-001.png.json`, 'best/p-001.png.json');
  const keeper = folder.keeper();
  await keeper.scan();
  expect(folder.asset(boat)?.sidecars).toEqual([folder.at('best/boat.txt'), folder.at('best/p-001.png.json'), folder.at(`${day}/p/x/notes.md`)]);
  expect((await keeper.survey({ foreign: true })).loose).toEqual([]);
});

it('[K15] a hint leads to a look at what lies there, also below a folder, and at nothing else', async () => {
  const folder = keptFolder();
  const boat = await folder.file(`${day}/p/x/p-001.png`, 'boat');
  const tree = await folder.file('2026-03-04/p/x/p-001.png', 'tree');
  await seen(folder);
  unlinkSync(folder.at(`${day}/p/x/p-001.png`));
  unlinkSync(folder.at('2026-03-04/p/x/p-001.png'));
  const quiet = async () => {
    do await delay(5);
    while (!keeper.idle);
  };
  const hints: ((path: string) => void)[] = [];
  const keeper = folder.keeper();
  const stop = await keeper.watch(async (_, { changed }) => {
    hints.push(changed);
    return () => undefined;
  });
  hints[0]?.(folder.at(day));
  await quiet();
  expect([folder.asset(boat)?.missing, folder.asset(tree)?.missing]).toEqual(['gone', null]);
  writeFileSync(folder.at('again.png'), 'boat');
  hints[0]?.(folder.at('again.png'));
  await quiet();
  expect(folder.asset(boat)).toMatchObject({ path: folder.at('again.png'), missing: null });
  stop();
});
