import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appModules } from '../lib/app-modules.mjs';
import { corruptions, harm } from './lib/corruptions.mjs';
import { eventMaker } from './lib/log-events.mjs';
import { seededRandom } from '../lib/seeded-random.mjs';

const usage = `node scripts/faults/corrupt-log.mjs [--runs N] [--events N] [--seed N]

Writes a log with a backup of its first four fifths, harms it at random (pages, bytes, sectors, cuts, headers; the log, its
write-ahead log or both) and opens it as Alice does at its start. Every event that was in the backup, or in a row whose
pages were not touched, must be there, and none may say anything else than before.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    events: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

const { main, shared } = appModules;
const [{ stampEvent }, { EventLog }, { LogReader }, { toLine }, { backUp }, { openStorage }] = await Promise.all([
  shared('events/envelope'), main('log/event-log'), main('log/log-reader'), main('log/ndjson'),
  main('hub/backup'), main('hub/storage'),
]);
const [{ Lifetime }, { DatabasePages }, { rowsIn }] = await Promise.all([
  main('kernel/lifetime'), main('log/recovery/database-pages'), main('log/recovery/page-rows'),
]);

const eventAt = eventMaker(stampEvent);
const events = Number(values.events);
const runs = Number(values.runs);
const work = mkdtempSync(join(tmpdir(), 'alice-corrupt-'));
const base = join(work, 'base');
const pageSize = 16_384;

/** A log in use: four fifths of it are backed up, and its newest part lies in the write-ahead log. */
const writeBase = async () => {
  mkdirSync(base);
  const lifetime = new Lifetime();
  const { log: database, projections } = openStorage(base, false, lifetime);
  const log = new EventLog(database);
  const append = async (from, to) => {
    for (let i = from; i < to; i += 20) {
      await log.append(Array.from({ length: Math.min(20, to - i) }, (_, j) => eventAt(i + j)));
    }
  };
  const backedUp = Math.floor(events * 0.8);
  await append(0, backedUp);
  await backUp({ database, dataFolder: base });
  await append(backedUp, Math.floor(events * 0.95));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('wal_autocheckpoint = 0');
  await append(Math.floor(events * 0.95), events);
  // The library has seen them all: these events are too simple to be folded.
  projections.prepare('UPDATE position SET sequence = ?').run(events);
  const lines = new LogReader(database).storedAfter(0, events).map(({ event }) => toLine(event));
  const live = join(work, 'live');
  cpSync(base, live, { recursive: true });
  await lifetime.end();
  return { lines, backedUp, live };
};

/** Where pages lie: in the log by number, in the write-ahead log by place, and where the newest version of a page is. */
const placesOfPages = (folder) => {
  const file = join(folder, 'log.sqlite-wal');
  const wal = statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : Buffer.alloc(0);
  const frame = (i) => ({ file: 'log.sqlite-wal', from: 32 + i * (pageSize + 24), to: 32 + (i + 1) * (pageSize + 24) });
  const page = (number) => ({ file: 'log.sqlite', from: (number - 1) * pageSize, to: number * pageSize });
  const newest = new Map();
  for (let i = 0; frame(i).to <= wal.length; i += 1) newest.set(wal.readUInt32BE(frame(i).from), i);
  return { frame, page, newest: (number) => (newest.has(number) ? frame(newest.get(number)) : page(number)) };
};

/** Which bytes hold each event: by sequence, the ranges of each of its versions in the log and in the write-ahead log. */
const placesOf = (folder) => {
  const places = new Map();
  const pages = new DatabasePages(join(folder, 'log.sqlite'));
  // Long events go on on pages of their own: those that are asked for while a row is read are its.
  const asked = [];
  const ask = pages.page.bind(pages);
  pages.page = (number) => {
    asked.push(number);
    return ask(number);
  };
  const at = placesOfPages(folder);
  let index = 0;
  const inFile = readFileLength(join(folder, 'log.sqlite')) / pageSize;
  for (const page of pages.all()) {
    const inWal = index >= inFile;
    for (const { from, rowid, cells } of rowsIn(pages, page)) {
      const beyond = asked.splice(0);
      if (from !== 'table' || cells.length !== 10) continue;
      const version = [inWal ? at.frame(index - inFile) : at.page(index + 1), ...beyond.map(at.newest)];
      places.set(rowid, [...(places.get(rowid) ?? []), version]);
    }
    index += 1;
  }
  pages.close();
  return places;
};

const { lines, backedUp, live } = await writeBase();
function readFileLength(file) {
  return statSync(file).size;
}

const random = seededRandom(Number(values.seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const variants = { closed: { folder: base, places: placesOf(base) }, live: { folder: live, places: placesOf(live) } };
const totals = { runs: 0, untouched: 0, mended: 0, lost: 0, readable: 0, wrong: 0, missing: 0, crashes: 0, tornLast: 0 };
const byWay = {};

const overlaps = (hit, { file, from, to }) => hit.some((each) => each.file === file && each.from < to && each.to > from);

const once = async (run) => {
  const kind = pick(['closed', 'live', 'live']);
  const { folder, places } = variants[kind];
  const target = kind === 'closed' ? 'log.sqlite' : pick(['log.sqlite', 'log.sqlite-wal']);
  const way = pick(Object.keys(corruptions));
  const data = join(work, `run-${run}`);
  cpSync(folder, data, { recursive: true });
  rmSync(join(data, 'lease.json'), { force: true });
  const gone = random() < 0.03;
  const size = readFileLength(join(data, target));
  if (gone) rmSync(join(data, target));
  const hit = (gone ? [[0, size]] : harm(join(data, target), way, random, pageSize)).map(([from, to]) => ({ file: target, from, to }));
  const named = gone ? 'the file gone' : way;
  const lifetime = new Lifetime();
  try {
    const { log, recovered } = openStorage(data, false, lifetime);
    const reader = new LogReader(log);
    const found = new Map(reader.storedAfter(0, events * 2).map(({ event }) => [event.sequence, event]));
    const wrong = [...found.values()].filter((event) => event.event_type !== 'log.recovered' && lines[event.sequence - 1] !== toLine(event));
    // One transaction behind damage in the write-ahead log counts as one that a crash kept from ending.
    const walEnd = kind === 'live' ? readFileLength(join(live, 'log.sqlite-wal')) : 0;
    const lastOnly = target === 'log.sqlite-wal' && hit.length > 0 && Math.min(...hit.map(({ from }) => from)) > walEnd - lastTransaction;
    const expected = lines.map((_, i) => i + 1).filter((sequence) => {
      if (sequence <= backedUp) return true;
      return (places.get(sequence) ?? []).some((version) => version.every((place) => !overlaps(hit, place)));
    });
    const missing = expected.filter((sequence) => !found.has(sequence) && !(lastOnly && sequence > events - 20));
    totals.runs += 1;
    totals[recovered ? 'mended' : 'untouched'] += 1;
    totals.lost += events - [...found.keys()].filter((sequence) => sequence <= events).length;
    totals.readable += expected.length;
    totals.wrong += wrong.length;
    totals.missing += missing.length;
    totals.tornLast += lastOnly ? 1 : 0;
    byWay[named] = (byWay[named] ?? 0) + 1;
    if (wrong.length > 0 || missing.length > 0) {
      process.stdout.write(`run ${run} (${kind}, ${target}, ${named}): ${wrong.length} wrong, ${missing.length} missing: ${missing.slice(0, 10).join(' ')}\n`);
      for (const each of wrong) process.stdout.write(`  ${toLine(each).slice(0, 600)}\n  ${lines[each.sequence - 1]?.slice(0, 600)}\n`);
    }
  } catch (error) {
    totals.crashes += 1;
    process.stdout.write(`run ${run} (${kind}, ${target}, ${named}): ${error.stack}\n`);
  } finally {
    await lifetime.end();
    rmSync(data, { recursive: true, force: true });
  }
};

/** How many bytes the last transaction takes in the write-ahead log: the frames behind the last but one that ends one. */
const lastTransaction = (() => {
  const wal = readFileSync(join(live, 'log.sqlite-wal'));
  const frame = pageSize + 24;
  const commits = [];
  for (let at = 32; at + frame <= wal.length; at += frame) if (wal.readUInt32BE(at + 4) > 0) commits.push(at + frame);
  return wal.length - (commits.at(-2) ?? 32);
})();

const began = performance.now();
for (let run = 1; run <= runs; run += 1) await once(run);
rmSync(work, { recursive: true, force: true });
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ seed: Number(values.seed), seconds, ...totals, byWay })}\n`);
if (totals.wrong + totals.missing + totals.crashes > 0) process.exitCode = 1;
