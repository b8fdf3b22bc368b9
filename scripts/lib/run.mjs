import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs a command to its end. Resolves with its exit code and, when `capture` is set, with what it printed;
 * a command that cannot be started resolves with code 127. Without `capture` its output goes to stderr.
 */
export const run = (command, args, { capture = false, cwd, env, shell = false, onChild } = {}) =>
  new Promise((resolve) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
    const child = spawn(command, args, { cwd, env: env ?? process.env, shell, stdio, windowsHide: true });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? 128, signal, stdout, stderr }));
    onChild?.(child);
  });

/** The npm that runs us, else the one on the PATH, with whatever registry and settings the person configured. */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (cli?.endsWith('npm-cli.js') && existsSync(cli) && existsSync(node)) return run(node, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
};

export const lastLine = (text) => text.trim().split('\n').at(-1)?.trim() ?? '';
