import './kernel/enough-threads';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCommandLine } from './cli/run-command-line';

// Built to out/main/cli.js: the project's root is two folders up.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  workerFile: join(root, 'out', 'main', 'media-worker.js'),
  modelFile: join(root, 'resources', 'quality', 'brisque-live.bin'),
  version,
});
