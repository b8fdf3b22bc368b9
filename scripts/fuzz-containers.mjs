#!/usr/bin/env node
/**
 * Reads mutants of valid files, container by container, and demands that none crashes the reader, hangs it or costs much.
 *
 *   node scripts/fuzz-containers.mjs [--mutants 100000] [--seed 0] [--only png,mp4] [--limit-ms 2000]
 *
 * Mutants have flipped bits, early ends, lengths that lie, parts doubled, moved and left out, and pieces of other files. Each container
 * is read in a process of its own with a heap of 256 MB, which is ended when one file takes ten seconds. A mutant is made from the
 * seed and its number alone: `--only png --from 4711 --mutants 1` makes the one of a report again.
 */
import { fork } from 'node:child_process';
import console from 'node:console';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { appModules } from './lib/app-modules.mjs';
import { nodeForScripts } from './lib/node-for-scripts.mjs';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '0' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    'limit-ms': { type: 'string', default: '2000' },
    container: { type: 'string' },
  },
});
const hangMs = 10_000;
const [mutants, seed, from, limitMs] = [values.mutants, values.seed, values.from, values['limit-ms']].map(Number);

/** What is still held once the garbage, mutants for the most part, is collected. */
async function heldMegabytes() {
  // What zlib held natively goes with the second collection, after its finalizers have run.
  globalThis.gc();
  await delay(10);
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}

/** The process in which one container's mutants are read; it tells how far it is every thousand. */
async function readMutants(container) {
  const { fuzzSeeds } = await appModules.main('services/assets/testing/fuzz-seeds');
  const { mutantOf } = await appModules.main('services/assets/testing/mutate');
  const { memorySource } = await appModules.main('services/assets/containers/byte-source');
  const { inspectMedia } = await appModules.main('services/assets/inspect-media');
  const { processedData } = await appModules.main('services/assets/processed-data');
  const others = Object.values(fuzzSeeds).flat();
  const sum = { media: 0, 'not-media': 0, warned: 0, troubles: [], slowestMs: 0, slowest: 0, largestData: 0, peakMb: 0, heldMb: [] };
  for (let number = from; number < from + mutants; number += 1) {
    if (number % 200 === 0) process.send({ number });
    const bytes = mutantOf(fuzzSeeds[container], others, seed * 1_000_003 + number);
    const began = performance.now();
    const inspection = await inspectMedia(memorySource(bytes), `mutant.${container}`);
    const took = performance.now() - began;
    if (took > sum.slowestMs) [sum.slowestMs, sum.slowest] = [took, number];
    if (inspection.kind === 'unreadable') sum.troubles.push(`${number}: ${inspection.reason}`);
    else sum[inspection.kind] += 1;
    if (took > limitMs) sum.troubles.push(`${number}: took ${Math.round(took)} ms`);
    if (inspection.kind === 'media') {
      if (inspection.warnings.length > 0) sum.warned += 1;
      const length = JSON.stringify(processedData(inspection, { size: bytes.length, time: new Date(0) })).length;
      sum.largestData = Math.max(sum.largestData, length);
    }
    if ((number - from) % 10_000 === 9_999) sum.heldMb.push(await heldMegabytes());
    if (number % 500 === 0) sum.peakMb = Math.max(sum.peakMb, Math.round(process.memoryUsage().rss / 1e6));
  }
  process.send({ sum });
}

function fuzz(container) {
  const args = ['--container', container, '--mutants', values.mutants, '--seed', values.seed, '--from', values.from, '--limit-ms', values['limit-ms']];
  const child = fork(fileURLToPath(import.meta.url), args, {
    execPath: nodeForScripts(),
    execArgv: ['--max-old-space-size=256', '--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    let reached = from;
    let result = null;
    let watch = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('message', ({ number, sum }) => {
      clearTimeout(watch);
      if (sum) result = sum;
      else {
        reached = number;
        watch = setTimeout(() => child.kill('SIGKILL'), hangMs);
      }
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watch);
      resolve(result ?? { troubles: [`the process ended (${signal ?? code}) within the 200 mutants from ${reached}`] });
    });
  });
}

async function main() {
  const { fuzzSeeds } = await appModules.main('services/assets/testing/fuzz-seeds');
  const containers = values.only?.split(',') ?? Object.keys(fuzzSeeds);
  let troubles = 0;
  for (const container of containers) {
    const began = performance.now();
    const sum = await fuzz(container);
    const seconds = (performance.now() - began) / 1000;
    troubles += sum.troubles.length;
    const counts =
      sum.media === undefined
        ? ''
        : `${sum.media} read (${sum.warned} with warnings), ${sum['not-media']} no longer media; ` +
          `slowest ${sum.slowestMs.toFixed(0)} ms (no. ${sum.slowest}), ` +
          `held ${sum.heldMb[0] ?? '?'} MB after 10,000 and ${sum.heldMb.at(-1) ?? '?'} MB at the end (peak ${sum.peakMb} MB with garbage), ` +
          `largest event ${Math.round(sum.largestData / 1024)} KiB; `;
    console.log(`${container.padEnd(5)} ${mutants} mutants in ${seconds.toFixed(0)} s: ${counts}${sum.troubles.length} troubles`);
    for (const trouble of sum.troubles.slice(0, 10)) console.log(`      ${trouble}`);
  }
  if (troubles > 0) process.exitCode = 1;
}

if (values.container === undefined) await main();
else await readMutants(values.container);
