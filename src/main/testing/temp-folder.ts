import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for the test that runs; it goes when the test ends. `below` chooses another device. */
export function tempFolder(below = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(below, 'alice-test-')));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 3 }); });
  return folder;
}

/** The folder of a file, made if need be; hands the path back. */
export function inFolder(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
