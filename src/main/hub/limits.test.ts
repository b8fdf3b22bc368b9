import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { settingsChanged } from '@shared/events/system-events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Lifetime } from '../kernel/lifetime';
import { LogReader } from '../log/log-reader';
import { openLogReadOnly } from '../log/open-database';
import { LibraryQueries } from '../projections/library-queries';
import { openMemoryProjections } from '../projections/open-projections';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { place, typesOf } from '../testing/test-hub';
import { logIn } from '../testing/test-log';
import { drop, tinyPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow } from '../testing/trees';
import { DiskGuard } from './disk-guard';
import { isOutOfFiles, missingIn, type Room, roomAt } from './disk-guard-room';
import { Limits } from './limits';
import { SleepWatch, type Woken } from './sleep-watch';

const gigabyte = 1_000_000_000;
const emptyRoom = { device: 1, total: 10 * gigabyte, freeFiles: null, totalFiles: 0 };
const room = (free: number, more: Partial<Room> = {}): Room => ({ ...emptyRoom, free, ...more });

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; !holds() && i < 500; i += 1) await delay(10);
  expect(holds()).toBe(true);
}

const eventsOf = (data: string) => {
  const database = openLogReadOnly(data);
  const events = new LogReader(database).after(0, 100_000);
  database.close();
  return events;
};

const said = (value = '') => eventFrom(settingsChanged({ setting: 'a', value, previous_value: null }));

/** Limits of a log without a hub around it. */
function limitsAlone() {
  const data = tempFolder();
  const { log, database } = logIn(data);
  const lifetime = new Lifetime();
  const library = new LibraryQueries(lifetime.own(openMemoryProjections(), (each) => { each.close(); }));
  const changes: (string | null)[] = [];
  const disk = { free: gigabyte };
  const limits: Limits = new Limits({
    folders: { inbox: data, organized: data, data }, log, database, library, recovered: null, backupFolder: () => null,
    say: async (drafts) => { await log.append(drafts.map((draft) => eventFrom(draft))); },
    reportBug: ({ error }) => { throw error; }, changed: () => changes.push(limits.offers.pausedFor()?.reason ?? null),
    lookThrough: async () => undefined,
    settings: { lookEveryMs: 20, reserveBytes: 100_000, roomAt: async () => room(disk.free) },
  });
  onTestFinished(async () => {
    await limits.end();
    await lifetime.end();
  });
  return { log, database, limits, data, changes, disk };
}

describe('[A80] a full disk', () => {
  it('[A80] is noticed with room to spare: a reserve, or twice the largest file that waits; small disks keep a share', () => {
    expect(missingIn(room(100_000_000), 64_000_000, 0)).toBe(0);
    expect(missingIn(room(50_000_000), 64_000_000, 0)).toBe(14_000_000);
    expect(missingIn(room(100_000_000), 64_000_000, 300_000_000)).toBe(500_000_000);
    expect(missingIn(room(60_000, { total: 1_000_000 }), 64_000_000, 0)).toBe(0);
    // What can never fit keeps no other waiting.
    expect(missingIn(room(100_000_000, { total: gigabyte }), 64_000_000, 2 * gigabyte)).toBe(0);
    expect([63, 64].map((freeFiles) => isOutOfFiles(room(1, { freeFiles, totalFiles: 10_000 })))).toEqual([true, false]);
  });

  it('[A80] files wait, none is set aside, and what is missing is said; with room, each is filed once', async () => {
    const here = place();
    for (let i = 0; i < 6; i += 1) drop(join(here.inbox, `p/${i}.png`), tinyPng(String(i)));
    const before = contentsOf(here.inbox);
    let free = 10_000_000;
    const hub = here.open({ limits: { lookEveryMs: 20, roomAt: async (folder) => ((await roomAt(folder)) ? room(free) : null) } });
    const started = hub.start({ watch: true });
    await until(() => hub.pausedFor() !== null);
    expect(hub.pausedFor()).toMatchObject({
      reason: 'disk_full', missing_bytes: 54_000_000,
      message: expect.stringMatching(/^The disk of the data folder .* is full: 54\.0 MB are missing\. No file is touched and nothing is lost/),
    });
    await delay(200);
    expect(filesBelow(here.organized)).toEqual([]);
    free = 60_000_000;
    await delay(100);
    expect(hub.pausedFor()?.missing_bytes).toBe(10_400_000);
    free = gigabyte;
    await started;
    await until(() => hub.library.inboxCounts().filed === 6);
    await hub.close('closed');
    expect(contentsOf(here.organized)).toEqual(before);
    const events = eventsOf(here.data);
    expect(typesOf(events).filter((type) => /set_aside|parked/.test(type))).toEqual([]);
    expect(typesOf(events).filter((type) => type.startsWith('hub.'))).toEqual(['hub.started', 'hub.paused', 'hub.resumed', 'hub.stopped']);
    expect(here.bugs).toEqual([]);
  });

  it('[A80] a disk that fills up while a file is on its way: the file waits and is filed when there is room', async () => {
    const here = place();
    let free = gigabyte;
    const hub = here.open({
      // Long enough at rest for the disk to be looked at meanwhile, however fast the machine is.
      settleTimes: { completeMs: 300, incompleteMs: 300 },
      limits: { lookEveryMs: 20, roomAt: async (folder) => ((await roomAt(folder)) ? room(free) : null) },
    });
    await hub.start({ watch: true });
    hub.bus.on('asset.detected', () => { free = 0; });
    drop(join(here.inbox, 'p/a.png'), tinyPng('a'));
    await until(() => hub.pausedFor() !== null);
    await delay(400);
    expect(filesBelow(here.organized)).toEqual([]);
    free = gigabyte;
    await until(() => hub.library.inboxCounts().filed === 1);
    await hub.close('closed');
    expect(here.bugs).toEqual([]);
  });

  it('[A83] a run that is to end by itself ends without the rest, and the next one goes on', async () => {
    const here = place();
    for (let i = 0; i < 3; i += 1) drop(join(here.inbox, `p/${i}.png`), tinyPng(String(i)));
    const full = { limits: { lookEveryMs: 20, graceMs: 200, roomAt: async () => room(0) } };
    expect(typesOf(await here.run(full)).filter((type) => /organized|set_aside/.test(type))).toEqual([]);
    const events = await here.run();
    expect(typesOf(events).filter((type) => type === 'asset.organized')).toHaveLength(3);
    expect(here.bugs).toEqual([]);
  });
});

describe('[A81] a drive that is pulled out', () => {
  const guardOf = (roomOf: (folder: string) => Room | null) =>
    new DiskGuard({
      folders: { inbox: 'i', organized: 'o', data: 'd' }, reserveBytes: 0, largestPending: () => 0, roomAt: async (folder) => roomOf(folder),
    });

  it('[A81] is known by the folder that is missing, or by the other disk below it, and is back on whatever device', async () => {
    let organized: Room | null = room(1, { device: 7 });
    const guard = guardOf((folder) => (folder === 'o' ? organized : room(1)));
    const reasons = async () => (await guard.look(() => false)).map(({ reason }) => reason);
    expect(await reasons()).toEqual([]);
    organized = null;
    expect(await reasons()).toEqual(['organized_gone']);
    organized = room(1, { device: 1 });
    expect(await reasons()).toEqual(['organized_gone']);
    organized = room(1, { device: 9 });
    expect(await reasons()).toEqual([]);
  });

  it('[A81] its files are not missing and not withdrawn: everything waits, and goes on by itself', async () => {
    const here = place();
    mkdirSync(here.organized);
    drop(join(here.inbox, 'p/a.png'), tinyPng('a'));
    const hub = here.open({ limits: { lookEveryMs: 20 } });
    await hub.start({ watch: true });
    await until(() => hub.library.inboxCounts().filed === 1);
    renameSync(here.organized, `${here.organized} away`);
    await until(() => hub.pausedFor()?.reason === 'organized_gone');
    drop(join(here.inbox, 'p/b.png'), tinyPng('b'));
    await delay(300);
    expect(readdirSync(here.home)).not.toContain('organized');
    renameSync(`${here.organized} away`, here.organized);
    await until(() => hub.library.inboxCounts().filed === 2);
    renameSync(here.inbox, `${here.inbox} away`);
    await until(() => hub.pausedFor()?.reason === 'inbox_gone');
    await delay(300);
    renameSync(`${here.inbox} away`, here.inbox);
    await until(() => hub.pausedFor() === null);
    drop(join(here.inbox, 'p/c.png'), tinyPng('c'));
    await until(() => hub.library.inboxCounts().filed === 3);
    await hub.close('closed');
    const events = eventsOf(here.data);
    expect(typesOf(events).filter((type) => /withdrawn|missing|set_aside/.test(type))).toEqual([]);
    expect(here.bugs).toEqual([]);
  });

  it('[A81] an organized folder that lay on a drive of its own, is now on the log\'s and empty, is that of an unplugged drive', async () => {
    const here = place();
    mkdirSync(here.organized);
    let device = 7;
    const limits = {
      lookEveryMs: 20, graceMs: 200,
      roomAt: async (folder: string) => {
        const real = await roomAt(folder);
        return real && room(gigabyte, { device: folder === here.organized ? device : 1 });
      },
    };
    await here.run({ limits });
    device = 1;
    const hub = here.open({ limits });
    await hub.start({ watch: false });
    expect(hub.pausedFor()?.reason).toBe('organized_gone');
    device = 7;
    await until(() => hub.pausedFor() === null);
    await hub.close('closed');
  });
});

describe('[L38] a log that cannot be written', () => {
  it('[L38] rejects what is said and pauses at once; when it works again, the log tells of both', async () => {
    const { log, database, limits, changes } = limitsAlone();
    await limits.start();
    await log.append([said()]);
    const pages = database.pragma('page_count', { simple: true }) as number;
    database.pragma(`max_page_count = ${pages}`);
    await expect(log.append([said('x'.repeat(500_000))])).rejects.toThrow(/full/);
    expect(limits.offers.pausedFor()).toMatchObject({
      reason: 'log_unwritable', missing_bytes: null,
      message: expect.stringMatching(/cannot be written: the disk is full\. No file is touched until it can be, and nothing is lost/),
    });
    const waits = limits.opened();
    expect([limits.closed, waits === null]).toEqual([true, false]);
    database.pragma('max_page_count = 1000000');
    await waits;
    await until(() => log.reader.lastSequence === 3);
    expect(typesOf(log.reader.after(0, 10))).toEqual(['settings.changed', 'hub.paused', 'hub.resumed']);
    expect(changes).toEqual(['log_unwritable', null]);
    await limits.end();
  });

  it('[L38] gives up its reserve, so that the last that is said is why', async () => {
    const { log, database, limits, data, disk } = limitsAlone();
    await limits.start();
    await until(() => readdirSync(data).includes('reserve'));
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`);
    // Until not even the pause itself can be recorded.
    while (await log.append([said('x'.repeat(200))]).then(() => true, () => false));
    disk.free = 0;
    await until(() => !readdirSync(data).includes('reserve'));
    const before = log.reader.lastSequence;
    database.pragma('max_page_count = 1000000');
    await until(() => log.reader.lastSequence > before);
    disk.free = gigabyte;
    await until(() => !limits.closed && readdirSync(data).includes('reserve'));
    const count = (wanted: string) => typesOf(log.reader.after(before, 10)).filter((type) => type === wanted).length;
    await until(() => count('hub.paused') === count('hub.resumed'));
    expect(typesOf(log.reader.after(before, 1))).toEqual(['hub.paused']);
    await limits.end();
  });

  it('[L38] another process that holds it for a while costs nothing but the while', async () => {
    const here = place();
    const hub = here.open();
    await hub.start({ watch: true });
    const other = new Database(join(here.data, 'log.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    drop(join(here.inbox, 'p/a.png'), tinyPng('a'));
    await delay(1_500);
    expect([hub.pausedFor(), hub.library.inboxCounts().filed]).toEqual([null, 0]);
    other.exec('ROLLBACK');
    other.close();
    await until(() => hub.library.inboxCounts().filed === 1);
    await hub.close('closed');
    expect(here.bugs).toEqual([]);
  });
});

describe('[A82] sleep and clocks', () => {
  function watchWith() {
    const now = { wall: 0, monotonic: 0, sinceBoot: 0 };
    const heard: Woken[] = [];
    const clocks = { wall: () => now.wall, monotonic: () => now.monotonic, sinceBoot: () => now.sinceBoot };
    const watch = new SleepWatch((woken) => heard.push(woken), clocks);
    const pass = (wall: number, monotonic: number, sinceBoot: number) => {
      now.wall += wall;
      now.monotonic += monotonic;
      now.sinceBoot += sinceBoot;
      watch.tick();
    };
    return { pass, heard, watch };
  }

  it('[A82] sleep, a process that stood still and a clock that was set are told apart; a late tick is nothing', () => {
    const { pass, heard } = watchWith();
    pass(5_000, 5_000, 5_000);
    pass(20_000, 20_000, 20_000);
    expect(heard).toEqual([]);
    pass(3_605_000, 5_000, 3_605_000);
    pass(65_000, 65_000, 65_000);
    pass(-86_395_000, 5_000, 5_000);
    pass(3_605_000, 5_000, 5_000);
    expect(heard).toEqual([
      { slept_ms: 3_600_000, clock_jump_ms: 0 },
      { slept_ms: 60_000, clock_jump_ms: 0 },
      { slept_ms: 0, clock_jump_ms: -86_400_000 },
      { slept_ms: 0, clock_jump_ms: 3_600_000 },
    ]);
  });

  it('[A82] after waking the inbox is looked through, also where the watcher slept on', async () => {
    const here = place();
    const hub = here.open();
    await hub.start({ watch: true });
    hub.woke();
    await until(() => hub.log.find({ types: ['hub.woke'], limit: 1 }).length === 1);
    drop(join(here.inbox, 'p/a.png'), tinyPng('a'));
    await until(() => hub.library.inboxCounts().filed === 1);
    await hub.close('closed');
    expect(here.bugs).toEqual([]);
  });
});
