import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetDetected, assetDiscovered } from '@shared/events/asset-events';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Lifetime } from '../kernel/lifetime';
import { Archive, archiveBefore } from '../log/archive';
import { positionOf } from '../log/checkpoints';
import { EventLog } from '../log/event-log';
import { currentEvent } from '../log/event-row';
import { LogReader } from '../log/log-reader';
import { openLogDatabase } from '../log/open-database';
import { logVersion } from '../log/schema';
import { verifyLog } from '../log/verify-log';
import { wholeLog } from '../log/whole-log';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { hashOf, snapshotOf } from '../testing/trees';
import { backUp } from './backup';
import { mendLog, recoverySentence } from './recover-log';
import { refuseNewerUntouched } from './recover-detect';
import { restoreLog } from './restore';
import { openStorage } from './storage';
import { WeeklyCheck } from './weekly-check';

const pageSize = 16_384;

const eventAt = (i: number) => {
  const file_path = `/inbox/${i}.png`;
  return eventFrom(assetDiscovered({ file_path, content_hash: hashOf(String(i)), file_size: i, media_type: 'image', project_name: `p${i % 3}` }));
};

/** A data folder with so many events, the first of which may be in a backup. */
async function logOf(count: number, { backedUp = 0, at = (i: number) => eventAt(i) } = {}) {
  const data = tempFolder();
  const database = openLogDatabase(data);
  const log = new EventLog(database);
  const append = async (from: number, to: number) => {
    await log.append(Array.from({ length: to - from }, (_, i) => at(from + i)));
  };
  await append(0, backedUp);
  if (backedUp > 0) await backUp({ database, dataFolder: data });
  await append(backedUp, count);
  const ids = log.reader.after(0, count).map(({ event_id }) => event_id);
  log.close();
  return { data, file: join(data, 'log.sqlite'), ids };
}

function read(data: string) {
  const database = openLogDatabase(data);
  const archive = new Archive(data);
  const reader = new LogReader(database, archive);
  const events = [...wholeLog(reader, archive)].map(({ event }) => currentEvent(event));
  const verification = verifyLog(database, reader, archive);
  database.close();
  return { events, verification, ids: events.filter(({ event_type }) => event_type !== 'log.recovered').map(({ event_id }) => event_id) };
}

const overwrite = (file: string, page: number, byte = 0xff) => {
  const bytes = readFileSync(file);
  bytes.fill(byte, page * pageSize, (page + 1) * pageSize);
  writeFileSync(file, bytes);
};
const pagesOf = (file: string) => statSync(file).size / pageSize;

/** Ways in which a log comes to harm as a whole. */
const harms: Record<string, (file: string) => void> = {
  'the first page overwritten': (file) => { overwrite(file, 0); },
  'wrong magic': (file) => { writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 9\0'), readFileSync(file).subarray(16)])); },
  'zero bytes': (file) => { truncateSync(file, 0); },
  'not there': (file) => { rmSync(file); },
  'a folder in its place': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
  'cut in the middle': (file) => { truncateSync(file, Math.floor(pagesOf(file) / 2) * pageSize + 100); },
};

describe('[L32] a damaged log is noticed at the start', () => {
  it.each(Object.keys(harms))('[L32] %s: the log is rebuilt, what was backed up is there, and what is left of the damaged one is kept', async (harm) => {
    const { data, file, ids } = await logOf(900, { backedUp: 800 });
    harms[harm]?.(file);
    const rebuilt = mendLog(data);
    expect(rebuilt?.problem).toMatch(/^The event log|^A folder lies/);
    const after = read(data);
    expect(after.ids.slice(0, 800)).toEqual(ids.slice(0, 800));
    expect(after.verification.kind).toBe('sound');
    expect(after.events.at(-1)).toMatchObject({ event_type: 'log.recovered', data: { kept_events: after.ids.length } });
    expect(readdirSync(data).some((name) => name.startsWith('log.sqlite.damaged-'))).toBe(harm !== 'not there');
    expect(existsSync(join(data, 'recovering'))).toBe(false);
    expect(mendLog(data)).toBeNull();
  });

  it('[L32] a flipped bit in a row', async () => {
    const { data, file, ids } = await logOf(50, { backedUp: 50 });
    const bytes = readFileSync(file);
    const at = bytes.indexOf('/inbox/20.png');
    bytes[at + 8] = 0x39;
    writeFileSync(file, bytes);
    expect(mendLog(data)).toMatchObject({ problem: 'The checksum of event 21 does not match: it was changed or is damaged.', lost_events: 0 });
    expect(read(data).ids).toEqual(ids);
  });

  it('[L32] a sound log, a new folder and a killed process are no damage', async () => {
    const { data, file } = await logOf(20);
    const before = readFileSync(file);
    expect(mendLog(data)).toBeNull();
    expect(readFileSync(file)).toEqual(before);
    expect(mendLog(tempFolder())).toBeNull();
  });

  it('[L32] a log that ends before what the library has seen', async () => {
    const { data } = await logOf(20);
    const lifetime = new Lifetime();
    const { projections } = openStorage(data, false, lifetime);
    projections.prepare('UPDATE position SET sequence = 25').run();
    await lifetime.end();
    expect(mendLog(data)).toMatchObject({ kept_events: 20, lost_events: 5 });
    expect(read(data)).toMatchObject({ verification: { kind: 'sound', events: 21, lost: 5 } });
    expect(read(data).events.at(-1)?.sequence).toBe(26);
  });
});

describe('[L33] a damaged log is rebuilt from all that can be read', () => {
  it('[L33] without any backup: each page costs the rows on it and none beside', async () => {
    const { file, ids } = await logOf(2_000);
    for (let page = 1; page < pagesOf(file); page += 1) {
      const copy = tempFolder();
      copyFileSync(file, join(copy, 'log.sqlite'));
      overwrite(join(copy, 'log.sqlite'), page);
      mendLog(copy, { thorough: true });
      const { ids: left, verification } = read(copy);
      expect(left.filter((id) => !ids.includes(id))).toEqual([]);
      expect(ids.length - left.length).toBeLessThan(80);
      expect(verification.kind).toBe('sound');
      if (page > 8) page += 29;
    }
  }, 60_000);

  it('[L33] from the damaged log, a backup and the archive together', async () => {
    const { data, file, ids } = await logOf(900, { backedUp: 600 });
    const database = openLogDatabase(data);
    database.prepare("INSERT INTO checkpoints (service, sequence) VALUES ('intake', 100)").run();
    archiveBefore(database, new LogReader(database), new Archive(data), new Date(Date.now() + 1_000));
    database.close();
    overwrite(file, 0);
    // The page of an event that is in the backup, and no longer in the log.
    overwrite(file, Math.floor(readFileSync(file).indexOf('/inbox/400.png') / pageSize));
    const rebuilt = mendLog(data);
    expect(rebuilt).toMatchObject({ lost_events: 0, kept_events: 900 });
    expect([...(rebuilt?.sources ?? [])].sort()).toEqual(['archive', 'backup', 'damaged_log']);
    expect(read(data).ids).toEqual(ids);
    expect(rebuilt && recoverySentence(rebuilt)).toMatch(/None is lost\. The damaged file is kept as .*damaged-/);
  });

  it('[L33] what lies only in the write-ahead log is read from there, also when that is damaged in the middle', async () => {
    const data = tempFolder();
    const database = openLogDatabase(data);
    database.pragma('wal_autocheckpoint = 0');
    const log = new EventLog(database);
    const ids: string[] = [];
    for (let i = 0; i < 40; i += 1) ids.push(...(await log.append([eventAt(2 * i), eventAt(2 * i + 1)])).map(({ event_id }) => event_id));
    const crashed = tempFolder();
    cpSync(data, crashed, { recursive: true });
    log.close();
    const wal = join(crashed, 'log.sqlite-wal');
    const bytes = readFileSync(wal);
    const frame = pageSize + 24;
    const middle = 32 + Math.floor((bytes.length - 32) / frame / 2) * frame;
    bytes.fill(0xff, middle, middle + frame);
    writeFileSync(wal, bytes);
    expect(mendLog(crashed)?.problem).toMatch(/write-ahead log, is damaged/);
    expect(read(crashed).ids).toEqual(ids);
  });

  it('[L33] the projections, which are folds of it, are made anew', async () => {
    const { data, file } = await logOf(30, { backedUp: 30 });
    const lifetime = new Lifetime();
    openStorage(data, false, lifetime);
    await lifetime.end();
    overwrite(file, 0);
    mendLog(data);
    expect(readdirSync(data).filter((name) => /^(library|search)/.test(name))).toEqual([]);
  });

  it('[L33] services do not hear again what they answered, and hear what they did not', async () => {
    const data = tempFolder();
    const database = openLogDatabase(data);
    const log = new EventLog(database);
    const [asked, alone] = await log.append([eventAt(1), eventAt(2)]);
    const answer = { ...eventFrom(assetDetected({ file_path: '/a', file_size: 1, project_name: 'p' })), source: 'assets', actor: 'service:assets' };
    await log.append([{ ...answer, causation_id: asked?.event_id ?? null }], { service: 'assets', handled: 1, checkpoint: 1 });
    log.close();
    rmSync(join(data, 'log.sqlite-wal'), { force: true });
    const file = join(data, 'log.sqlite');
    overwrite(file, 0);
    mendLog(data);
    const mended = openLogDatabase(data);
    expect(positionOf(mended, 'assets')).toEqual({ sequence: 0, handledBeyond: new Set([1]) });
    expect(alone?.sequence).toBe(2);
    mended.close();
  });
});

describe('[L34] an interrupted repair', () => {
  it.each(['the files moved', 'the log made', 'the damaged files put away'])('[L34] is gone on with at the next start (%s)', async (step) => {
    const { data, file, ids } = await logOf(60, { backedUp: 40 });
    const shop = join(data, 'recovering');
    const finished = tempFolder();
    if (step !== 'the files moved') {
      cpSync(data, finished, { recursive: true });
      overwrite(join(finished, 'log.sqlite'), 0);
      mendLog(finished);
    }
    mkdirSync(shop);
    copyFileSync(file, join(shop, 'log.sqlite'));
    overwrite(join(shop, 'log.sqlite'), 0);
    rmSync(file);
    if (step !== 'the files moved') copyFileSync(join(finished, 'log.sqlite'), join(shop, 'finished'));
    if (step === 'the damaged files put away') rmSync(join(shop, 'log.sqlite'));
    mendLog(data);
    expect(read(data).ids).toEqual(ids);
    expect([existsSync(shop), mendLog(data)]).toEqual([false, null]);
  });
});

describe('[L35] a log that lost events', () => {
  it('[L35] keeps the place of each other, numbers on behind the last that there was, and says what is missing', async () => {
    const { data, file } = await logOf(2_000, { backedUp: 100 });
    const lifetime = new Lifetime();
    openStorage(data, false, lifetime).projections.prepare('UPDATE position SET sequence = 2000').run();
    await lifetime.end();
    truncateSync(file, Math.floor(pagesOf(file) * 0.6) * pageSize);
    const rebuilt = mendLog(data);
    const { events, verification } = read(data);
    expect(rebuilt?.lost_events).toBeGreaterThan(100);
    expect((rebuilt?.kept_events ?? 0) + (rebuilt?.lost_events ?? 0)).toBe(2_000);
    expect(events.at(-1)).toMatchObject({ sequence: 2_001, event_type: 'log.recovered', data: { lost_events: rebuilt?.lost_events } });
    expect(verification).toMatchObject({ kind: 'sound', lost: rebuilt?.lost_events });
  });

  it('[L35] restoring a backup by hand keeps the log that was there, and its numbers are not given again', async () => {
    const { data, ids } = await logOf(90, { backedUp: 60 });
    const [backup = ''] = readdirSync(join(data, 'backups'));
    const { message, restored } = await restoreLog(data, join(data, 'backups', backup));
    expect([restored, message]).toEqual([true, expect.stringMatching(/^60 events restored from .* The log that was there is kept as .*damaged-/)]);
    expect(read(data).ids).toEqual(ids.slice(0, 60));
    expect(read(data).events.at(-1)?.sequence).toBe(91);
    const no = await restoreLog(data, join(data, 'settings.json'));
    expect(no).toEqual({ restored: false, message: expect.stringMatching(/is no sound backup, and nothing was touched/) });
  });
});

it('[L36] every row is read once a week, a little at a time, and damage is mended at the next start', async () => {
  const { data, file, ids } = await logOf(40, { backedUp: 40 });
  const database = openLogDatabase(data);
  let now = Date.now();
  const said: string[] = [];
  const check = new WeeklyCheck({
    database, dataFolder: data, now: () => now, reportBug: () => undefined, damaged: (problem) => said.push(problem),
  });
  expect([await check.checkWhenDue(), await check.checkWhenDue()]).toEqual([true, null]);
  database.exec('DROP TRIGGER events_are_never_changed');
  database.prepare("UPDATE events SET data = replace(data, 'inbox', 'xnbox') WHERE sequence = 7").run();
  now += 8 * 24 * 3_600_000;
  expect(await check.checkWhenDue()).toBe(false);
  expect(said).toEqual([expect.stringMatching(/event 7 does not match.*Close Alice and open it again/)]);
  database.close();
  expect(existsSync(join(data, 'log-needs-repair'))).toBe(true);
  expect(mendLog(data)).toMatchObject({ lost_events: 0 });
  expect([read(data).ids, existsSync(join(data, 'log-needs-repair')), existsSync(file)]).toEqual([ids, false, true]);
});

it('[L37] before a log of an older version is changed, it is copied and the copy read', async () => {
  const { data, file, ids } = await logOf(10);
  const database = new Database(file);
  database.exec('ALTER TABLE file_intents DROP COLUMN kind; ALTER TABLE file_intents DROP COLUMN state');
  database.pragma('user_version = 1');
  database.close();
  expect(logVersion).toBeGreaterThan(1);
  openLogDatabase(data).close();
  const [backup = ''] = readdirSync(join(data, 'backups'));
  const copy = new Database(join(data, 'backups', backup), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  expect(new LogReader(copy).after(0, 100).map(({ event_id }) => event_id)).toEqual(ids);
  copy.close();
});

it('[L6] a data folder of a newer version is refused with every file as it was', async () => {
  const { data, file } = await logOf(5, { backedUp: 5 });
  const lifetime = new Lifetime();
  openStorage(data, false, lifetime);
  await lifetime.end();
  mkdirSync(join(data, 'thumbnails'));
  writeFileSync(join(data, 'thumbnails', 'a.webp'), 'small');
  writeFileSync(join(data, 'settings.json'), '{"something_new":1}');
  const database = new Database(file);
  database.pragma(`user_version = ${logVersion + 1}`);
  database.close();
  const before = snapshotOf(data);
  expect(() => openStorage(data, false, new Lifetime())).toThrow(/newer Alice .* nothing was touched/);
  expect(() => { refuseNewerUntouched(data); }).toThrow(/newer Alice/);
  expect(snapshotOf(data)).toEqual(before);
});

it('[L41] a log whose making was cut off by a power cut is taken back and made anew', () => {
  const [begun, data] = [tempFolder(), tempFolder()];
  const database = new Database(join(begun, 'log.sqlite'));
  // Pages are written before the transaction is over, as a crash in the middle of it leaves them.
  database.exec(`PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; CREATE TABLE half (x)`);
  database.exec('BEGIN');
  for (let i = 0; i < 50; i += 1) database.prepare('INSERT INTO half VALUES (zeroblob(16000))').run();
  for (const name of ['log.sqlite', 'log.sqlite-journal']) copyFileSync(join(begun, name), join(data, name));
  database.close();
  expect(statSync(join(data, 'log.sqlite-journal')).size).toBeGreaterThan(0);
  expect(mendLog(data)).toBeNull();
  expect(existsSync(join(data, 'log.sqlite-journal'))).toBe(false);
  openLogDatabase(data).close();
});
