#!/usr/bin/env node
/**
 * How fast pictures come in the layer for deciding: real key presses in the real window.
 *
 *   node bench/cull.mjs [--data DIR] [--assets 10000] [--real 300] [--decisions 200] [--per-second 5]
 *
 * In DIR a library is made once (see scripts/samples/make-library.mjs), the newest of it with real files of two to twelve
 * megapixels. First nothing happens for five seconds: that is what the machine gives anyway. Then so many ratings are given by
 * key. Printed are the time from the key to the next picture on the screen (its thumbnail, and the picture itself), as
 * milliseconds and in frames of 1/60 s, frames that came late, and tasks longer than 50 ms. Needs a built app and a display.
 */
import { spawnSync } from 'node:child_process';
import console from 'node:console';
import { existsSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { URL, fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { _electron } from '@playwright/test';
import { electronForPlaywright } from '../scripts/lib/electron-for-tests.mjs';
import { spread } from './lib/figures.mjs';
import { watchFrames } from './lib/watch-frames.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(os.tmpdir(), 'alice-bench-cull', 'library') },
    assets: { type: 'string', default: '10000' },
    real: { type: 'string', default: '300' },
    decisions: { type: 'string', default: '200' },
    'per-second': { type: 'string', default: '5' },
  },
});

const late = (frames) => {
  const over = frames.filter((ms) => ms > 20).length;
  const most = frames.length === 0 ? 0 : Math.max(...frames);
  const share = ((over / frames.length) * 100).toFixed(2);
  return `${over} of ${frames.length} frames over 20 ms (${share} %), the longest ${most.toFixed(0)} ms`;
};

function makeLibrary() {
  if (existsSync(join(values.data, 'log.sqlite'))) return;
  const script = fileURLToPath(new URL('../scripts/samples/make-library.mjs', import.meta.url));
  const args = [script, '--data', values.data, '--assets', values.assets, '--thumbnails', values.assets, '--real', values.real];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The library could not be made.');
}

/** Runs in the window: writes down when each picture was on the screen. */
function watchPictures() {
  const { document, requestAnimationFrame, MutationObserver } = globalThis;
  const seen = { thumbs: [], originals: [] };
  const here = () => document.querySelector('[role="dialog"] [role="img"][data-thumb]');
  // What stands in the document when a frame begins is on the screen when the next one does.
  const note = (key, into) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { into.push(performance.now() - key.at); };
      channel.port2.postMessage(null);
    });
  };
  const look = () => {
    const picture = here();
    const { pressed } = globalThis;
    if (pressed === undefined || picture === null || picture.querySelector('img')?.src === pressed.src) return;
    if (!pressed.thumb && (picture.dataset.thumb === 'ready' || picture.dataset.screen === 'ready')) {
      pressed.thumb = true;
      note(pressed, seen.thumbs);
    }
    if (!pressed.original && picture.dataset.screen === 'ready') {
      pressed.original = true;
      note(pressed, seen.originals);
    }
  };
  new MutationObserver(look).observe(document.querySelector('[role="dialog"]'), { subtree: true, childList: true, attributes: true });
  globalThis.takePictures = () => ({ thumbs: seen.thumbs.splice(0), originals: seen.originals.splice(0) });
}

/** Runs before Alice's own code, so that it hears a key before she does. */
function hearKeys() {
  const { document } = globalThis;
  const hear = ({ timeStamp }) => {
    const src = document.querySelector('[role="dialog"] [role="img"][data-thumb] img')?.src;
    globalThis.pressed = { at: timeStamp, src, thumb: false, original: false };
  };
  globalThis.addEventListener('keydown', hear, { capture: true });
}

makeLibrary();
const launch = electronForPlaywright('--data', values.data, '--inbox', `${values.data}-inbox`, '--organized', `${values.data}-organized`);
const app = await _electron.launch({ ...launch, colorScheme: null });
try {
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1600, 1000));
  await page.addInitScript(hearKeys);
  await page.reload();
  await page.getByRole('main').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell').first().waitFor();
  // What a start has to do is not what is measured.
  await delay(10_000);
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Decide about pictures' }).waitFor();
  await delay(5_000);
  const takeFrames = await watchFrames(page);
  await delay(5_000);
  const still = await takeFrames();
  await page.evaluate(watchPictures);
  const decisions = Number(values.decisions);
  const every = 1000 / Number(values['per-second']);
  const began = performance.now();
  for (let i = 0; i < decisions; i += 1) {
    await page.keyboard.press(String(1 + ((i * 7) % 5)));
    await delay(Math.max(0, began + (i + 1) * every - performance.now()));
  }
  await delay(1_000);
  const busy = await takeFrames();
  const pictures = await page.evaluate(() => globalThis.takePictures());
  const [one] = os.loadavg();
  console.log(`${decisions} decisions at ${values['per-second']} a second over ${values.assets} assets; load ${one.toFixed(1)} on ${os.cpus().length} processors`);
  console.log(`key to next picture: ${spread(pictures.thumbs)}; ${pictures.thumbs.length} of ${decisions} seen`);
  console.log(`key to the picture itself: ${spread(pictures.originals)}; ${pictures.originals.length} of ${decisions} came before the next key`);
  console.log(`frames while deciding: ${late(busy.frames)}`);
  console.log(`frames while nothing happens: ${late(still.frames)}`);
  console.log(`tasks over 50 ms: ${busy.tasks.length}${busy.tasks.length === 0 ? '' : `, the longest ${Math.max(...busy.tasks).toFixed(0)} ms`}; while nothing happens ${still.tasks.length}`);
} finally {
  await app.close();
}
