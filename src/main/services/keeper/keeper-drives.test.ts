import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type KeptFolder, keptFolder, move, seen } from '../../testing/kept-folder';
import { tempFolder } from '../../testing/temp-folder';

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

type Kind = 'ext4' | 'exfat';

/** A drive in a file, with a place where it can be plugged in. */
function driveIn(home: string, kind: Kind) {
  const [image, mountPoint] = [join(home, 'image'), join(home, 'drive')];
  mkdirSync(mountPoint);
  const byKernel = `mount -o loop '${image}' '${mountPoint}'`;
  // exFAT is the kernel's or comes by FUSE. The loop device goes by itself when it is no longer in use.
  const byFuse = `device=$(losetup -f --show '${image}') && { mount.exfat-fuse "$device" '${mountPoint}'; code=$?; losetup -d "$device"; exit $code; }`;
  const formatted = run('truncate', '-s', '40M', image) && run(`mkfs.${kind}`, ...(kind === 'ext4' ? ['-q', '-F'] : []), image);
  const plugIn = () => formatted && run('sh', '-c', kind === 'exfat' ? `${byKernel} || ${byFuse}` : byKernel);
  return { mountPoint, plugIn, pull: () => run('umount', mountPoint) };
}

function drive(kind: Kind) {
  const made = driveIn(tempFolder(), kind);
  onTestFinished(() => { made.pull(); });
  return made;
}

function mayPlugIn(kind: Kind): boolean {
  const home = mkdtempSync(join(tmpdir(), 'alice-test-'));
  const { plugIn, pull } = driveIn(home, kind);
  const may = plugIn() && pull();
  rmSync(home, { recursive: true });
  return may;
}

const day = '2026-01-02/p/x';

async function filed(folder: KeptFolder): Promise<string[]> {
  const hashes: string[] = [];
  for (const name of ['Boat', 'tree', 'gate']) hashes.push(await folder.file(`${day}/${name}.png`, `content of ${name}`));
  await seen(folder);
  return hashes;
}

describe.skipIf(!mayPlugIn('ext4'))('[K7] a drive that is pulled and plugged in again (needs root, mkfs.ext4 and loop devices)', () => {
  it.each(['', 'pictures'])('[K7] makes nothing missing while it is away, and nothing is read when it is back (organized folder: drive/%s)', async (below) => {
    const { mountPoint, plugIn, pull } = drive('ext4');
    expect(plugIn()).toBe(true);
    const folder = keptFolder(join(mountPoint, below));
    const hashes = await filed(folder);
    expect(pull()).toBe(true);
    const keeper = folder.keeper();
    await keeper.scan();
    expect((await keeper.survey()).root).toBe(below === '' ? 'away' : 'gone');
    // As a hub does that is started meanwhile.
    mkdirSync(join(mountPoint, below), { recursive: true });
    await folder.keeper().scan();
    expect([folder.said, hashes.map((hash) => folder.asset(hash)?.missing)]).toEqual([[], [null, null, null]]);
    expect(plugIn()).toBe(true);
    await folder.keeper().scan();
    expect([folder.said, folder.read]).toEqual([[], []]);
    unlinkSync(folder.at(`${day}/tree.png`));
    await folder.keeper().scan();
    expect(hashes.map((hash) => folder.asset(hash)?.missing)).toEqual([null, 'gone', null]);
  }, 30_000);
});

describe.skipIf(!mayPlugIn('exfat'))('[K11] a drive that does not tell case apart (needs root, mkfs.exfat and loop devices)', () => {
  it('[K11] a file of which only the case changed is not missing, nor a second copy of itself, and is known under its new name when all is looked at', async () => {
    const { mountPoint, plugIn, pull } = drive('exfat');
    expect(plugIn()).toBe(true);
    const folder = keptFolder(mountPoint);
    const hashes = await filed(folder);
    // Its clock ticks in two seconds.
    await delay(2_600);
    await seen(folder);
    renameSync(folder.at(`${day}/Boat.png`), folder.at(`${day}/boat.png`));
    await folder.keeper().scan();
    expect(folder.said).toEqual([]);
    const keeper = folder.keeper();
    const seenAll = await keeper.survey({ foreign: true });
    expect([seenAll.moved.length, seenAll.loose]).toEqual([1, []]);
    await keeper.record(seenAll);
    move(folder, `${day}/tree.png`, 'best/TREE.png');
    await keeper.scan();
    expect(hashes.map((hash) => folder.asset(hash)?.path)).toEqual([
      folder.at(`${day}/boat.png`), folder.at('best/TREE.png'), folder.at(`${day}/gate.png`),
    ]);
    // Its numbers of files are given anew each time it is plugged in.
    expect(pull() && plugIn()).toBe(true);
    writeFileSync(folder.at('other.txt'), 'other');
    const said = folder.said.length;
    await folder.keeper().scan();
    expect([folder.said.length, hashes.map((hash) => folder.asset(hash)?.missing)]).toEqual([said, [null, null, null]]);
  }, 30_000);
});
