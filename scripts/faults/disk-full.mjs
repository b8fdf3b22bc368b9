#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appModules } from '../lib/app-modules.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { noisyPicture } from './lib/pictures.mjs';

const usage = `node scripts/faults/disk-full.mjs [--files N] [--only WORDS]

Has a hub work on disks of several sizes until they are full (of bytes or of names; with the organized files, the log or both
on them; or filled up by someone else), looks that nothing is set aside, lost or half there, makes room and looks that
every file is filed exactly once in the end. Needs root, for mounting.`;

const { values } = parseArgs({ options: { files: { type: 'string', default: '60' }, only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } } });
if (values.help) {
  say(usage);
  process.exit(0);
}
if (process.env.ALICE_OWN_MOUNTS !== '1') {
  // Mounts live in a name space of their own and go with the process.
  const env = { ...process.env, ALICE_OWN_MOUNTS: '1' };
  const { status, error } = spawnSync('unshare', ['-m', process.execPath, ...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env });
  if (error || status === null) say('Skipped, full disks: unshare is not here, or not allowed.');
  process.exit(error ? 0 : (status ?? 1));
}

const { main } = appModules;
const [{ openHub }, { mediaInThisProcess }, { LogReader }, { openLogReadOnly }] = await Promise.all([
  main('hub'), main('testing/media-double'), main('log/log-reader'), main('log/open-database'),
]);

const files = Number(values.files);
const run = (...args) => {
  const { status, stderr, error } = spawnSync(args[0], args.slice(1), { encoding: 'utf8' });
  return error ? error.message : status === 0 ? null : stderr.trim();
};
const below = (folder) => {
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile());
};
const hashesOf = (paths) => paths.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex')).sort();
const must = (holds, what) => {
  if (!holds) throw new Error(what);
};
const until = async (what, holds) => {
  for (let i = 0; i < 600; i += 1) {
    if (holds()) return;
    await delay(100);
  }
  throw new Error(`After a minute: ${what}.`);
};

/** Each disk: what lies on it, how large it is at first, and what makes room. */
const cases = [
  ...[2, 8, 24].map((size) => ({ name: `organized files on ${size} MB`, on: ['organized'], size: `size=${size}m` })),
  { name: 'organized files, moved, on 8 MB', on: ['organized'], size: 'size=8m', operation: 'move' },
  { name: 'organized files on a disk for 80 names', on: ['organized'], size: 'size=200m,nr_inodes=80', room: 'nr_inodes=100000' },
  { name: 'the log on 64 MB, filled up by someone else', on: ['data'], size: 'size=64m', ballast: true },
  { name: 'log and organized files on 40 MB', on: ['organized', 'data'], size: 'size=40m' },
  { name: 'log and organized files on 128 MB, filled up by someone else', on: ['organized', 'data'], size: 'size=128m', ballast: true },
];

const once = async ({ name, on, size, room = 'size=400m', ballast, operation = 'copy' }) => {
  const home = mkdtempSync(join(tmpdir(), 'alice-full-'));
  const disk = join(home, 'disk');
  mkdirSync(disk);
  const problem = run('mount', '-t', 'tmpfs', '-o', size, 'alice-full', disk);
  if (problem !== null) return say(`Skipped, ${name}: ${problem.split('\n').at(-1)}`);
  const place = (what) => join(on.includes(what) ? disk : home, what);
  const [inbox, organized, data] = [join(home, 'inbox'), place('organized'), place('data')];
  for (const folder of [organized, data]) mkdirSync(folder);
  for (let i = 0; i < files; i += 1) {
    const folder = join(inbox, `project ${i % 7}`);
    mkdirSync(folder, { recursive: true });
    // Half a megabyte behind the picture's end: readers do not mind.
    writeFileSync(join(folder, `${i}.png`), Buffer.concat([noisyPicture(i), Buffer.alloc(500_000, i)]));
  }
  const before = hashesOf(below(inbox));
  const bugs = [];
  const began = performance.now();
  const hub = openHub({
    inbox, organized, dataFolder: data, operation: () => operation, startMedia: mediaInThisProcess, version: '0.0.0',
    reportBug: ({ where, error }) => bugs.push(`${where}: ${error.message}`),
    settleTimes: { completeMs: 0, incompleteMs: 20 }, limits: { lookEveryMs: 200, graceMs: 600_000 },
  });
  const said = [];
  hub.bus.on('*', (event) => { said.push(event); });
  const fill = join(disk, 'ballast');
  const started = hub.start({ watch: true });
  if (ballast) {
    await until('nothing was filed', () => said.some(({ event_type }) => event_type === 'asset.organized'));
    // What Alice lets go of is filled up, too, until there is nothing more.
    for (let i = 0; i < 10; i += 1) {
      run('dd', 'if=/dev/zero', `of=${fill}`, 'bs=16k', 'oflag=append', 'conv=notrunc');
      await delay(300);
    }
  }
  await until('it did not pause', () => hub.pausedFor() !== null);
  const message = hub.pausedFor().message;
  await delay(1_500);
  must(hub.pausedFor() !== null, 'it went on without room');
  const filedThen = said.filter(({ event_type }) => event_type === 'asset.organized').length;
  const whole = new Set(hashesOf([...below(inbox), ...below(organized).filter((path) => !path.includes('.alice-'))]));
  must(before.every((hash) => whole.has(hash)), 'a content was nowhere while it paused');
  if (ballast) rmSync(fill);
  else run('mount', '-o', `remount,${room}`, disk);
  await started;
  await until('it did not go on', () => hub.pausedFor() === null && hub.library.inboxCounts().filed === files).catch((error) => {
    throw new Error(`${error.message} ${hub.pausedFor()?.message ?? ''} ${hub.library.inboxInState('set_aside', 9).map((each) => each.message)} ${JSON.stringify(hub.library.inboxCounts())} ${[...new Set(bugs)].join('; ')}`);
  });
  await hub.settled();
  await hub.close('closed');
  const database = openLogReadOnly(data);
  const events = new LogReader(database).after(0, 1_000_000);
  const sound = database.pragma('integrity_check', { simple: true });
  database.close();
  const count = (type) => events.filter(({ event_type }) => event_type === type).length;
  const aside = events.filter(({ event_type }) => event_type === 'asset.set_aside');
  must(sound === 'ok', `the log is not sound: ${sound}`);
  must(JSON.stringify(hashesOf(below(organized))) === JSON.stringify(before), 'what is filed is not what was in the inbox');
  must(operation === 'move' || JSON.stringify(hashesOf(below(inbox))) === JSON.stringify(before), 'the inbox is not what it was');
  must(count('asset.organized') === files, `${count('asset.organized')} events say that a file was filed`);
  must(aside.length === 0, `${aside.length} files were set aside: ${aside[0]?.data.message}`);
  must(count('hub.paused') > 0 && count('hub.paused') === count('hub.resumed'), `${count('hub.paused')} pauses, ${count('hub.resumed')} ends of one`);
  must(count('event.parked') === 0 && bugs.length === 0, `bugs: ${[...new Set(bugs)].join('; ')}`);
  run('umount', disk);
  rmSync(home, { recursive: true, force: true });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const pauses = count('hub.paused');
  return say(`${name}: paused after ${filedThen} of ${files}, then filed each once, none lost, none set aside; ${pauses} pauses, ${seconds} s. ${message}`);
};

let failed = 0;
for (const each of cases.filter(({ name }) => name.includes(values.only))) {
  try {
    await once(each);
  } catch (error) {
    failed += 1;
    sayTrouble(`${each.name}: ${error.message}`);
  }
}
process.exit(failed > 0 ? 1 : 0);
