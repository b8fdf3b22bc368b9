#!/usr/bin/env node
/**
 * How soon Alice is there and what she holds, in the real window over a million events and more than a hundred thousand assets.
 *
 *   node bench/ui/start.mjs [--data DIR] [--events 1000000] [--starts 7]
 *
 * DIR is the one that bench/ui/timeline.mjs makes. The first start warms the machine and is not counted. Printed are, from the moment
 * at which the process is asked for: the first paint, the first contentful paint, and the first rows of the timeline; the same for a
 * window of the same runtime that shows one word, as the limit that nothing goes below; the memory of all processes of the app at
 * rest, and with the library open. Needs a built app and a display.
 */
import console from 'node:console';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import { electronForTests } from '../../scripts/lib/electron-for-tests.mjs';
import { median, megabytes, range } from '../lib/figures.mjs';
import { makeThumbnails } from './thumbnails.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(os.tmpdir(), 'alice-bench-timeline', 'data') },
    events: { type: 'string', default: '1000000' },
    starts: { type: 'string', default: '7' },
  },
});

if (!existsSync(join(values.data, 'log.sqlite'))) {
  const { makeTimelineLog } = await import('./timeline-log.mjs');
  await makeTimelineLog(values.data, Number(values.events), (words) => console.log(`  ${words}`));
}

await makeThumbnails(values.data);

const [inbox, organized] = [`${values.data}-inbox`, `${values.data}-organized`];
for (const folder of [inbox, organized]) mkdirSync(folder, { recursive: true });
const alice = electronForTests('--data', values.data, '--inbox', inbox, '--organized', organized);

/** What the page knows of its paints, from the moment `began` on. */
const paints = (page, began) => page.evaluate(async (then) => {
  const { document, performance, PerformanceObserver } = globalThis;
  const named = (name) => performance.getEntriesByName(name)[0];
  if (named('first-contentful-paint') === undefined) {
    await new Promise((resolve) => { new PerformanceObserver(() => { if (named('first-contentful-paint')) resolve(); }).observe({ type: 'paint', buffered: true }); });
  }
  const from = (entry) => performance.timeOrigin + entry.startTime - then;
  return { title: document.title, first: from(named('first-paint')), contentful: from(named('first-contentful-paint')) };
}, began);

async function start(launch, ready) {
  const began = Date.now();
  const app = await _electron.launch({ ...launch, colorScheme: null });
  const page = await app.firstWindow();
  await ready(page);
  const rows = Date.now() - began;
  return { app, page, rows, ...(await paints(page, began)) };
}

const empty = mkdtempSync(join(os.tmpdir(), 'alice-bench-empty-'));
writeFileSync(join(empty, 'package.json'), '{"name":"one-word","version":"1.0.0","main":"main.cjs"}');
const word = 'data:text/html,<title>One</title><h1>One</h1>';
writeFileSync(join(empty, 'main.cjs'), `const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadURL(${JSON.stringify(word)}));`);
const oneWord = { ...alice, args: [...alice.args.slice(0, alice.args.length - 7), empty] };

async function starts(launch, ready) {
  const all = [];
  for (let i = 0; i <= Number(values.starts); i += 1) {
    const { app, ...times } = await start(launch, ready);
    await app.close();
    if (i > 0) all.push(times);
  }
  return all;
}

const rowsShown = (page) => page.getByRole('treegrid').locator('[data-row]').first().waitFor({ timeout: 600_000 });
const least = await starts(oneWord, (page) => page.getByRole('heading').waitFor());
rmSync(empty, { recursive: true });
const ours = await starts(alice, rowsShown);
const ratio = median(ours.map(({ first }) => first)) / median(least.map(({ first }) => first));
console.log(`one word:        first paint ${range(least.map(({ first }) => first))}`);
console.log(`Alice:           first paint ${range(ours.map(({ first }) => first))}, ${ratio.toFixed(2)} of one word's`);
console.log(`                 first contentful paint ${range(ours.map(({ contentful }) => contentful))}`);
console.log(`                 rows of the timeline ${range(ours.map(({ rows }) => rows))}`);

const { app, page } = await start(alice, rowsShown);
await delay(8_000);
const memory = async (when) => {
  const metrics = await app.evaluate(({ app: { getAppMetrics } }) =>
    getAppMetrics().map(({ type, name, memory: { workingSetSize } }) => ({ type: name ?? type, bytes: workingSetSize * 1024 })));
  const sum = metrics.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`memory ${when}: ${megabytes(sum)} of all processes (${metrics.map(({ type, bytes }) => `${type} ${megabytes(bytes)}`).join(', ')})`);
};
await memory('at rest');
await page.keyboard.press('g');
await page.keyboard.press('l');
const grid = page.getByRole('grid', { name: 'Pictures' });
await grid.getByRole('gridcell').first().waitFor();
await delay(3_000);
await page.keyboard.press('End');
await delay(2_000);
await memory('with the library open');
// The next start begins where this one ended.
await page.keyboard.press('g');
await page.keyboard.press('t');
await delay(1_000);
await app.close();
