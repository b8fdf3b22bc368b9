import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aliceCommand, start } from './testing/child-process';
import { tempFolder } from './testing/temp-folder';
import { place } from './testing/test-hub';
import { drop, ratedPng, tinyPng } from './testing/tiny-pictures';
import { contentsOf, hashOf, missingFrom, snapshotOf } from './testing/trees';

// Mounts live in a name space of their own and go with the process. Without root there is none.
const mayMount = spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0;

/** Runs Alice with something mounted on `organized`, then a look at what lies there, in one name space. */
function withMount(mount: string, organized: string, alice: readonly string[], between = ''): [string, ...string[]] {
  const quoted = alice.map((word) => `'${word}'`).join(' ');
  const script = `${mount} || exit 99; ${quoted}; code=$?; ${between} find '${organized}' -type f -printf 'left %P\\n'; exit $code`;
  return ['unshare', '-m', 'sh', '-c', script];
}

describe.skipIf(!mayMount)('[O7] disks that will not do (needs root, for mounting)', () => {
  it.each(['--json', '--move'])('[O7] a disk that fills up: what fits is filed, the rest waits and stays whole, and a sentence says what is missing (%s)', async (flag) => {
    const home = tempFolder();
    const [inbox, organized] = [join(home, 'inbox'), join(home, 'organized')];
    mkdirSync(organized);
    for (let i = 0; i < 12; i += 1) drop(join(inbox, `${i}.png`), Buffer.concat([tinyPng(String(i)), Buffer.alloc(200_000, i)]));
    const before = contentsOf(inbox);
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', join(home, 'data'), flag]);
    const keep = `mkdir '${home}/kept'; cp -r '${organized}/.' '${home}/kept';`;
    const { code, stdout, stderr } = await start(withMount(`mount -t tmpfs -o size=1m tmpfs '${organized}'`, organized, alice, keep)).ended;
    expect(stderr).toMatch(/^The disk of the organized folder .* is full: .* missing\. .*nothing is lost.*\.\n\d+ files found so far still wait.*\.\n$/);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/left .*\.part/);
    const kept = contentsOf(join(home, 'kept'));
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.length).toBeLessThan(12);
    expect(missingFrom(kept, before)).toEqual([]);
    if (flag === '--json') expect(contentsOf(inbox)).toEqual(before);
    else expect([...contentsOf(inbox), ...kept].sort()).toEqual(before);
  }, 30_000);

  it('[O7] a disk without room for another name', async () => {
    const home = tempFolder();
    const [inbox, organized] = [join(home, 'inbox'), join(home, 'organized')];
    mkdirSync(organized);
    for (let i = 0; i < 6; i += 1) drop(join(inbox, `project ${i}`, `${i}.png`), tinyPng(String(i)));
    const before = snapshotOf(inbox);
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', join(home, 'data')]);
    const { code, stdout, stderr } = await start(withMount(`mount -t tmpfs -o nr_inodes=12 tmpfs '${organized}'`, organized, alice)).ended;
    expect(stderr).toMatch(/^The disk of the organized folder .* is full: it takes no further files\..*\.\n\d files? found so far still wait.*\.\n$/);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/left .*\.part/);
    expect(snapshotOf(inbox)).toEqual(before);
  }, 30_000);

  it('[A7] a read-only disk is refused in a sentence, and nothing is touched', async () => {
    const home = tempFolder();
    const [inbox, organized] = [join(home, 'inbox'), join(home, 'organized')];
    mkdirSync(organized);
    drop(join(inbox, 'a.png'));
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', join(home, 'data')]);
    const readOnly = `mount --bind '${organized}' '${organized}' && mount -o remount,bind,ro '${organized}'`;
    const { code, stderr } = await start(withMount(readOnly, organized, alice)).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Alice may not write to the organized folder .*\.\n$/);
    expect(contentsOf(home)).toEqual([hashOf(tinyPng(join(inbox, 'a.png')))]);
  }, 30_000);

  it('[A85] a data folder on a read-only disk is refused in a sentence, and nothing is touched', async () => {
    const home = tempFolder();
    const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
    for (const folder of [organized, data]) mkdirSync(folder);
    drop(join(inbox, 'a.png'));
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', data]);
    const readOnly = `mount --bind '${data}' '${data}' && mount -o remount,bind,ro '${data}'`;
    const { code, stderr } = await start(withMount(readOnly, organized, alice)).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The data folder .* cannot be used: .*Nothing was touched\. Make it writable, or choose another folder.*\n$/);
    expect(contentsOf(home)).toEqual([hashOf(tinyPng(join(inbox, 'a.png')))]);
  }, 30_000);

  it('[O6] an inbox on a read-only disk is filed by copying', async () => {
    const home = tempFolder();
    const [inbox, organized] = [join(home, 'inbox'), join(home, 'organized')];
    drop(join(inbox, 'a.png'));
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', join(home, 'data')]);
    const readOnly = `mount --bind '${inbox}' '${inbox}' && mount -o remount,bind,ro '${inbox}'`;
    const { code, stderr } = await start(withMount(readOnly, organized, alice)).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(contentsOf(inbox)).toEqual(contentsOf(organized));
  }, 30_000);
});

it.skipIf(!existsSync('/dev/shm'))('[O13] inbox and organized folder on two devices, moving (needs a second device)', async () => {
  const here = place();
  const organized = tempFolder('/dev/shm');
  for (let i = 0; i < 5; i += 1) drop(join(here.inbox, `${i}.png`), ratedPng(i, 64));
  const before = contentsOf(here.inbox);
  await here.run({ organized, operation: () => 'move' });
  expect([contentsOf(here.inbox), contentsOf(organized), here.bugs]).toEqual([[], before, []]);
});
