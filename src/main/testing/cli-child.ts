import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../cli/run-command-line';

// The command line as a process of its own: tests spawn it, and some kill it. Bundled by `bundle-once.ts`.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  workerFile: join(dirname(fileURLToPath(import.meta.url)), 'media-worker.js'),
  modelFile: process.env['ALICE_TEST_MODEL'] ?? '',
  version: '0.0.0',
});
