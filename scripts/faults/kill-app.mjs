#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startVirtualScreen } from '../lib/display.mjs';
import { electronForTests } from '../lib/electron-for-tests.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { setUp } from '../lib/set-up.mjs';
import { noisyPicture } from './lib/pictures.mjs';
import { contentsIn, filesBelow, inTrash, logIsWhole, must, nothingLost, placeIn } from './lib/scenarios.mjs';
import { seededRandom } from '../lib/seeded-random.mjs';

const usage = `node scripts/faults/kill-app.mjs [--kills 200] [--seed N]

Opens the real app on an inbox that keeps filling and kills it with SIGKILL at random moments: its main process, or now and
then a media process, the renderer or the GPU process. Nothing may be lost; in the end every picture is filed once.`;

/** The processes of an app, by what they are. */
const processesOf = (pid) => {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const rows = listed.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).map(([, id, parent, words]) => ({ id: Number(id), parent: Number(parent), words }));
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, parent } of rows) if (family.has(parent) && !family.has(id)) grown = Boolean(family.add(id));
  }
  return rows.filter(({ id }) => family.has(id) && id !== pid);
};

const open = (place) => {
  const launch = electronForTests('--data', place.data, '--inbox', place.inbox, '--organized', place.organized);
  const config = join(place.home, 'config');
  mkdirSync(join(config, 'alice'), { recursive: true });
  const child = spawn(launch.executablePath, launch.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...launch.env, HOME: place.home, XDG_CONFIG_HOME: config },
  });
  let filed = 0;
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (filed += text.split('asset.organized').length - 1));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
  return { child, ended, filed: () => filed, bugs: () => stderr.split('\n').filter((line) => line.startsWith('Something went wrong')) };
};

const killFamily = ({ child }) => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

/** Waits until every content is organized. */
const everythingFiled = async (place, contents, app) => {
  for (let waited = 0; ; waited += 100) {
    const organized = filesBelow(place.organized).filter((path) => !path.endsWith('.part') && !inTrash(path));
    const there = new Set(contentsIn(...organized));
    if (contents.every((hash) => there.has(hash))) return organized;
    must(waited < 120_000, `${contents.length - there.size} pictures are not filed after two minutes; look at ${place.home}`);
    must(app.child.exitCode === null, `the app ended by itself; look at ${place.home}`);
    await delay(100);
  }
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  await setUp({});
  const kills = Number(values.kills);
  const random = seededRandom(Number(values.seed));
  const screen = process.env.DISPLAY ? null : await startVirtualScreen();
  if (screen) process.env.DISPLAY = screen.display;
  const home = mkdtempSync(join(tmpdir(), 'alice-kill-app-'));
  const place = placeIn(home);
  mkdirSync(join(place.inbox, 'p'), { recursive: true });
  mkdirSync(place.organized);
  say(`Seed ${values.seed}.`);
  const began = Date.now();
  const struck = { main: 0, other: 0 };
  let next = 0;
  let contents = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    for (const end = next + 3 + Math.floor(random() * 6); next < end; next += 1) writeFileSync(join(place.inbox, 'p', `${next}.png`), noisyPicture(next, 96));
    contents = contentsIn(place.inbox);
    const app = open(place);
    // An open app takes about half a second to its first event; most blows fall while it works.
    await Promise.race([delay(200 + random() * 2_300), app.ended]);
    const others = random() < 0.25 ? processesOf(app.child.pid) : [];
    const other = others[Math.floor(random() * others.length)];
    if (other) {
      try {
        process.kill(other.id, 'SIGKILL');
        struck.other += 1;
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
      await Promise.race([delay(300), app.ended]);
    }
    killFamily(app);
    await app.ended;
    struck.main += 1;
    nothingLost(place, contents, `after kill ${kill}`);
    if (kill % 25 === 0) say(`${kill} kills, ${next} pictures, ${Math.round((Date.now() - began) / 1_000)} s`);
  }
  const app = open(place);
  const organized = await everythingFiled(place, contents, app);
  await delay(500);
  process.kill(app.child.pid, 'SIGTERM');
  await app.ended;
  must(app.bugs().length === 0, `the last run reported ${app.bugs()[0]}; look at ${home}`);
  must(organized.length === new Set(contents).size, `${organized.length} files for ${contents.length} pictures; look at ${home}`);
  must(!filesBelow(place.organized).some((path) => path.endsWith('.part')), `a part was left behind; look at ${home}`);
  logIsWhole(place);
  await screen?.end();
  rmSync(home, { recursive: true, force: true });
  say(
    `${struck.main} kills of the app (${struck.other} of them began with another of its processes), ${contents.length} pictures, in ` +
      `${Math.round((Date.now() - began) / 1_000)} s: 0 lost, 0 filed twice, 0 events lost or torn, 0 leftovers.`,
  );
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
process.exit();
