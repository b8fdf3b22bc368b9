#!/usr/bin/env node
/**
 * Takes a picture of every screen and layer of the built app: empty, with the samples, and with ten thousand pictures; dark and light;
 * in a small and in a large window.
 *
 *   node scripts/screens.mjs [FOLDER] [--data empty,small,large] [--only WORDS] [--library DIR] [--axe]
 *
 * FOLDER (test-results/screens) gets SCREEN-DATA-THEME-SIZE.png, and in sheets/ one picture of all four for each screen and data set.
 * --only takes the screens in whose name one of the WORDS stands; --library is a folder made by scripts/samples/make-library.mjs.
 * With --axe no pictures are taken: each screen is searched for what stands in the way of people, in both themes.
 * A screen that cannot be reached is told at the end, and the others are taken. Needs a build and, on Linux, a display.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { callersFolder, inRoot } from './lib/paths.mjs';
import { say, sayTrouble, Trouble } from './lib/say.mjs';
import { freshWorld, furnish, largeWorld, settled, smallWorld } from './lib/screens-data.mjs';
import { decidingScreens, inboxScreens, libraryScreens, qualityScreens, timelineScreens } from './lib/screens-places.mjs';
import { careScreens, layerScreens, ownWindows, projectScreens, settingsScreens, systemScreens } from './lib/screens-rest.mjs';
import { obstaclesOn } from './lib/screens-axe.mjs';
import { contactSheet } from './lib/screens-sheets.mjs';
import { openWindow } from './lib/screens-window.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'empty,small,large' },
    only: { type: 'string', default: '' },
    axe: { type: 'boolean', default: false },
    library: { type: 'string', default: join(tmpdir(), 'alice-screens-library', 'library') },
  },
});
const folder = positionals[0] === undefined ? inRoot('test-results', 'screens') : resolve(callersFolder(), positionals[0]);
const words = values.only.split(',').filter((word) => word !== '');
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const samples = inRoot('resources', 'sample-inbox');

const screens = [
  ...timelineScreens, ...libraryScreens, ...inboxScreens, ...qualityScreens, ...decidingScreens, ...projectScreens, ...careScreens,
  ...systemScreens, ...settingsScreens, ...layerScreens,
];
const notTaken = [];
const obstacles = [];
const attempt = async (name, take) => {
  try {
    await take();
  } catch (error) {
    notTaken.push(`${name}: ${String(error.message).split('\n')[0]}`);
  }
};

const withSheet = async (window, name, of) => {
  if (values.axe) {
    obstacles.push(...(await obstaclesOn(window, name, of)));
    return;
  }
  await window.take(name, of);
  await contactSheet(folder, name);
};

async function takeFirstRun(world) {
  const window = await openWindow({ ...world, data: `${world.data}-first`, args: [] }, folder);
  for (const [at, title] of ['Where do new pictures arrive?', 'Where should finished pictures live?', 'See it work?'].entries()) {
    await attempt(`first-run-${at + 1}`, async () => {
      await window.page.getByRole('heading', { name: title }).waitFor();
      if (wanted('first-run')) await withSheet(window, `first-run-${at + 1}-empty`);
      if (at < 2) await window.button(/^Continue/).click();
    });
  }
  await window.close();
}

async function takeScreen(window, world, data, { name, open, messages = false }) {
  await window.afresh();
  const leave = await open(window, { ...world, samples });
  if (!messages) {
    const closers = window.page.getByRole('button', { name: 'Close message' });
    for (let left = await closers.count(); left > 0; left -= 1) await closers.first().click({ timeout: 1_000 }).catch(() => undefined);
  }
  // What lies under the pointer looks otherwise.
  if (leave === undefined) await window.page.mouse.move(1, 1);
  await window.still();
  try {
    await withSheet(window, `${name}-${data}`);
  } finally {
    if (typeof leave === 'function') await leave();
  }
}

async function takeOtherPages(window, data) {
  for (const [name, command] of ownWindows.filter(([one]) => wanted(one))) {
    await attempt(name, async () => {
      await window.afresh();
      const [other] = await Promise.all([window.app.waitForEvent('window'), window.run(command)]);
      await withSheet(window, `${name}-${data}`, other);
      await other.close();
    });
  }
  if (wanted('recovery')) {
    await attempt('recovery', async () => {
      await window.page.goto('app://alice/recovery.html#hung');
      await withSheet(window, `recovery-${data}`);
    });
  }
}

async function takeAll(data, world) {
  const window = await openWindow(world, folder);
  try {
    if (data === 'small') await settled(window, 13);
    if (data !== 'empty') await furnish(window);
    for (const screen of screens) {
      if (!wanted(screen.name) || (screen.needs === true && data === 'empty') || (screen.only ?? data) !== data) continue;
      await attempt(`${screen.name}-${data}`, () => takeScreen(window, world, data, screen));
    }
    if (data === 'small') await takeOtherPages(window, data);
  } finally {
    await window.close();
  }
}

const worlds = { empty: freshWorld, small: smallWorld, large: () => largeWorld(resolve(values.library)) };

try {
  for (const data of values.data.split(',')) {
    if (worlds[data] === undefined) throw new Trouble(`There is no data set ${data}. These are there: ${Object.keys(worlds).join(', ')}.`);
    const world = await worlds[data]();
    const began = performance.now();
    try {
      if (data === 'empty') await takeFirstRun(world);
      await takeAll(data, world);
    } finally {
      rmSync(world.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
    say(`${data}: ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  }
  for (const line of notTaken) say(`Not taken: ${line}`);
  for (const line of obstacles) say(line);
  say(values.axe ? `Things that stand in someone’s way: ${obstacles.length}.` : `The screens are in ${folder}.`);
  process.exitCode = notTaken.length + obstacles.length === 0 ? 0 : 1;
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
