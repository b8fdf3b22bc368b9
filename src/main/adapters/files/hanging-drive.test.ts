import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { drop } from '../../testing/tiny-pictures';
import { inboxFilesOf } from './inbox-files';
import { isNetworkFolder } from './network-folder';

const python = '/usr/bin/python3';
const canHang = process.platform === 'linux' && spawnSync(python, ['-c', 'import fusepy; open("/dev/fuse", "rb")']).status === 0;

/** A drive whose root can be seen, and that answers nothing else. */
const program = `
import stat, sys, time
from fusepy import FUSE, Operations

class Hanging(Operations):
    def getattr(self, path, fh=None):
        if path == '/':
            return dict(st_mode=stat.S_IFDIR | 0o755, st_nlink=2)
        time.sleep(3600)

    def readdir(self, path, fh):
        time.sleep(3600)

FUSE(Hanging(), sys.argv[1], foreground=True)
`;

async function mountHangingDrive(at: string): Promise<void> {
  mkdirSync(at);
  const script = join(tempFolder(), 'hanging.py');
  writeFileSync(script, program);
  const drive = spawn(python, [script, at], { stdio: 'ignore' });
  onTestFinished(() => {
    drive.kill('SIGKILL');
    execFileSync('umount', ['-l', at], { stdio: 'ignore' });
  });
  await expect.poll(() => readFileSync('/proc/mounts', 'utf8').includes(` ${at} `), { timeout: 5_000 }).toBe(true);
}

it.skipIf(!canHang)('[I24] a drive in the inbox that never answers is reported, and holds up neither the scan nor anyone else (needs FUSE for Python)', async () => {
  const inbox = tempFolder();
  await mountHangingDrive(join(inbox, 'drive'));
  for (const name of ['a.png', 'p/b.png']) drop(join(inbox, name));
  const files = inboxFilesOf(inbox, { organized: null, largestFile: 1e9, patience: { limitMs: 300, width: 3 } });
  expect(await isNetworkFolder(join(inbox, 'drive'))).toBe(true);
  const began = performance.now();
  // Again and again, as a network drive is looked through: the one that hangs takes up one place, not one for each time.
  for (let time = 0; time < 6; time += 1) {
    const found: string[] = [];
    for await (const sighting of files.scan(inbox)) {
      found.push(`${sighting.path.slice(inbox.length + 1)} ${sighting.kind === 'trouble' ? sighting.trouble.reason : ''}`);
    }
    expect(found.sort()).toEqual(['a.png ', 'drive timed_out', 'p/b.png ']);
  }
  for (const name of ['c.png', 'c.png', 'd.png']) expect(await files.look(join(inbox, 'drive', name))).toMatchObject({ kind: 'trouble', reason: 'timed_out' });
  // All places are taken by now: the next is refused at once, and the other threads are free.
  expect(await files.identify(join(inbox, 'drive', 'e.png'))).toMatchObject({ kind: 'trouble', reason: 'timed_out' });
  expect(performance.now() - began).toBeLessThan(5_000);
  expect((await readFile(join(inbox, 'a.png'))).length).toBeGreaterThan(0);
}, 20_000);
