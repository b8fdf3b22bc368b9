#!/usr/bin/env node
/**
 * The keeper's scan of an organized folder, beside the limit (find, which only lists and stats) and a peer that compares a tree
 * with what it should be (git status with a warm index, where git is there).
 *
 *   node bench/keeper.mjs [--files 100000] [--rounds 3]
 *
 * Small files, 50 in a folder, filed in a library as the organizer does. Measured are: nothing changed; the cache of file identities
 * lost; every folder renamed. Printed are the median of the rounds, the greatest delay of the event loop, and the memory that
 * the scan took on top.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import console from 'node:console';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createHash } from 'node:crypto';
import { appModules } from '../scripts/lib/app-modules.mjs';
import { median } from './lib/figures.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } } });
const count = Number(values.files);
const rounds = Number(values.rounds);

const { survey } = await appModules.main('services/keeper/survey');
const { organizedFiles } = await appModules.main('adapters/files/organized-files');
const { OrganizedIdentities } = await appModules.main('projections/organized-identities');
const { createProjections } = await appModules.main('projections/open-projections');

const home = mkdtempSync(join(tmpdir(), 'alice-keeper-'));
process.on('exit', () => { rmSync(home, { recursive: true, force: true }); });
const organized = join(home, 'organized');

const placeOf = (i, top = '2026') => join(organized, `${top}-${String(Math.floor(i / 50) % 12 + 1).padStart(2, '0')}-02`, `project-${Math.floor(i / 50)}`, 'comfyui');

function make(database) {
  const put = database.prepare('INSERT INTO assets (content_hash, filed_sequence, project, record) VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (let i = 0; i < count; i += 1) {
      const folder = placeOf(i);
      if (i % 50 === 0) mkdirSync(folder, { recursive: true });
      const path = join(folder, `picture-${i}.png`);
      const content = `picture number ${i}`;
      writeFileSync(path, content);
      const content_hash = createHash('sha256').update(content).digest('hex');
      const generation = { tool: 'comfyui', prompt: 'a harbor at dusk with lanterns '.repeat(20) };
      const record = { content_hash, story_id: 's', path, file_size: content.length, sidecars: [], missing: null, generation, filed_at: new Date(Date.now() + 1).toISOString() };
      put.run(content_hash, i + 1, 'p', JSON.stringify(record));
    }
  })();
}


async function measured(label, run, before = () => undefined) {
  const times = [];
  let [lag, grown] = [0, 0];
  for (let i = 0; i < rounds; i += 1) {
    before();
    globalThis.gc?.();
    const base = process.memoryUsage().rss;
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    let most = base;
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 20);
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
    clearInterval(watch);
    loop.disable();
    lag = Math.max(lag, loop.max / 1e6);
    grown = Math.max(grown, (most - base) / 1e6);
  }
  console.log(`${label.padEnd(44)} ${(median(times) / 1000).toFixed(2).padStart(7)} s   loop ${lag.toFixed(0).padStart(4)} ms   +${grown.toFixed(0).padStart(4)} MB`);
  return median(times);
}

function limit(label, command, ...args) {
  const times = [];
  try {
    for (let i = 0; i < rounds; i += 1) {
      const began = performance.now();
      execFileSync(command, args, { stdio: 'ignore', cwd: organized });
      times.push(performance.now() - began);
    }
    console.log(`${label.padEnd(44)} ${(median(times) / 1000).toFixed(2).padStart(7)} s`);
  } catch {
    console.log(`${label.padEnd(44)} skipped: ${command} is not on this machine`);
  }
}

const database = createProjections(join(home, 'library.sqlite'));
make(database);
await delay(100);
const files = organizedFiles(organized);
const none = { hashes: new Set(), paths: new Set() };
const memory = Object.assign(new OrganizedIdentities(database), { underway: () => none });
const expect = (seen, wanted) => {
  const got = { root: seen.root, moved: seen.moved.length, away: seen.away.length };
  if (JSON.stringify(got) !== JSON.stringify({ root: 'there', moved: 0, away: 0, ...wanted })) throw new Error(`The scan found ${JSON.stringify(got)}.`);
};

console.log(`${count.toLocaleString('en')} files, ${rounds} rounds, node ${process.version}`);
expect(await survey(files, memory), {});
await measured('keeper, nothing changed', async () => { expect(await survey(files, memory), {}); });
await measured('keeper, all that was remembered lost', async () => { expect(await survey(files, memory), {}); }, () => database.exec("DELETE FROM organized_identities WHERE file_path <> ''"));
await measured('keeper, foreign files looked for', async () => { expect(await survey(files, memory, { foreign: true }), {}); });
limit('find: lists and stats', 'find', '.', '-type', 'f', '-printf', '%s %T@ %C@\\n');
try {
  execFileSync('git', ['init', '-q'], { cwd: organized, stdio: 'ignore' });
  execFileSync('git', ['add', '-A'], { cwd: organized, stdio: 'ignore' });
  limit('git status, warm index', 'git', 'status', '--porcelain');
  rmSync(join(organized, '.git'), { recursive: true });
} catch {
  console.log('git status: skipped, git is not on this machine');
}
for (let month = 1; month <= 12; month += 1) {
  const name = `2026-${String(month).padStart(2, '0')}-02`;
  renameSync(join(organized, name), join(organized, `moved-${name}`));
}
await measured('keeper, every folder renamed', async () => { expect(await survey(files, memory), { moved: count }); });
database.close();
