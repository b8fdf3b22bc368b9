#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appModules } from '../lib/app-modules.mjs';
import { nodeForScripts } from '../lib/node-for-scripts.mjs';
import { inRoot } from '../lib/paths.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { noisyPicture } from './lib/pictures.mjs';
import { contentsIn, must } from './lib/scenarios.mjs';
import { seededRandom } from '../lib/seeded-random.mjs';

const usage = `node scripts/faults/clock.mjs [--runs N] [--seed N]

Runs Alice again and again on one library, each time with another clock (1970 to 2100, daylight saving, a clock that runs a
thousand times as fast or is set while it runs), with a new picture each time. Every picture must be filed once and the
events must keep their order. Needs faketime; the app must be built (npm run build).`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
});

const clocks = [
  '1970-01-02 00:00:01', '1999-12-31 23:59:59', '2026-03-29 00:59:59', '2026-10-25 00:59:59', '2038-01-19 03:14:06', '2100-02-28 23:59:59',
  '+0 x1000', '-400d', '+400d', '+1d x50',
];

const runOnce = (clock, args) =>
  new Promise((resolve) => {
    const spec = /^[+-]/.test(clock) ? ['-f', clock] : [clock];
    const env = { ...process.env, FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'Europe/Berlin' };
    const child = spawn('faketime', [...spec, nodeForScripts(), inRoot('out', 'main', 'cli.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
    child.on('close', (code) => resolve({ code, text }));
  });

const main = async () => {
  if (values.help) return say(usage);
  if (spawnSync('faketime', ['2031-05-06', 'true']).status !== 0) return say('Skipped, changed clocks: faketime is not here.');
  const random = seededRandom(Number(values.seed));
  const runs = Number(values.runs);
  const home = mkdtempSync(join(tmpdir(), 'alice-clock-'));
  const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
  for (const folder of [join(inbox, 'p'), organized]) mkdirSync(folder, { recursive: true });
  for (let i = 0; i < runs; i += 1) {
    writeFileSync(join(inbox, 'p', `${i}.png`), noisyPicture(i, 32));
    const clock = i < clocks.length ? clocks[i] : clocks[Math.floor(random() * clocks.length)];
    const { code, text } = await runOnce(clock, ['organize', inbox, '--to', organized, '--data', data]);
    must(code === 0, `with the clock at ${clock} it ended with ${code}: ${text}; look at ${home}`);
  }
  const [{ LogReader }, { openLogReadOnly }] = await Promise.all([appModules.main('log/log-reader'), appModules.main('log/open-database')]);
  const database = openLogReadOnly(data);
  const events = new LogReader(database).after(0, 1_000_000);
  database.close();
  must(events.every(({ sequence }, i) => sequence === i + 1), `the events are not numbered in order; look at ${home}`);
  must(events.filter(({ event_type }) => event_type === 'asset.organized').length === runs, `not every picture was filed once; look at ${home}`);
  must(JSON.stringify(contentsIn(organized).sort()) === JSON.stringify(contentsIn(inbox).sort()), `contents differ; look at ${home}`);
  const back = events.filter(({ timestamp }, i) => i > 0 && timestamp < events[i - 1].timestamp).length;
  rmSync(home, { recursive: true, force: true });
  return say(`${runs} runs with ${clocks.length} clocks: ${runs} pictures filed once, ${events.length} events in order though time went back ${back} times.`);
};

main().catch((error) => {
  sayTrouble(error);
  process.exitCode = 1;
});
