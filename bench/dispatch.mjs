#!/usr/bin/env node
/**
 * Telling subscribers, beside the buses that do nothing else: node's EventEmitter, nanoevents, emittery.
 *
 *   node bench/dispatch.mjs [--rounds 5] [--calls 20000000]
 *
 * What is measured is the dispatch, from an event that the middleware is asked about to the last of its handlers: the
 * hub's `Dispatcher` without the log, whose cost bench/append measures. Handlers are small and all alike, which is the best
 * case for every bus. Alice isolates each handler, follows promises and counts exactly; with all four middlewares it also
 * filters, measures, writes warnings and hands each event on to be kept. The peers do none of this.
 *
 * Each case runs in a fresh process, the cases of a round one after the other, each round beginning with another; CPU time
 * of the process, the best of three runs after a warm-up. A ratio is Alice's events per CPU-second over the peer's of the
 * same round: printed are the median and the least and greatest of the rounds. A goal is reached when the median does,
 * and firmly when the least does. At the end the same in one process that has run every case, as in a real app: there no
 * call site is V8's favourite.
 */
import { execFileSync } from 'node:child_process';
import console from 'node:console';
import os from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeForScripts } from '../scripts/lib/node-for-scripts.mjs';
import { median } from './lib/figures.mjs';

const goals = [
  { own: 'alice, 4 middlewares', peer: 'node EventEmitter', goal: 1 },
  { own: 'alice', peer: 'nanoevents', goal: 0.9 },
  { own: 'alice, awaited', peer: 'emittery', goal: 2 },
];
/** Measured for the reader; nothing depends on them. */
const asides = [
  { own: 'alice, 4 middlewares, a line per event', peer: 'node EventEmitter' },
  { own: 'alice, awaited', peer: 'Promise.all (limit)' },
];
const names = [...new Set([...goals, ...asides].flatMap(({ own, peer }) => [own, peer]))];
const isAwaited = (name) => ['alice, awaited', 'emittery', 'Promise.all (limit)'].includes(name);

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, calls: { type: 'string', default: '20000000' } } });
const rounds = Math.max(5, Number(values.rounds));
const calls = (awaited) => String(awaited ? Number(values.calls) / 8 : Number(values.calls));

const script = fileURLToPath(new URL('lib/dispatch-case.mjs', import.meta.url));
const measure = (subscribers, awaited, cases) =>
  JSON.parse(execFileSync(nodeForScripts(), [script, String(subscribers), calls(awaited), ...cases], { encoding: 'utf8' }));

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const rate = (perSecond) => (perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M` : `${(perSecond / 1e3).toFixed(0)} k`);

function inFreshProcesses(subscribers) {
  return Array.from({ length: rounds }, (_, round) => {
    const order = names.map((_name, i) => names[(i + round) % names.length]);
    return Object.assign({}, ...order.map((name) => measure(subscribers, isAwaited(name), [name])));
  });
}

function inOneProcess(subscribers) {
  const ofKind = (awaited) => names.filter((name) => isAwaited(name) === awaited);
  const both = () => [false, true].map((awaited) => measure(subscribers, awaited, ofKind(awaited)));
  return Array.from({ length: rounds }, () => Object.assign({}, ...both()));
}

function report(results, { own, peer, goal }) {
  const ratios = sorted(results.map((result) => result[own] / result[peer]));
  const reached = goal === undefined || median(ratios) >= goal;
  const how = ratios[0] >= goal ? 'reached' : reached ? 'reached by the median' : 'NOT REACHED';
  const verdict = goal === undefined ? '' : `  goal ${goal.toFixed(1)}: ${how}`;
  const range = `${median(ratios).toFixed(2)} (${ratios[0].toFixed(2)}–${ratios.at(-1).toFixed(2)})`;
  console.log(`  ${`${own} / ${peer}`.padEnd(60)} ${range.padEnd(20)}${verdict}`);
  return reached;
}

const load = () => os.loadavg()[0].toFixed(1);
console.log(`${os.availableParallelism()} cores, ${rounds} rounds, load ${load()}`);
let passed = true;
for (const subscribers of [10, 100]) {
  const fresh = inFreshProcesses(subscribers);
  console.log(`\n${subscribers} subscribers, each case in fresh processes (load ${load()}); events per CPU-second:`);
  for (const name of names) console.log(`  ${name.padEnd(60)} ${rate(median(fresh.map((result) => result[name])))}`);
  for (const pair of goals) passed = report(fresh, pair) && passed;
  for (const pair of asides) report(fresh, pair);
  const shared = inOneProcess(subscribers);
  console.log(`${subscribers} subscribers, all cases in one process:`);
  for (const { own, peer } of goals) report(shared, { own, peer });
}
process.exitCode = passed ? 0 : 1;
