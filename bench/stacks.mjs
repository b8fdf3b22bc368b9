#!/usr/bin/env node
/**
 * Looking for pictures that look nearly the same, beside comparing each with each.
 *
 *   node bench/stacks.mjs [--pictures 200000] [--rounds 3]
 *
 * The fingerprints are made up: random ones, a tenth of them copies of others in which up to twelve bits were changed. Both
 * ways put them into stacks by the same rule, in one process and on one thread; the stacks must be the same. Printed is, for
 * each distance, the time of the first question (that also tells apart what has no company), of the same question again, and
 * of comparing each with each, which is measured once; and how long others
 * waited for their turn at most, the median of all questions.
 */
import { deepStrictEqual } from 'node:assert';
import console from 'node:console';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appModules } from '../scripts/lib/app-modules.mjs';
import { median } from './lib/figures.mjs';

const { values } = parseArgs({ options: { pictures: { type: 'string', default: '200000' }, rounds: { type: 'string', default: '3' } } });
const [count, rounds] = [Number(values.pictures), Number(values.rounds)];
const { StackFinder, mostInStack } = await appModules.main('projections/stacks-finder');
const { breather } = await appModules.main('projections/stacks-in-turns');
const { stackDistances } = await appModules.shared('library/stacks');

let state = 1;
/** 32 bits, the same in every run: xorshift. */
function word() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

const high = new Uint32Array(count);
const low = new Uint32Array(count);
const scores = new Float64Array(count);
for (let i = 0; i < count; i += 1) {
  [high[i], low[i], scores[i]] = [word(), word(), word() / 2 ** 32];
  if (i === 0 || word() % 10 !== 0) continue;
  const like = word() % i;
  [high[i], low[i]] = [high[like], low[like]];
  for (let flips = word() % 13; flips > 0; flips -= 1) {
    if (word() % 2 === 0) high[i] ^= 1 << (word() % 32);
    else low[i] ^= 1 << (word() % 32);
  }
}
/** Resolves with what was asked, and with how long others had to wait for their turn at most. */
async function watched(work) {
  const all = [];
  let done = false;
  const answer = work().finally(() => { done = true; });
  for (let since = performance.now(); !done; since = performance.now()) {
    await nextTurn();
    all.push(performance.now() - since);
  }
  return { found: await answer, longest: Math.max(...all) };
}

const hex = (number) => number.toString(16).padStart(8, '0');

function filled() {
  const finder = new StackFinder();
  for (let id = 0; id < count; id += 1) {
    finder.pictures.put(id, { own: null, score: scores[id], pixels: 1, file_size: 1 });
    finder.pictures.show(id, hex(high[id]) + hex(low[id]));
  }
  return finder;
}

function bitsOf(number) {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The same stacks, each picture compared with each that is left. */
function byComparingAll(bits) {
  const order = Uint32Array.from({ length: count }, (_, id) => id).sort((a, b) => scores[a] - scores[b] || a - b);
  const [rankedHigh, rankedLow] = [Uint32Array.from(order, (id) => high[id]), Uint32Array.from(order, (id) => low[id])];
  const taken = new Uint8Array(count);
  const stacks = [];
  for (let leader = 0; leader < count; leader += 1) {
    if (taken[leader] === 1) continue;
    const members = [];
    for (let other = leader + 1; other < count; other += 1) {
      const distance = bitsOf(rankedHigh[leader] ^ rankedHigh[other]) + bitsOf(rankedLow[leader] ^ rankedLow[other]);
      if (distance <= bits && taken[other] === 0) members.push({ other, distance });
    }
    if (members.length === 0) continue;
    const chosen = members.sort((a, b) => a.distance - b.distance || a.other - b.other).slice(0, mostInStack - 1);
    for (const { other } of chosen) taken[other] = 1;
    const ids = [leader, ...chosen.map(({ other }) => other).sort((a, b) => a - b)].map((rank) => order[rank]);
    stacks.push({ ids, distance: Math.max(...chosen.map(({ distance }) => distance)) });
  }
  return stacks.sort((a, b) => Math.max(...b.ids) - Math.max(...a.ids));
}

console.log(`${count.toLocaleString('en')} fingerprints, median of ${rounds} rounds\n`);
for (const [name, bits] of Object.entries(stackDistances)) {
  const times = { first: [], again: [] };
  const turns = [];
  let found = [];
  for (let round = 0; round < rounds; round += 1) {
    const finder = filled();
    for (const which of ['first', 'again']) {
      const start = performance.now();
      const answer = await watched(() => finder.find(bits, [], breather()));
      times[which].push(performance.now() - start);
      turns.push(answer.longest);
      found = answer.found;
    }
  }
  const start = performance.now();
  const expected = byComparingAll(bits);
  const all = performance.now() - start;
  deepStrictEqual(found, expected);
  const [first, again] = [median(times.first), median(times.again)];
  console.log(
    `${name.padEnd(7)} within ${String(bits).padStart(2)} bits: ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms; each with each ${all.toFixed(0)} ms, ` +
      `${(all / first).toFixed(0)} times as long; ${found.length.toLocaleString('en')} stacks, the same; longest turn ${median(turns).toFixed(1)} ms`,
  );
}
