#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { nodeForScripts } from '../scripts/lib/node-for-scripts.mjs';
import { onParentGone } from '../scripts/lib/parent-gone.mjs';
import { callersFolder, inRoot } from '../scripts/lib/paths.mjs';
import { sayTrouble } from '../scripts/lib/say.mjs';
import { setUp } from '../scripts/lib/set-up.mjs';

const runCommand = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(nodeForScripts(), [inRoot('out', 'main', 'cli.js'), ...args], { stdio: 'inherit', cwd: callersFolder() });
    // Ctrl+C in a terminal reaches the command by itself; passing it on would send it twice.
    process.on('SIGINT', () => void (process.stdin.isTTY || child.kill('SIGINT')));
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    onParentGone(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });

try {
  await setUp({ electron: false });
  const { code, signal } = await runCommand(process.argv.slice(2));
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exitCode = code ?? 1;
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
