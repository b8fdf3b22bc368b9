/**
 * Inbox → organized with everything on (hash, metadata, decode, score, thumbnail, verified durable copy, six durable events
 * a file), against a limit that is measured in the same run: decoding the same pictures and nothing else, on all cores.
 *
 *   node bench/pipeline.mjs [--files 100] [--rounds 5]
 *
 * Prints both rates and their ratio, as median and range over the rounds. Needs a build (`npm run build`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeCorpus } from './lib/corpus.mjs';
import { median } from './lib/figures.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { files: { type: 'string', default: '100' }, rounds: { type: 'string', default: '5' } } });
const corpus = join(tmpdir(), `alice-bench-corpus-${values.files}`);
const files = await makeCorpus(corpus, Number(values.files));

const run = (script, ...args) => execFileSync(process.execPath, [join(here, script), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function decodeOnly() {
  return Number(run('lib/decode-only.mjs', corpus));
}

function organize() {
  const scratch = mkdtempSync(join(tmpdir(), 'alice-bench-'));
  try {
    const events = run('../out/main/cli.js', 'organize', corpus, '--to', join(scratch, 'organized'), '--data', join(scratch, 'data'), '--json')
      .trim().split('\n').map((line) => JSON.parse(line));
    const organized = events.filter(({ event_type }) => event_type === 'asset.organized');
    if (organized.length !== files.length) throw new Error(`${organized.length} of ${files.length} files were organized.`);
    // From the first event of the run to the last file: starting the process is not part of the work.
    return Date.parse(organized.at(-1).timestamp) - Date.parse(events[0].timestamp);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

decodeOnly();
const rounds = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  const limit = decodeOnly();
  const alice = organize();
  rounds.push({ limit, alice, ratio: limit / alice });
}
const sorted = (pick) => rounds.map(pick).sort((a, b) => a - b);
const rate = (ms) => (files.length / (ms / 1000)).toFixed(1);
const ratios = sorted(({ ratio }) => ratio);
console.log(`${files.length} pictures, ${availableParallelism()} cores, ${rounds.length} rounds`);
console.log(`decode only (limit)  ${rate(median(sorted(({ limit }) => limit)))} pictures/s`);
console.log(`inbox → organized    ${rate(median(sorted(({ alice }) => alice)))} pictures/s`);
console.log(`ratio                ${median(ratios).toFixed(2)}  (${ratios[0].toFixed(2)}–${ratios.at(-1).toFixed(2)}; floor 0.40, goal 0.60)`);
process.exitCode = ratios[0] >= 0.4 ? 0 : 1;
