/**
 * The event log against named peers and limits, each case in a process of its own, rounds interleaved.
 *
 *   node bench/log.mjs [--events 20000] [--replay 1000000] [--rounds 5]
 *
 * Append: 64 publishers that each wait for the acknowledgement after fsync, against the same rows by hand, one and 512 a
 * transaction. Replay: every event read in order and handed to a handler, against JSON.parse of the payloads alone.
 * Query: the last 100 by all, type, project, asset and words, against a hand-written statement, over 10,000 events and
 * over all. Prints medians and the range of the rounds' ratios; exits with 1 when a floor is missed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/figures.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { events: { type: 'string', default: '20000' }, replay: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'alice-bench-log-'));
let folders = 0;
const run = (name, folder, count) => JSON.parse(execFileSync(process.execPath, [join(here, 'lib/log-case.mjs'), name, folder, String(count)], { encoding: 'utf8' }));
const fresh = () => join(scratch, String((folders += 1)));
const range = (numbers) => `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;
let missed = 0;

function line(what, ratios, goal, floor) {
  if (floor !== undefined && Math.min(...ratios) < floor) missed += 1;
  console.log(`${what.padEnd(52)} ${median(ratios).toFixed(2).padStart(7)}  (${range(ratios)})  ${goal}`);
}

try {
  const events = Number(values.events);
  const rounds = Array.from({ length: Number(values.rounds) }, () => ({
    one: run('append-raw-1', fresh(), Math.min(events, 2_000)),
    alice: run('append-alice', fresh(), events),
    raw: run('append-raw-512', fresh(), events),
  }));
  console.log(`append: ${events} events of about 565 bytes, ${rounds.length} rounds; ${median(rounds.map(({ alice }) => alice.perSecond)).toFixed(0)} events/s acknowledged, p99 ${median(rounds.map(({ alice }) => alice.p99)).toFixed(1)} ms`);
  line('  64 publishers / one-event transactions', rounds.map(({ alice, one }) => alice.perSecond / one.perSecond), 'goal ≥ 10', 5);
  line('  64 publishers / raw batches of 512', rounds.map(({ alice, raw }) => alice.perSecond / raw.perSecond), 'goal ≥ 0.9');
  line('  bytes on disk / payload bytes', rounds.map(({ alice }) => alice.bytesPerPayload), 'goal ≤ 1.3');

  const large = fresh();
  const small = fresh();
  run('append-raw-512', large, Number(values.replay));
  run('append-raw-512', small, 10_000);
  const replays = Array.from({ length: Number(values.rounds) }, () => ({ alice: run('replay-alice', large, 0), limit: run('parse-only', large, 300_000) }));
  console.log(`replay: ${values.replay} events, ${median(replays.map(({ alice }) => alice.perSecond)).toFixed(0)} events/s, stall p99 ${median(replays.map(({ alice }) => alice.stallP99)).toFixed(1)} ms, memory +${median(replays.map(({ alice }) => alice.memoryMb)).toFixed(0)} MB`);
  line('  replay / JSON.parse alone', replays.map(({ alice, limit }) => alice.perSecond / limit.perSecond), 'goal ≥ 0.7', 0.5);

  const queries = Array.from({ length: Math.min(3, Number(values.rounds)) }, () => ({ small: run('query', small, 0), large: run('query', large, 0) }));
  console.log('query: the last 100, medians in ms');
  for (const name of Object.keys(queries[0].large)) {
    const hand = queries.map(({ large: figures }) => figures[name].alice / (figures[name].hand ?? figures[name].alice));
    if (queries[0].large[name].hand !== null) line(`  ${name}: / hand-written (${median(queries.map(({ large: f }) => f[name].alice)).toFixed(2)} ms)`, hand, 'goal ≤ 1.2');
    line(`  ${name}: all / 10,000 events (${median(queries.map(({ large: f }) => f[name].alice)).toFixed(2)} ms)`, queries.map(({ small: s, large: l }) => l[name].alice / s[name].alice), 'goal ≤ 1.5');
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
