import { spawnSync } from 'node:child_process';
import { say } from '../../lib/say.mjs';

const mark = 'ALICE_OWN_MOUNTS';

/**
 * Runs the script anew where its mounts are seen by nobody else: another program that looked at the mounts meanwhile would
 * keep a file system alive that has been cut off. Says what is skipped where that is not allowed.
 */
export const withOwnMounts = (what) => {
  if (process.env[mark]) return;
  if (process.platform !== 'linux' || spawnSync('unshare', ['-m', 'true']).status !== 0) {
    say(`Skipped, ${what}: no right to mount file systems here.`);
    process.exit(0);
  }
  const { status } = spawnSync('unshare', ['-m', '--propagation', 'private', process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1' },
  });
  process.exit(status ?? 1);
};
