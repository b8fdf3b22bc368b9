import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { noisyPicture } from './faults/lib/pictures.mjs';
import { nodeForScripts } from './lib/node-for-scripts.mjs';
import { inRoot } from './lib/paths.mjs';
import { say, sayTrouble, Trouble } from './lib/say.mjs';
import { seededRandom } from './lib/seeded-random.mjs';
import { setUp } from './lib/set-up.mjs';

const usage = `node scripts/crash-soak.mjs [--kills N] [--files N] [--mode copy|move|both] [--seed N]

Fills an inbox, starts Alice on it and kills it with SIGKILL at a random moment of its work, again and again, until
everything is filed; then checks that every file is filed exactly once and starts anew, until N kills have hit.`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    files: { type: 'string', default: '200' },
    mode: { type: 'string', default: 'both' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const contentsOf = (...folders) => folders.flatMap(filesBelow).map(hashOf).sort();

/** Runs Alice; with a number, kills it soon after it has filed so many. */
const run = async (args, killAfter, thenMs) => {
  const child = spawn(nodeForScripts(), [inRoot('out', 'main', 'cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let filed = 0;
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const reached = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      filed += text.split('"event_type":"asset.organized"').length - 1;
      if (filed >= killAfter) resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  if (killAfter !== undefined) {
    await Promise.race([reached, ended]);
    await delay(thenMs);
    child.kill('SIGKILL');
  }
  return ended;
};

const must = (holds, what) => {
  if (!holds) throw new Trouble(what);
};

/** One inbox from full to filed. Resolves with how many kills hit. */
const round = async ({ mode, files, random, killsLeft }) => {
  const home = mkdtempSync(join(tmpdir(), 'alice-soak-'));
  const [inbox, organized, data] = ['inbox', 'organized', 'data'].map((name) => join(home, name));
  for (const folder of [inbox, organized]) mkdirSync(folder);
  for (let i = 0; i < files; i += 1) {
    mkdirSync(join(inbox, `project ${i % 7}`), { recursive: true });
    writeFileSync(join(inbox, `project ${i % 7}`, `${i}.png`), noisyPicture(i));
  }
  const before = contentsOf(inbox);
  const args = ['organize', inbox, '--to', organized, '--data', data, '--json', ...(mode === 'move' ? ['--move'] : [])];
  let kills = 0;
  while (kills < killsLeft && filesBelow(organized).length < files) {
    const { signal } = await run(args, Math.floor(random() * 12), Math.floor(random() * 20));
    if (signal === 'SIGKILL') kills += 1;
    const there = new Set(contentsOf(inbox, organized));
    const lost = before.filter((hash) => !there.has(hash));
    must(lost.length === 0, `${lost.length} files lost after a kill (${mode}); look at ${home}`);
  }
  const { code, stderr } = await run(args);
  must(code === 0 && stderr === '', `the last run ended with ${code} ${stderr}; look at ${home}`);
  must(JSON.stringify(contentsOf(organized)) === JSON.stringify(before), `not every file is filed exactly once; look at ${home}`);
  must(!filesBelow(organized).some((path) => path.endsWith('.part')), `a part was left behind; look at ${home}`);
  must(filesBelow(inbox).length === (mode === 'move' ? 0 : files), `the inbox is not as ${mode} leaves it; look at ${home}`);
  const events = (await run(['events', '--data', data, '--json'])).stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  must(events.every(({ sequence }, i) => sequence === i + 1), `the log has a gap; look at ${home}`);
  const organizedOnce = events.filter(({ event_type }) => event_type === 'asset.organized').map(({ subject }) => subject).sort();
  must(JSON.stringify(organizedOnce) === JSON.stringify(before), `a file was recorded as filed twice or never; look at ${home}`);
  must(!events.some(({ event_type }) => event_type === 'event.parked'), `an event was parked; look at ${home}`);
  rmSync(home, { recursive: true, force: true });
  return { kills, events: events.length };
};

const soak = async () => {
  if (values.help) return say(usage);
  const [wanted, files, seed] = [values.kills, values.files, values.seed].map(Number);
  const modes = values.mode === 'both' ? ['copy', 'move'] : [values.mode];
  await setUp({ electron: false });
  const random = seededRandom(seed);
  const sum = { kills: 0, rounds: 0, events: 0 };
  const began = Date.now();
  say(`Seed ${seed}.`);
  while (sum.kills < wanted) {
    const { kills, events } = await round({ mode: modes[sum.rounds % modes.length], files, random, killsLeft: wanted - sum.kills });
    sum.kills += kills;
    sum.rounds += 1;
    sum.events += events;
    say(`${sum.kills} of ${wanted} kills, ${sum.rounds * files} files, ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`${sum.kills} kills, ${sum.rounds * files} files, ${sum.events} events in ${seconds} s: 0 lost, 0 filed twice, 0 parts left, 0 gaps in the log.`);
};

try {
  await soak();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
