import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { electronForTests } from '../scripts/lib/electron-for-tests.mjs';
import { ensureFusedRuntime, fuses, fusesOf } from '../scripts/lib/fused-runtime.mjs';
import { filesBelow } from '../src/main/testing/trees';
import { homeOf, named } from './support/alice';
import { type Folders, put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test as base } from './support/test';

interface Started {
  readonly child: ChildProcess;
  /** The types of the events that were printed so far. */
  readonly types: () => readonly string[];
  /** Everything that it printed, for whoever has to find out why a story failed. */
  readonly said: () => string;
}

interface Attempt {
  readonly executable: string;
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Stories in which the fuses of the runtime are set. No test tool can attach to it: that is what they are for. */
const test = base.extend<{ fused: string; original: string; start: (attempt: Attempt) => Started }>({
  fused: async ({ playwright: _ }, use, info) => {
    const runtime = await ensureFusedRuntime();
    if (runtime.kind === 'ready') await use(runtime.executable);
    else info.skip(true, runtime.reason);
  },

  original: async ({ playwright: _ }, use) => {
    await use(electronForTests().executablePath);
  },

  start: async ({ folders }, use, info) => {
    const all: Started[] = [];
    await use((attempt) => {
      const started = startAlice(folders, attempt);
      all.push(started);
      return started;
    });
    for (const { child } of all) await end(child, 'SIGKILL');
    if (info.status === info.expectedStatus) return;
    for (const { child, said } of all) {
      await info.attach(`${child.spawnfile} ended with ${child.exitCode ?? child.signalCode}`, { body: said(), contentType: 'text/plain' });
    }
  },
});

function startAlice(folders: Folders, { executable, switches = [], env = {} }: Attempt): Started {
  const launch = electronForTests();
  // Node refuses Chromium's switches before the name of a script, and passes them on after it.
  const appFolder = launch.args.slice(-1);
  const args = [...switches, ...appFolder, ...launch.args.slice(0, -1), '--data', folders.data, ...named(folders), '--print-events'];
  const child = spawn(executable, args, { env: { ...launch.env, ...homeOf(folders), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (words += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const types = () => words.split('\n').slice(0, -1).map((line) => /^\d{2}:\d{2}:\d{2}\.\d{3} +\d+ +(\S+)/.exec(line)?.[1] ?? line);
  return { child, types, said: () => words + complaints };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  const exited = once(child, 'exit');
  child.kill(signal);
  return exited;
}

const patience = { timeout: 30_000 };
const startedUp = (alice: Started) => expect.poll(alice.types, patience).toContain('hub.started');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => { resolve(false); });
  });

test('[A72] the fuses that were set are those of the golden list, and the original keeps its own', async ({ fused, original }) => {
  const there = await fusesOf(fused);
  const golden = fuses.filter(({ name, newer, needsArchive }) => needsArchive !== true && (newer !== true || name in there));
  const waiting = { EnableEmbeddedAsarIntegrityValidation: false, OnlyLoadAppFromAsar: false };
  expect(there).toEqual({ ...Object.fromEntries(golden.map(({ name, on }) => [name, on])), ...waiting });
  const untouched = { RunAsNode: true, EnableNodeOptionsEnvironmentVariable: true, EnableNodeCliInspectArguments: true };
  expect(await fusesOf(original)).toMatchObject(untouched);
});

test('[A72] with its fuses set, Alice files what is dropped and prints its events', async ({ fused, folders, start }) => {
  const alice = start({ executable: fused });
  await startedUp(alice);
  const bytes = await picture(72);
  put(join(folders.inbox, 'harbor', 'one.png'), bytes);
  await expect.poll(alice.types, patience).toContain('asset.organized');
  expect(await end(alice.child, 'SIGTERM')).toEqual([0, null]);

  expect(alice.types()).toEqual([
    'hub.started', 'asset.detected', 'asset.discovered', 'asset.processed', expect.stringMatching(/^quality\./), 'asset.organized', 'hub.stopped',
  ]);
  const filed = filesBelow(folders.organized).filter((path) => path.endsWith('.png'));
  expect(filed.map((path) => readFileSync(join(folders.organized, path)).equals(bytes))).toEqual([true]);
});

test('[A72] ELECTRON_RUN_AS_NODE makes no Node of it', async ({ fused, original, folders, start }) => {
  const marker = join(folders.desk, 'ran-as-node');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`;
  const attempt = { switches: [`--eval=${code}`], env: { ELECTRON_RUN_AS_NODE: '1' } };
  const alice = start({ executable: fused, ...attempt });
  await startedUp(alice);
  expect(existsSync(marker)).toBe(false);
  await end(alice.child, 'SIGTERM');

  start({ executable: original, ...attempt });
  await expect.poll(() => existsSync(marker), patience).toBe(true);
});

test('[A72] NODE_OPTIONS slips no code in', async ({ fused, original, folders, start }) => {
  const marker = join(folders.desk, 'was-required');
  const hook = put(join(folders.desk, 'hook.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
  const attempt = { env: { NODE_OPTIONS: `--require=${hook}` } };
  const alice = start({ executable: fused, ...attempt });
  await startedUp(alice);
  expect(existsSync(marker)).toBe(false);
  await end(alice.child, 'SIGTERM');

  start({ executable: original, ...attempt });
  await expect.poll(() => existsSync(marker), patience).toBe(true);
});

test('[A72] --inspect opens no port', async ({ fused, original, start }) => {
  const attempt = (port: number) => ({ switches: [`--inspect=127.0.0.1:${port}`] });
  const port = await freePort();
  const alice = start({ executable: fused, ...attempt(port) });
  await startedUp(alice);
  expect(await answers(port)).toBe(false);
  await end(alice.child, 'SIGTERM');

  // Another port: on a busy machine the first one may belong to somebody else by now.
  const second = await freePort();
  start({ executable: original, ...attempt(second) });
  await expect.poll(() => answers(second), patience).toBe(true);
});
