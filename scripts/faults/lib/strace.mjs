import { spawn, spawnSync } from 'node:child_process';

/** Calls after which the disk is as before. */
export const onlyReads = new Set([
  'close', 'read', 'pread64', 'stat', 'lstat', 'fstat', 'newfstatat', 'statx', 'statfs', 'readlink', 'access', 'faccessat', 'getdents64',
]);

/** Every call that is about files and folders. */
export const fileCalls = [
  'open', 'openat', 'creat', 'close', 'read', 'pread64', 'write', 'pwrite64', 'writev', 'pwritev', 'copy_file_range', 'sendfile', 'ioctl',
  'fsync', 'fdatasync', 'ftruncate', 'truncate', 'fallocate', 'link', 'linkat', 'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2',
  'mkdir', 'mkdirat', 'rmdir', 'symlink', 'chmod', 'fchmod', 'fchmodat', 'utimensat', 'futimesat', 'setxattr', 'fsetxattr',
  'stat', 'lstat', 'fstat', 'newfstatat', 'statx', 'statfs', 'readlink', 'access', 'faccessat', 'getdents64',
];

/** Whether this machine lets one process trace another. */
export const canTrace = () => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/**
 * Traces one thread of a running process, from the moment this resolves on. `lines` are what it did; `inject` is what
 * strace puts in a call's place: `fsync:error=EIO:when=2`, `link:signal=SIGKILL:when=1`.
 */
export const trace = async (tid, calls, inject) => {
  const args = ['-p', tid, '-e', `trace=${calls.join(',')}`, '-e', 'signal=none', ...(inject ? ['-e', `inject=${inject}`] : [])];
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = [];
  let rest = '';
  const ended = new Promise((resolve) => tracer.on('close', resolve));
  await new Promise((resolve, reject) => {
    tracer.on('error', reject);
    tracer.on('close', () => reject(new Error(`strace could not attach: ${lines.join(' ')}`)));
    tracer.stderr.setEncoding('utf8').on('data', (text) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop();
      for (const line of parts) {
        if (/attached/.test(line)) resolve();
        else lines.push(line);
      }
    });
  });
  return { lines, ended, stop: () => tracer.kill('SIGTERM') };
};
