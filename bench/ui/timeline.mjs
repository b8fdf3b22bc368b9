#!/usr/bin/env node
/**
 * The timeline over a million events, in the real window.
 *
 *   node bench/ui/timeline.mjs [--data DIR] [--events 1000000] [--jumps 200] [--seconds 20] [--per-second 1000]
 *
 * In DIR a log is made once, by the log's own writer. Then: so many jumps to anywhere, each by a press on the strip, and as many by
 * key; a walk along several pages; and new events at a rate, said through the app's own calls, while the list is live, shows single
 * events, and is scrolled away. Printed are the time from the press to the answer of the main process, to the rows in the document
 * and to the rows on the screen, as milliseconds and in frames of 1/60 s; tasks longer than 50 ms; the heap before and after. First
 * nothing happens for five seconds: that is what the machine gives anyway. Needs a built app and a display.
 */
import console from 'node:console';
import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import { electronForPlaywright } from '../../scripts/lib/electron-for-tests.mjs';
import { megabytes, spread } from '../lib/figures.mjs';
import { watchFrames } from '../lib/watch-frames.mjs';
import { makeThumbnails } from './thumbnails.mjs';
import { watchJumps } from './timeline-watch.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(os.tmpdir(), 'alice-bench-timeline', 'data') },
    events: { type: 'string', default: '1000000' },
    jumps: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
    'per-second': { type: 'string', default: '1000' },
  },
});

if (!existsSync(join(values.data, 'log.sqlite'))) {
  const { makeTimelineLog } = await import('./timeline-log.mjs');
  await makeTimelineLog(values.data, Number(values.events), (words) => console.log(`  ${words}`));
}

await makeThumbnails(values.data);

const [inbox, organized] = [`${values.data}-inbox`, `${values.data}-organized`];
for (const folder of [inbox, organized]) mkdirSync(folder, { recursive: true });
const launch = electronForPlaywright('--data', values.data, '--inbox', inbox, '--organized', organized);
const app = await _electron.launch({ ...launch, env: launch.env, colorScheme: null });
const child = app.process();
process.once('exit', () => child.kill('SIGKILL'));
const page = await app.firstWindow();
const cdp = await page.context().newCDPSession(page);
const list = page.getByRole('treegrid');
const strip = page.getByRole('slider', { name: 'Time' });

const ask = (name, input) => page.evaluate(([call, wish]) => globalThis.alice.call(call, wish).then(JSON.parse), [name, input]);
const heap = async () => {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};
const tasksOf = ({ tasks, frames }) => {
  const long = tasks.filter((ms) => ms > 50);
  const late = frames.filter((ms) => ms > 50).length;
  return `${long.length} tasks over 50 ms${long.length > 0 ? `, the longest ${Math.max(...long).toFixed(0)} ms` : ''}; ${late} of ${frames.length} frames over 50 ms`;
};

await page.getByRole('button', { name: 'Timeline', exact: true }).click({ timeout: 600_000 });
await list.waitFor({ timeout: 600_000 });
const seen = await watchFrames(page);
await page.evaluate(watchJumps);
await strip.waitFor();
const events = async () => (await ask('timeline/page', { before: null, limit: 1, families: [], text: '' })).answer.events[0].sequence;
console.log(`${await events()} events`);
await delay(3_000);
await seen();
await delay(5_000);
console.log(`nothing happens: ${tasksOf(await seen())}`);

const density = [];
for (let i = 0; i < 40; i += 1) {
  const wish = { from: null, to: null, buckets: 180, families: i % 2 ? ['quality'] : [], text: '', patterns: [], since: null, from_sequence: null };
  density.push(await page.evaluate((input) => globalThis.benchJumps.callTime('timeline/density', input), wish));
}
console.log(`the density of the whole log, asked from the window: ${spread(density)}`);

const heapBefore = await heap();
const random = (() => { let state = 7; return () => { state = (state * 16_807) % 2_147_483_647; return state / 2_147_483_647; }; })();

for (const mode of ['Stories', 'Events']) {
  await page.getByRole('radio', { name: mode, exact: true }).click();
  await delay(500);
  const jumps = { answer: [], rows: [], screen: [] };
  const { x, y, width } = await strip.boundingBox();
  let share = 0;
  for (let i = 0; i < Number(values.jumps); i += 1) {
    await page.evaluate(() => globalThis.benchJumps.begin());
    // At least a tenth away: at the same place nothing is drawn, and there would be no rows to wait for.
    share = (share + 0.1 + 0.8 * random()) % 1;
    await page.mouse.click(x + 2 + share * (width - 40), y + 20);
    const times = await page.evaluate(() => globalThis.benchJumps.jump());
    for (const [key, ms] of Object.entries(times)) jumps[key].push(ms);
  }
  const after = await seen();
  console.log(`${values.jumps} jumps, ${mode.toLowerCase()}:`);
  console.log(`  the answer of the main process ${spread(jumps.answer)}`);
  console.log(`  rows in the document           ${spread(jumps.rows)}`);
  console.log(`  rows on the screen             ${spread(jumps.screen)}`);
  console.log(`  ${tasksOf(after)}`);
}

await list.hover();
for (let i = 0; i < 150; i += 1) await page.mouse.wheel(0, i < 90 ? 900 : -900);
await delay(500);
console.log(`a walk along the pages: ${tasksOf(await seen())}; ${await page.evaluate(() => globalThis.document.querySelectorAll('[data-row]').length)} rows in the document`);
console.log(`heap ${megabytes(heapBefore, 1)} before, ${megabytes(await heap(), 1)} after the jumps`);

// New events, through everything that an event goes through.
const { answer: filed } = await ask('timeline/page', { before: null, limit: 500, families: [], text: '', patterns: ['asset.organized'] });
const hashes = filed.events.map(({ data }) => data.content_hash);
await ask('ratings/set-refile', { refile: false });
const storm = async (name) => {
  const [before, heapThen] = [await events(), await heap()];
  const lag = await app.evaluate(() => {
    const delays = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    globalThis.benchDelays = delays;
    return true;
  });
  await delay(1_000);
  await seen();
  const began = performance.now();
  const perTurn = Math.round(Number(values['per-second']) / 10);
  let turn = 0;
  while (performance.now() - began < Number(values.seconds) * 1_000) {
    const from = (turn * perTurn) % hashes.length;
    const some = [...hashes, ...hashes].slice(from, from + Math.min(perTurn, hashes.length));
    turn += 1;
    await ask('ratings/give', { content_hashes: some, stars: 1 + ((turn + Math.floor((turn * perTurn) / hashes.length)) % 5) });
    await delay(Math.max(0, began + turn * 100 - performance.now()));
  }
  const after = await seen();
  const seconds = (performance.now() - began) / 1_000;
  const rate = ((await events()) - before) / seconds;
  const most = lag ? await app.evaluate(() => globalThis.benchDelays.max / 1e6) : Number.NaN;
  console.log(`${name}: ${rate.toFixed(0)} events a second for ${seconds.toFixed(0)} s: ${tasksOf(after)}; main process at most ${most.toFixed(0)} ms; heap ${megabytes(heapThen, 1)} → ${megabytes(await heap(), 1)}`);
};
const now = async () => {
  await page.getByRole('button', { name: /^Now/ }).click();
  await delay(500);
};
await now();
await page.getByRole('radio', { name: 'Stories', exact: true }).click();
await storm('live, stories');
await page.getByRole('radio', { name: 'Events', exact: true }).click();
await storm('live, events');
await list.hover();
await page.mouse.wheel(0, 3_000);
await storm('scrolled away');
await ask('ratings/set-refile', { refile: true });
await app.close();
