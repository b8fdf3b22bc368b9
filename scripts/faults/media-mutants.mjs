#!/usr/bin/env node
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeForScripts } from '../lib/node-for-scripts.mjs';
import { inRoot } from '../lib/paths.mjs';
import { say, sayTrouble, Trouble } from '../lib/say.mjs';
import { setUp } from '../lib/set-up.mjs';
import { run } from '../lib/run.mjs';

const usage = `node scripts/faults/media-mutants.mjs [--mutants N] [--formats png,jpeg,…] [--seed N] [--processes N] [--keep DIR]

Sends N mutants of each format (100,000) through the product's media processes: read, and decoded whatever they say they
are. Counts what came out whole, what was refused in a sentence, processes that died or ran out of time, and how long the
main process did not answer. A mutant that kills a process stays in DIR. Ends with 1 when anything else came out.`;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '100000' },
    formats: { type: 'string' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    keep: { type: 'string' },
    inside: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Vite bundles the media process out of src/, so the run is of what the sources say now. */
const bundle = async (folder) => {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: inRoot(),
    logLevel: 'silent',
    resolve: { alias: { '@shared': inRoot('src', 'shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: { input: inRoot('src', 'main', 'adapters', 'media', 'media-worker.ts'), output: { entryFileNames: 'media-worker.js' } },
    },
  });
  return join(folder, 'media-worker.js');
};

const chosenFormats = (all) => {
  const chosen = values.formats?.split(',') ?? all;
  const unknown = chosen.find((format) => !all.includes(format));
  if (unknown !== undefined) throw new Trouble(`There are no mutants of "${unknown}". The formats are: ${all.join(', ')}.`);
  return chosen;
};

const number = (n) => n.toLocaleString('en');

const inside = async () => {
  const { appModules } = await import('../lib/app-modules.mjs');
  const { forkNodeMediaProcess } = await appModules.main('adapters/media/fork-node');
  const { mutatedFormats } = await appModules.main('testing/hostile/media-seeds');
  const { runMutants } = await appModules.main('testing/hostile/run-mutants');
  const formats = chosenFormats(mutatedFormats);
  const bundles = mkdtempSync(inRoot('node_modules', '.cache', 'alice-mutants-'));
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'alice-mutants-'));
  const sum = { mutants: 0, deaths: 0, timeOuts: 0, bugs: 0 };
  try {
    const workerFile = await bundle(bundles);
    const start = () => forkNodeMediaProcess(workerFile, inRoot('resources', 'quality', 'brisque-live.bin'));
    for (const format of formats) {
      const [mutants, seed, processes] = [values.mutants, values.seed, values.processes].map(Number);
      const result = await runMutants({ format, mutants, seed, processes, start, folder });
      const { whole, refused, deaths, timeOuts, bugs, milliseconds, mostMemory, longestSilence } = result;
      say(
        `${format.padEnd(5)} ${number(result.mutants)} mutants: ${number(whole)} whole, ${number(refused)} refused, ${deaths} deaths, ${timeOuts} time-outs, ` +
          `${bugs.length} bugs; ${Math.round((result.mutants / milliseconds) * 1000)}/s, at most ${Math.round(mostMemory / 1e6)} MB a process, ` +
          `main process silent for at most ${Math.round(longestSilence)} ms`,
      );
      for (const bug of bugs.slice(0, 5)) say(`      ${bug}`);
      sum.mutants += result.mutants;
      sum.deaths += deaths;
      sum.timeOuts += timeOuts;
      sum.bugs += bugs.length;
    }
    const left = readdirSync(folder).length;
    say(`Seed ${values.seed}: ${number(sum.mutants)} mutants, 0 deaths of the main process, ${sum.deaths} of media processes, ${sum.timeOuts} time-outs, ${sum.bugs} bugs.`);
    if (left > 0) say(`${left} mutants that killed a process lie in ${folder}.`);
    else if (values.keep === undefined) rmSync(folder, { recursive: true });
    process.exitCode = sum.bugs === 0 ? 0 : 1;
  } finally {
    rmSync(bundles, { recursive: true, force: true });
  }
};

try {
  if (values.help) say(usage);
  else if (values.inside) await inside();
  else {
    await setUp({ electron: false, build: false });
    // The sources are TypeScript: the project's own Node strips the types.
    const { code } = await run(nodeForScripts(), [inRoot('scripts', 'faults', 'media-mutants.mjs'), '--inside', ...process.argv.slice(2)], { cwd: inRoot() });
    process.exitCode = code;
  }
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
