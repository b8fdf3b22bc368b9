import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { forkNodeMediaProcess } from '../adapters/media/fork-node';
import type { MediaProcess } from '../adapters/media/protocol';

function fromSetup(name: 'ALICE_TEST_BUNDLE' | 'ALICE_TEST_MODEL'): string {
  const value = process.env[name];
  const problem = process.env['ALICE_TEST_BUNDLE_PROBLEM'] ?? "vitest's globalSetup, bundle-once.ts, did not run.";
  if (value === undefined) throw new Error(`There is no ${name}: ${problem}`);
  return value;
}

/** Files that the command line needs, as bundled for this run of the tests. */
export const cliFiles = () => ({ workerFile: join(fromSetup('ALICE_TEST_BUNDLE'), 'media-worker.js'), modelFile: fromSetup('ALICE_TEST_MODEL') });

/** A real media process. */
export function realMediaProcess(): MediaProcess {
  const { workerFile, modelFile } = cliFiles();
  return forkNodeMediaProcess(workerFile, modelFile);
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command that runs Alice's command line; a test may put another program in front of it. */
export function aliceCommand(args: readonly string[]): [string, ...string[]] {
  return [process.execPath, join(fromSetup('ALICE_TEST_BUNDLE'), 'cli.js'), ...args];
}

/** Starts a process and hands it back with the promise of its end. */
export function start(command: readonly [string, ...string[]]): { child: ChildProcess; ended: Promise<Ended> } {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => { resolve({ code, signal, stdout, stderr }); });
  });
  return { child, ended };
}

/** Runs Alice's command line in a process of its own, to its end. */
export function alice(...args: readonly string[]): Promise<Ended> {
  return start(aliceCommand(args)).ended;
}
