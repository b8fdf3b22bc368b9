#!/usr/bin/env node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say, sayTrouble, Trouble } from '../lib/say.mjs';
import { setUp } from '../lib/set-up.mjs';
import { smallPicture } from './lib/many-small-pictures.mjs';
import { startWatchingHub } from './lib/watching-hub.mjs';

const usage = `node scripts/faults/storm.mjs [--files 100000] [--within 60] [--folders 50] [--rss 600]

Creates many small pictures, each another, within a minute while Alice watches. Every one must be found and end in an
outcome; the memory of Alice's main process must stay below --rss megabytes and its queues must stay short. Says what it
took.`;

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    within: { type: 'string', default: '60' },
    folders: { type: 'string', default: '50' },
    rss: { type: 'string', default: '600' },
    help: { type: 'boolean', default: false },
  },
});

/** Resolves when `count` has been reached, with the seconds since; throws when nothing has moved for five minutes. */
const reached = async (what, count, since) => {
  let [before, moved, said] = [-1, performance.now(), performance.now()];
  for (;;) {
    const now = what();
    if (now >= count) return (performance.now() - since) / 1000;
    if (now !== before) [before, moved] = [now, performance.now()];
    if (performance.now() - moved > 300_000) throw new Trouble(`It stopped at ${now} of ${count}.`);
    if (performance.now() - said > 30_000) {
      said = performance.now();
      say(`  ${now} of ${count}`);
    }
    await delay(200);
  }
};

const create = async (home, files, folders, withinMs) => {
  const began = performance.now();
  for (let i = 0; i < folders; i += 1) mkdirSync(join(home, 'inbox', `folder ${i}`));
  for (let i = 0; i < files; i += 1) {
    writeFileSync(join(home, 'inbox', `folder ${i % folders}`, `${i}.png`), smallPicture(i));
    // Spread over the time given, a little ahead of it.
    if (i % 500 === 499) await delay(Math.max(0, (i / files) * withinMs * 0.9 - (performance.now() - began)));
  }
  return (performance.now() - began) / 1000;
};

const storm = async ({ files, within, folders, rss }) => {
  const home = mkdtempSync(join(tmpdir(), 'alice-storm-'));
  for (const name of ['inbox', 'organized', 'data']) mkdirSync(join(home, name));
  let last = { found: 0, done: 0, aside: 0, peakRss: 0, longestStallMs: 0, mostQueued: 0, bugs: [] };
  const hub = await startWatchingHub(home, (report) => (last = report));
  try {
    const began = performance.now();
    const seconds = await create(home, files, folders, within * 1000);
    const created = performance.now();
    say(`${files} pictures created in ${seconds.toFixed(1)} s; ${last.found} found and ${last.done} filed by then.`);
    const foundIn = await reached(() => last.found, files, created);
    say(`All found ${foundIn.toFixed(1)} s after the last was created.`);
    const filedIn = await reached(() => last.done, files, began);
    // What comes after the end, if it is more than one outcome for a file.
    await delay(2_000);
    say(`All filed ${filedIn.toFixed(1)} s after the first was created (${Math.round(files / filedIn)} a second); ${last.aside} set aside.`);
    say(`Main process: peak RSS ${Math.round(last.peakRss / 1e6)} MB, longest stall ${Math.round(last.longestStallMs)} ms, longest queue of a service ${last.mostQueued}.`);
    if (last.found !== files || last.done !== files) throw new Trouble(`${last.found} found and ${last.done} outcomes of ${files}; look at ${home}`);
    if (last.bugs.length > 0) throw new Trouble(`Bugs were reported: ${last.bugs.join('; ')}`);
    if (last.peakRss > rss * 1e6) throw new Trouble(`The main process needed more than ${rss} MB.`);
  } finally {
    await hub.stop();
  }
  rmSync(home, { recursive: true, force: true });
};

try {
  if (values.help) say(usage);
  else {
    await setUp({ electron: false });
    await storm({ files: Number(values.files), within: Number(values.within), folders: Number(values.folders), rss: Number(values.rss) });
  }
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
