import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronEnvironment, electronExecutable, electronLaunchArgs } from './electron-runtime.mjs';
import { onParentGone } from './parent-gone.mjs';
import { root } from './paths.mjs';
import { withoutNoise } from './quiet-stderr.mjs';
import { say } from './say.mjs';

const patience = 10_000;
const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

const killGroup = (child, signal) => {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

const sandboxHint = (line) => {
  if (!/SUID sandbox helper|No usable sandbox/.test(line)) return;
  say(
    'Chromium cannot use its sandbox here: this system gives an ordinary user no namespaces. Allow them ' +
      '(on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0), then start again.',
  );
};

/**
 * Opens the app and stays until it has closed. A signal to us asks it once, politely, to close; one that comes
 * much later, or ten seconds without an answer, ends it. Resolves with the exit code.
 */
export const openApp = async (args, env = {}) => {
  // A group of its own, so that Ctrl+C in the terminal reaches only us and the app is asked to close exactly once.
  const child = spawn(electronExecutable(), [...electronLaunchArgs(), root, ...args], {
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: process.platform !== 'win32',
    env: electronEnvironment(env),
    windowsHide: false,
  });
  child.stderr.setEncoding('utf8').pipe(withoutNoise(sandboxHint)).pipe(process.stderr, { end: false });

  let askedAt;
  let deadline;
  const close = () => {
    if (askedAt !== undefined) {
      // npm and the terminal both pass one Ctrl+C on; only a later one means impatience.
      if (Date.now() - askedAt > 2000) killGroup(child, 'SIGKILL');
      return;
    }
    askedAt = Date.now();
    child.kill('SIGTERM');
    deadline = setTimeout(() => {
      say(`Alice did not close within ${patience / 1000} seconds, so it was ended.`);
      killGroup(child, 'SIGKILL');
    }, patience);
  };
  const endAtExit = () => killGroup(child, 'SIGKILL');
  for (const signal of signals) process.on(signal, close);
  const stopWatching = onParentGone(close);
  process.once('exit', endAtExit);

  const [code, signal] = await once(child, 'exit').catch((error) => {
    say(`Alice could not be started: ${error.message}.`);
    return [1];
  });
  clearTimeout(deadline);
  stopWatching();
  process.removeListener('exit', endAtExit);
  for (const name of signals) process.removeListener(name, close);
  if (child.pid !== undefined && process.platform !== 'win32') killGroup(child, 'SIGKILL');
  if (askedAt !== undefined) return 0;
  if (signal) say(`Alice ended unexpectedly (${signal}).`);
  return code ?? 1;
};
