import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { nodeForScripts } from '../../lib/node-for-scripts.mjs';
import { inRoot } from '../../lib/paths.mjs';

// Below node_modules, where its imports are found; of its own, so that two scripts do not pull the rug from under each other.
const folder = inRoot('node_modules', '.cache', `alice-faults-${process.pid}`);
process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });

/** Bundles the process that is to come to harm, from what the sources say now. */
export const bundleChild = async () => {
  await build({
    configFile: false,
    root: inRoot(),
    logLevel: 'silent',
    resolve: { alias: { '@shared': inRoot('src', 'shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { child: inRoot('src', 'main', 'testing', 'fault-child.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
};

/** The thread that does a process's file work, beside its main thread. */
const workerOf = (pid) =>
  readdirSync(`/proc/${pid}/task`).find((tid) => readFileSync(`/proc/${pid}/task/${tid}/comm`, 'utf8').startsWith('libuv-worker'));

/**
 * Starts a process that waits for an order. `threads` are its two that make system calls for files: `main` writes the
 * log, `files` (libuv's only one) does everything with files. `order` sends it on its way; `told` are the ids of the events
 * that it has told, which it must never lose.
 */
export const startChild = async (cwd) => {
  const child = spawn(nodeForScripts(), [join(folder, 'child.js')], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' },
  });
  let stderr = '';
  let last = '';
  const told = [];
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stderr, told, outcome: code === 0 ? JSON.parse(last) : null }));
  });
  const lines = createInterface({ input: child.stdout });
  await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith('told ')) told.push(line.slice(5));
      else last = line;
      if (line === 'ready') resolve();
    });
    ended.then(({ stderr: why }) => reject(new Error(`The process did not start: ${why}`)), reject);
  });
  const threads = { main: String(child.pid), files: workerOf(child.pid) };
  return { child, ended, threads, order: (order) => child.stdin.write(`${JSON.stringify(order)}\n`) };
};
