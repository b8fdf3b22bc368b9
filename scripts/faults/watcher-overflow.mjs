#!/usr/bin/env node
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say, sayTrouble, Trouble } from '../lib/say.mjs';
import { setUp } from '../lib/set-up.mjs';
import { smallPicture } from './lib/many-small-pictures.mjs';
import { startWatchingHub } from './lib/watching-hub.mjs';

const usage = `node scripts/faults/watcher-overflow.mjs [--files 5000] [--queue 16] [--limit 30]

Lets the system forget most of what happens in a watched inbox: its queue of file events is made so short that it runs
over (fs.inotify.max_queued_events; for the whole machine, and set back afterwards), while thousands of pictures are
created at once. Every one must be found within the limit, in seconds.`;

const queueLength = '/proc/sys/fs/inotify/max_queued_events';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    queue: { type: 'string', default: '16' },
    limit: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
});

/** Sets the length of the system's queue; a watcher that begins afterwards has it. Hands back the way to undo it. */
const shortenQueue = (length) => {
  const before = readFileSync(queueLength, 'utf8').trim();
  writeFileSync(queueLength, String(length));
  return () => writeFileSync(queueLength, before);
};

const overflow = async ({ files, queue, limit }) => {
  const home = mkdtempSync(join(tmpdir(), 'alice-overflow-'));
  for (const name of ['inbox', 'organized', 'data']) mkdirSync(join(home, name));
  const restore = shortenQueue(queue);
  process.once('SIGINT', () => {
    restore();
    process.exit(130);
  });
  let last = { found: 0, bugs: [] };
  let hub;
  try {
    hub = await startWatchingHub(home, (report) => (last = report));
    mkdirSync(join(home, 'inbox', 'storm'));
    await delay(500);
    const began = performance.now();
    for (let i = 0; i < files; i += 1) writeFileSync(join(home, 'inbox', 'storm', `${i}.png`), smallPicture(i));
    const created = performance.now();
    say(`${files} pictures created in ${((created - began) / 1000).toFixed(1)} s.`);
    let hinted = null;
    while (last.found < files && performance.now() - created < limit * 1000) {
      await delay(200);
      if (hinted === null && performance.now() - created > 1_000) hinted = last.found;
    }
    const seconds = ((performance.now() - created) / 1000).toFixed(1);
    say(`${hinted ?? last.found} of them were found within a second; the system had dropped what would have told of the others.`);
    if (last.found < files) throw new Trouble(`Only ${last.found} of ${files} were found within ${limit} s; look at ${home}`);
    if (last.bugs.length > 0) throw new Trouble(`Bugs were reported: ${last.bugs.join('; ')}`);
    say(`${last.found} of ${files} found ${seconds} s after the last was created.`);
  } finally {
    restore();
    await hub?.stop();
  }
  rmSync(home, { recursive: true, force: true });
};

const run = async () => {
  if (values.help) return say(usage);
  if (process.platform !== 'linux') return say('Skipped: watcher overflow. Only Linux has a queue of file events that can be shortened.');
  try {
    writeFileSync(queueLength, readFileSync(queueLength));
  } catch {
    return say('Skipped: watcher overflow. It needs the right to change fs.inotify.max_queued_events (run as root).');
  }
  await setUp({ electron: false });
  await overflow({ files: Number(values.files), queue: Number(values.queue), limit: Number(values.limit) });
};

try {
  await run();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
