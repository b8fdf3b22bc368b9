#!/usr/bin/env node
/**
 * Reading metadata, beside exiftool on the same files.
 *
 *   node bench/provenance.mjs [--files 2000] [--rounds 5]
 *
 * Writes a mix of PNG, JPEG, WebP, AVIF, GIF, TIFF, MP4 and WebM as a dozen tools would, some 400 kB each. Each round starts one process
 * of Alice's reader, bundled as it is in the app, which reads every file's tool, prompt, seed and model one after another, and one
 * `exiftool -json -r` on the folder, in turn; both are timed from start to end. Printed are medians, the
 * ratio of every round, and Alice's memory on the way: it must not grow with the number of files. Without exiftool
 * (Debian: libimage-exiftool-perl) it says so and measures Alice alone.
 */
import { spawnSync } from 'node:child_process';
import console from 'node:console';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { median } from './lib/figures.mjs';
import { makeProvenanceCorpus } from './lib/provenance-corpus.mjs';

const reader = fileURLToPath(new URL('lib/read-provenance.mjs', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { files: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '5' } },
});

/** Below node_modules, where the bundle finds what it imports. */
async function bundleReader() {
  const cache = path.join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'alice-bench-provenance-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(root, 'src/shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: { input: { reader: path.join(root, 'src/main/adapters/media/inspect-file.ts') }, output: { entryFileNames: '[name].js' } },
    },
  });
  return folder;
}

function timed(command, args, input) {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, input });
  if (error !== undefined || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return { ms: performance.now() - began, stdout };
}

function readWithAlice(bundle, files) {
  const { ms, stdout } = timed(process.execPath, [reader, bundle], files.join('\n'));
  const result = JSON.parse(stdout);
  if (result.known !== files.length) throw new Error(`Alice recognised ${result.known} of ${files.length} files.`);
  return { ms, ...result };
}

function readWithExiftool(folder, count) {
  const { ms, stdout } = timed('exiftool', ['-json', '-r', '-q', folder]);
  const read = JSON.parse(stdout).length;
  if (read !== count) throw new Error(`exiftool read ${read} of ${count} files.`);
  return ms;
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

async function compare(count, rounds) {
  const version = spawnSync('exiftool', ['-ver'], { encoding: 'utf8' });
  const hasExiftool = version.status === 0;
  if (!hasExiftool) console.log('SKIPPED: exiftool is not here (apt-get install libimage-exiftool-perl); Alice is measured alone.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alice-bench-provenance-'));
  const bundleFolder = await bundleReader();
  try {
    const files = await makeProvenanceCorpus(folder, count);
    const pairs = [];
    // The first round warms the disk's cache for both and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const alice = readWithAlice(path.join(bundleFolder, 'reader.js'), files);
      const exiftool = hasExiftool ? readWithExiftool(folder, files.length) : undefined;
      if (round > 0) pairs.push({ alice, exiftool });
    }
    const whole = median(pairs.map(({ alice }) => alice.ms));
    const reading = median(pairs.map(({ alice }) => alice.readingMs));
    const each = (reading / files.length).toFixed(3);
    console.log(`${files.length} files, ${rounds} rounds. Alice ${seconds(whole)} from start to end, of which reading ${seconds(reading)} (${each} ms a file).`);
    console.log(`Memory after each quarter of the files: ${pairs.at(-1).alice.memory.join(', ')} MB.`);
    if (!hasExiftool) return;
    const ratios = pairs.map(({ alice, exiftool }) => exiftool / alice.ms);
    const exiftoolMs = median(pairs.map(({ exiftool }) => exiftool));
    const readingRatio = median(pairs.map(({ alice, exiftool }) => exiftool / alice.readingMs));
    console.log(
      `exiftool ${version.stdout.trim()}: ${seconds(exiftoolMs)}; exiftool / Alice ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}-${Math.max(...ratios).toFixed(1)}) ` +
        `from start to end, ${readingRatio.toFixed(1)} against the reading alone. Goal: 5.`,
    );
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(bundleFolder, { recursive: true });
  }
}

await compare(Number(values.files), Number(values.rounds));
