import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { drop } from '../../testing/tiny-pictures';
import { inboxFilesOf, leftAloneBelow } from './inbox-files';
import { isFolderLeftAlone, isLeftAlone } from './left-alone';

/** Counts and names what a scan comes upon, holding nothing. */
async function count(folder: string): Promise<{ files: number; troubles: string[] }> {
  let files = 0;
  const troubles: string[] = [];
  for await (const sighting of inboxFilesOf(folder).scan(folder)) {
    if (sighting.kind === 'path') files += 1;
    else troubles.push(`${sighting.trouble.reason} ${sighting.path.slice(folder.length + 1)}`);
  }
  return { files, troubles };
}

const canMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

it('[I28] goes a thousand folders deep', async () => {
  const root = tempFolder();
  let deepest = root;
  for (let depth = 0; depth < 1_000; depth += 1) deepest = join(deepest, 'd');
  mkdirSync(deepest, { recursive: true });
  writeFileSync(join(deepest, 'a.png'), 'x');
  expect(await count(root)).toEqual({ files: 1, troubles: [] });
}, 20_000);

it('[I28] a path beyond what the system opens is reported where it becomes too long, and the rest is found', async () => {
  const root = tempFolder();
  const name = 'd'.repeat(250);
  const deep = (levels: number) => Array.from({ length: levels }, () => name).join('/');
  // In two halves, as the whole path is too long for one call.
  const other = tempFolder();
  drop(join(other, deep(10), 'a.png'));
  mkdirSync(join(root, deep(10)), { recursive: true });
  renameSync(join(other, name), join(root, deep(10), name));
  onTestFinished(() => void execFileSync('rm', ['-rf', join(root, name)]));
  drop(join(root, 'b.png'));
  const { files, troubles } = await count(root);
  expect(files).toBe(1);
  expect(troubles).toEqual([`name_too_long ${deep(Math.floor((4_095 - root.length) / 251) + 1)}`]);
});

it('[I28] memory does not grow with the number of files', async () => {
  const root = tempFolder();
  for (let i = 0; i < 30_000; i += 1) writeFileSync(join(root, `a rather long name of a picture, number ${i}.png`), '');
  let [files, most] = [0, 0];
  const before = process.memoryUsage().heapUsed;
  for await (const sighting of inboxFilesOf(root).scan(root)) {
    expect(sighting.kind).toBe('path');
    files += 1;
    if (files % 1_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(files).toBe(30_000);
  expect(most).toBeLessThan(150e6);
}, 60_000);

it.skipIf(!canMount)('[I28] does not walk in a ring of mounts (needs the right to mount)', async () => {
  const root = tempFolder();
  drop(join(root, 'p', 'a.png'));
  mkdirSync(join(root, 'p', 'ring'));
  execFileSync('mount', ['--bind', root, join(root, 'p', 'ring')]);
  onTestFinished(() => void execFileSync('umount', [join(root, 'p', 'ring')]));
  expect(await count(root)).toEqual({ files: 1, troubles: ['not_a_regular_file p/ring'] });
});

it.skipIf(process.getuid?.() === 0 && !canMount)('[I28] a folder that may not be read is reported, and the others are read', async () => {
  const root = tempFolder();
  drop(join(root, 'open', 'a.png'));
  drop(join(root, 'shut', 'b.png'));
  chmodSync(join(root, 'shut'), 0o000);
  onTestFinished(() => { chmodSync(join(root, 'shut'), 0o755); });
  if (process.getuid?.() !== 0) {
    expect(await count(root)).toEqual({ files: 1, troubles: ['no_permission shut'] });
    return;
  }
  // The system lets root in everywhere: someone else looks.
  chmodSync(root, 0o755);
  process.seteuid!(65_534);
  try {
    expect(await count(root)).toEqual({ files: 1, troubles: ['no_permission shut'] });
  } finally {
    process.seteuid!(0);
  }
});

it.each([
  '.syncthing.a.png.tmp', '~syncthing~a.png.tmp', '.a.png.icloud', '.~a.png', '.sync_1.db', 'a.png.crdownload', 'a.opdownload', 'Unconfirmed 1.crdownload', '.a.png.Xy12Zq',
  'a.mp4.part', 'a.mp4.part-Frag3', 'a.ytdl', 'a.!qB', 'a.!ut', 'a.bc!', '~$a.docx', '.~lock.a.odt#', 'a.owncloudsync', '.fuse_hidden0001', '.nfs0001', '._a.png', 'Thumbs.db',
])('[I13] %s is left alone, and can be seen by who asks', async (name) => {
  const root = tempFolder();
  drop(join(root, name));
  drop(join(root, 'a.sync-conflict-20240101-120000-ABCDEFG.png'));
  expect(isLeftAlone(name)).toBe(true);
  expect(await count(root)).toEqual({ files: 1, troubles: [] });
  expect(await leftAloneBelow(root)).toEqual([join(root, name)]);
});

it('[I13] folders are left alone by fewer names', () => {
  expect(['.git', '.stversions', '@eaDir', '#recycle', 'a.download', 'lost+found'].map(isFolderLeftAlone)).toEqual(Array.from({ length: 6 }, () => true));
  expect(['night.temp', 'part', 'a.part', 'desktop.ini'].map(isFolderLeftAlone)).toEqual([false, false, false, false]);
});

it('[I25] says of each folder whether anyone tells of its changes, asked once for each device', async () => {
  const root = tempFolder();
  drop(join(root, 'p', 'a.png'));
  const asked: string[] = [];
  const isNetworkFolder = async (folder: string) => { asked.push(folder); return true; };
  const files = inboxFilesOf(root, { organized: null, largestFile: 1e9, isNetworkFolder });
  const entered: [string, boolean][] = [];
  for await (const { path } of files.scan(root, (folder, polled) => entered.push([folder, polled]))) expect(path).toBe(join(root, 'p', 'a.png'));
  expect([entered, asked]).toEqual([[[root, true], [join(root, 'p'), true]], [root]]);
  // Its times come from another clock: how long it has lain unchanged is not known.
  expect(await files.look(join(root, 'p', 'a.png'))).toMatchObject({ kind: 'file', unchangedMs: null });
  expect(statSync(root).isDirectory() && (await files.rootLook())).toMatchObject({ kind: 'folder', polled: true });
});
