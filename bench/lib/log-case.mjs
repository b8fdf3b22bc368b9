/**
 * One measurement of the log, in a process of its own: `node log-case.mjs CASE FOLDER COUNT`. Prints one JSON object.
 * The cases that carry the app's name run its code as it is in src/.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { appModules } from '../../scripts/lib/app-modules.mjs';
import { eventAt, payloadAt } from './log-events.mjs';

const [, , name, folder, countText] = process.argv;
const count = Number(countText);
mkdirSync(folder, { recursive: true });
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

const cases = {
  /** 64 publishers, each waiting for its acknowledgement before it says the next. */
  async 'append-alice'() {
    const { openLogDatabase } = await appModules.main('log/open-database');
    const { EventLog } = await appModules.main('log/event-log');
    const database = openLogDatabase(folder);
    const log = new EventLog(database);
    const { stampEvent } = await appModules.shared('events/envelope');
    let next = 0;
    const waits = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        while (next < count) {
          const at = performance.now();
          await log.append([eventAt(next++, stampEvent)]);
          waits.push(performance.now() - at);
        }
      }),
    );
    const ms = performance.now() - began;
    waits.sort((a, b) => a - b);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = statSync(join(folder, 'log.sqlite')).size;
    let payload = 0;
    for (let i = 0; i < count; i += 1) payload += payloadAt(i).length;
    return { perSecond: (count / ms) * 1000, p99: quantile(waits, 0.99), bytesPerPayload: bytes / payload };
  },
  /** The same rows by hand, 512 a transaction. */
  'append-raw-512': () => raw(512),
  /** The same rows by hand, one a transaction. */
  'append-raw-1': () => raw(1),

  async 'replay-alice'() {
    const { openLogReadOnly } = await appModules.main('log/open-database');
    const { LogReader } = await appModules.main('log/log-reader');
    const reader = new LogReader(openLogReadOnly(folder));
    let place = 0;
    let told = 0;
    const stalls = [];
    const handler = (event) => { told += event.data.file_size > 0 ? 1 : 0; };
    await nextTurn();
    const before = process.memoryUsage().rss;
    let peak = before;
    const began = performance.now();
    for (;;) {
      const at = performance.now();
      const page = reader.after(place, 1_000);
      for (const event of page) handler(event);
      stalls.push(performance.now() - at);
      if (page.length === 0) break;
      place = page.at(-1).sequence;
      if (stalls.length % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
      await nextTurn();
    }
    const ms = performance.now() - began;
    stalls.sort((a, b) => a - b);
    return { perSecond: (told / ms) * 1000, stallP99: quantile(stalls, 0.99), memoryMb: (peak - before) / 1e6 };
  },
  /** The limit: nothing but JSON.parse of the same payloads, in memory. */
  'parse-only'() {
    const texts = Array.from({ length: 50_000 }, (_, i) => payloadAt(i));
    let seen = 0;
    const began = performance.now();
    for (let i = 0; i < count; i += 1) seen += JSON.parse(texts[i % texts.length]).file_size > 0 ? 1 : 0;
    return { perSecond: (seen / (performance.now() - began)) * 1000 };
  },

  async query() {
    const { openLogReadOnly } = await appModules.main('log/open-database');
    const { LogReader } = await appModules.main('log/log-reader');
    const { openSearchDatabase, EventSearch } = await appModules.main('projections/event-search');
    const { findEvents } = await appModules.main('hub/find-events');
    const database = openLogReadOnly(folder);
    const reader = new LogReader(database);
    const search = new EventSearch(openSearchDatabase(folder), reader);
    await search.follow();
    const subject = reader.after(Math.floor(reader.lastSequence / 2), 1)[0].subject;
    const { eventColumns: columns } = await appModules.main('log/event-row');
    const from = 'events AS e JOIN stories AS s ON s.id = e.story LEFT JOIN subjects AS a ON a.id = e.subject';
    const last = 'ORDER BY e.sequence DESC LIMIT 100';
    const kind = database.prepare("SELECT id FROM kinds WHERE event_type = 'asset.organized'").pluck().get();
    const project = database.prepare("SELECT id FROM projects WHERE name = 'project-3'").pluck().get();
    const subjectId = database.prepare('SELECT id FROM subjects WHERE subject = ?').pluck().get(Buffer.from(subject, 'hex'));
    const byHand = (where, ...values) => {
      const statement = database.prepare(`SELECT ${columns} FROM ${from} ${where} ${last}`);
      return () => statement.all(...values).map((row) => ({ ...row, data: JSON.parse(row.data) }));
    };
    const newest = { limit: 100, newestFirst: true };
    const pairs = {
      all: [() => reader.find(newest), byHand('')],
      type: [() => reader.find({ ...newest, patterns: ['asset.organized'] }), byHand('WHERE e.kind = ?', kind)],
      project: [() => reader.find({ ...newest, project: 'project-3' }), byHand('WHERE e.project = ?', project)],
      asset: [() => reader.find({ ...newest, subject }), byHand('WHERE e.subject = ?', subjectId)],
      words: [() => findEvents(reader, search, { limit: 100, words: 'lantern harbo' }), null],
    };
    return Object.fromEntries(
      Object.entries(pairs).map(([query, [alice, hand]]) => {
        const figures = { alice: p50(alice), hand: hand ? p50(hand) : null, rows: alice().length };
        return [query, figures];
      }),
    );
  },
};

function p50(run) {
  const times = [];
  for (let i = 0; i < 60; i += 1) {
    const began = performance.now();
    run();
    if (i >= 10) times.push(performance.now() - began);
  }
  return quantile(times.sort((a, b) => a - b), 0.5);
}

async function raw(batch) {
  const { migrate } = await appModules.main('log/schema');
  const { compact, compactTime } = await appModules.main('log/compact');
  const { stampEvent } = await appModules.shared('events/envelope');
  const database = new Database(join(folder, 'log.sqlite'));
  database.pragma('page_size = 16384');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  migrate(database, folder);
  const story = database.prepare('INSERT OR IGNORE INTO stories (id, correlation_id) VALUES (?, ?)');
  const subject = database.prepare('INSERT OR IGNORE INTO subjects (id, subject) VALUES (?, ?)');
  const kind = database.prepare("INSERT INTO kinds VALUES (?, ?, '1.0.0', 'intake', 'service:intake')");
  const project = database.prepare('INSERT INTO projects VALUES (?, ?)');
  for (let i = 0; i < 5; i += 1) kind.run(i + 1, eventAt(i, stampEvent).event_type);
  for (let i = 0; i < 40; i += 1) project.run(i + 1, `project-${i}`);
  const insert = database.prepare(
    'INSERT INTO events (sequence, kind, event_id, time, story, causation_id, subject, project, checksum, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
  );
  const write = database.transaction((from, to) => {
    for (let i = from; i < to; i += 1) {
      const event = eventAt(i, stampEvent);
      const group = Math.floor(i / 5) + 1;
      if (i % 5 === 0) {
        story.run(group, compact(event.correlation_id));
        subject.run(group, compact(event.subject));
      }
      const id = compact(event.event_id);
      const projectId = (Math.floor(i / 5) % 40) + 1;
      insert.run(i + 1, (i % 5) + 1, id, compactTime(event.timestamp), group, id, group, projectId, JSON.stringify(event.data));
    }
  });
  const began = performance.now();
  for (let i = 0; i < count; i += batch) write(i, Math.min(count, i + batch));
  return { perSecond: (count / (performance.now() - began)) * 1000 };
}

process.stdout.write(`${JSON.stringify(await cases[name]())}\n`);
