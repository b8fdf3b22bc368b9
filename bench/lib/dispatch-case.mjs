/**
 * One process of bench/dispatch.mjs: runs the cases that it is given, in turn, and prints as JSON the events per
 * CPU-second of each, the best of three. With one case it is alone in its process; with several they share it.
 */
import { prepare } from './dispatch-cases.mjs';

const [subscribers, calls, ...names] = process.argv.slice(2);
const count = Number(calls) / Number(subscribers);
const runs = names.map((name) => prepare(name, Number(subscribers)));
for (const run of runs) await run(count / 3);
const best = names.map(() => 0);
for (let turn = 0; turn < 3; turn += 1) {
  for (const [i, run] of runs.entries()) best[i] = Math.max(best[i], await run(count));
}
process.stdout.write(JSON.stringify(Object.fromEntries(names.map((name, i) => [name, best[i]]))));
