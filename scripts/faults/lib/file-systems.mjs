import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../lib/say.mjs';

const run = (program, ...args) => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return error ? error.message : status === 0 ? null : stderr.trim();
};

const loopDevice = '/dev/loop7';

/** How each file system is made and mounted at a folder. The first failure says what this machine lacks. */
const makers = {
  tmpfs: (_, at) => run('mount', '-t', 'tmpfs', '-o', 'size=256m', 'alice-faults', at),
  // No hard links, no case, whole seconds: what a camera's card is.
  exfat: (image, at) =>
    run('truncate', '-s', '64M', image) ?? run('mkfs.exfat', image) ?? run('losetup', loopDevice, image) ?? run('mount.exfat-fuse', loopDevice, at),
};
const enders = { exfat: () => run('losetup', '-d', loopDevice) };

/** Has `visit` work with organized files on each kind of file system: `same` is that of the inbox. */
export const withFileSystems = async (kinds, visit) => {
  for (const kind of kinds) {
    if (kind === 'same') {
      await visit(kind, undefined);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), 'alice-mount-'));
    const at = mkdtempSync(join(folder, 'at-'));
    const problem = makers[kind](join(folder, 'image'), at);
    try {
      if (problem === null) await visit(kind, at);
      else say(`Skipped, organized files on ${kind}: ${problem.split('\n').at(-1)}`);
    } finally {
      if (problem === null) run('umount', at);
      enders[kind]?.();
      rmSync(folder, { recursive: true, force: true });
    }
  }
};
