#!/usr/bin/env node
/**
 * How smoothly what is long scrolls, in the real window, by the wheel: the library with more than a hundred thousand pictures as a
 * grid and as a list, at the speed of a hand and flown over, and a board's column of two thousand cards.
 *
 *   node bench/ui/scroll.mjs [--data DIR] [--events 1000000] [--board DIR]
 *
 * The first DIR is the one that bench/ui/timeline.mjs makes, the second is made by scripts/samples/make-library.mjs. Printed are frames
 * that came late, tasks of more than 50 ms, and what part of the time the page's own thread worked, for scripts, for styles and for
 * layout; what the page's other threads did, above all decoding and drawing pictures, is the rest of its processor time. Needs a built
 * app and a display.
 */
import { execFileSync } from 'node:child_process';
import console from 'node:console';
import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import { electronForPlaywright } from '../../scripts/lib/electron-for-tests.mjs';
import { watchFrames } from '../lib/watch-frames.mjs';
import { makeThumbnails } from './thumbnails.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(os.tmpdir(), 'alice-bench-timeline', 'data') },
    events: { type: 'string', default: '1000000' },
    board: { type: 'string', default: join(os.tmpdir(), 'alice-bench-board', 'data') },
  },
});
if (!existsSync(join(values.data, 'log.sqlite'))) {
  const { makeTimelineLog } = await import('./timeline-log.mjs');
  await makeTimelineLog(values.data, Number(values.events), (words) => console.log(`  ${words}`));
}
await makeThumbnails(values.data);
if (!existsSync(join(values.board, 'log.sqlite'))) {
  const maker = join(import.meta.dirname, '..', '..', 'scripts', 'samples', 'make-library.mjs');
  execFileSync(process.execPath, [maker, '--data', values.board, '--assets', '2100', '--thumbnails', '2100', '--board']);
}

async function open(data) {
  const [inbox, organized] = [`${data}-inbox`, `${data}-organized`];
  for (const folder of [inbox, organized]) mkdirSync(folder, { recursive: true });
  const app = await _electron.launch({ ...electronForPlaywright('--data', data, '--inbox', inbox, '--organized', organized), colorScheme: null });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Timeline', exact: true }).click({ timeout: 600_000 });
  await delay(6_000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return { app, page, cdp, seen: await watchFrames(page) };
}

/** Seconds that the page's own thread has worked, and what for; and those of all threads of its process. */
async function worked({ app, cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const all = await app.evaluate(({ app: { getAppMetrics } }) => getAppMetrics().find(({ type }) => type === 'Tab')?.cpu.cumulativeCPUUsage ?? 0);
  return { task: of('TaskDuration'), script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration'), all };
}

/** Turns the wheel two thirds of the way down and the rest up again. */
async function scroll(opened, what, { turns, pixels, every }) {
  await opened.seen();
  const [before, began] = [await worked(opened), performance.now()];
  for (let turn = 0; turn < turns; turn += 1) {
    await opened.page.mouse.wheel(0, turn < (turns * 2) / 3 ? pixels : -pixels);
    await delay(every);
  }
  await delay(1_000);
  const [after, seconds] = [await worked(opened), (performance.now() - began) / 1_000];
  const { frames, tasks } = await opened.seen();
  const late = frames.filter((ms) => ms > 34).length;
  const share = (key) => `${(((after[key] - before[key]) / seconds) * 100).toFixed(0)}%`;
  console.log(`${what}: ${tasks.length} tasks over 50 ms; ${late} of ${frames.length} frames over 34 ms, the longest ${Math.max(...frames).toFixed(0)} ms`);
  console.log(`  the page's thread worked ${share('task')} of the time: scripts ${share('script')}, styles ${share('style')}, layout ${share('layout')}; all of its process ${share('all')}`);
}

const byHand = { turns: 90, pixels: 120, every: 60 };
const flown = { turns: 240, pixels: 400, every: 16 };

const library = await open(values.data);
const { page } = library;
await page.keyboard.press('g');
await page.keyboard.press('l');
const grid = page.getByRole('grid', { name: 'Pictures' });
for (const view of ['Grid', 'List']) {
  await page.getByRole('radio', { name: view, exact: true }).click();
  await grid.getByRole('gridcell').first().waitFor();
  await delay(3_000);
  await grid.hover();
  await scroll(library, `${view.toLowerCase()}, by hand`, byHand);
  await scroll(library, `${view.toLowerCase()}, flown over`, flown);
}
await page.getByRole('radio', { name: 'Grid', exact: true }).click();
await page.getByRole('button', { name: 'Timeline', exact: true }).click();
await delay(1_000);
await library.app.close();

const boards = await open(values.board);
await boards.page.getByRole('button', { name: 'Board of Lantern Harbor' }).click({ force: true });
const columns = boards.page.getByRole('listbox', { name: /^Cards of/ });
await columns.first().getByRole('option').first().waitFor();
await delay(2_000);
const sizes = await columns.evaluateAll((lists) => lists.map((list) => Number(list.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 0)));
const cards = Math.max(...sizes);
const { x, y } = await columns.nth(sizes.indexOf(cards)).boundingBox();
await boards.page.mouse.move(x + 60, y + 300);
console.log(`a column of ${cards} cards`);
await scroll(boards, 'the column, by hand', byHand);
await scroll(boards, 'the column, flown over', flown);
await boards.page.getByRole('button', { name: 'Timeline', exact: true }).click();
await delay(1_000);
await boards.app.close();
