import { assetSetAside } from '@shared/events/asset-events';
import { type AliceEvent, familyOf, type RecordedEvent } from '@shared/events/catalog';
import type { EventDraft } from '@shared/events/define-event';
import { minuteMs, stretchesOf } from '@shared/library/event-density';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EventLog } from '../log/event-log';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { EventDensityProjection } from './event-density';
import { DensityColumns } from './event-density-columns';
import { secondsKeptMs } from './recent-seconds';

const began = Date.parse('2026-01-02T10:00:00.000Z');
const bounds = Array.from({ length: 11 }, (_, i) => began + i * 10 * minuteMs);
const everything = { bounds, passes: () => true, since: null };

let log: EventLog;
beforeEach(() => { ({ log } = logIn(tempFolder())); });

const at = (draft: EventDraft, minutes: number): AliceEvent =>
  ({ ...eventFrom(draft), timestamp: new Date(began + minutes * minuteMs + 30_000).toISOString() });
const aside = assetSetAside({ file_path: '/inbox/a.png', stage: 'intake', reason: 'unreadable', message: 'It stops in the middle.' });
const stories = (count: number): AliceEvent[] =>
  Array.from({ length: count }, (_, i) => wholeStory(`${i}.png`).map((draft) => at(draft, (i * 7) % 100))).flat();

async function counted(database = new Database(':memory:')) {
  const density = new EventDensityProjection(database, log.reader);
  await density.follow();
  return density;
}

/** The same, counted from the log event by event. */
function byHand(passes: (event: RecordedEvent) => boolean): number[] {
  const events = log.reader.after(0, 100_000).filter(passes);
  const moments = events.map(({ timestamp }) => Date.parse(timestamp));
  const within = (from: number, to: number) => moments.filter((moment) => moment >= from && moment < to);
  return bounds.slice(1).map((end, i) => within(bounds[i]!, end).length);
}

describe('the density of events', () => {
  it('[D30] counts all, those that match, failures and families for each stretch of time', async () => {
    await log.append([...stories(60), at(aside, 15), at(aside, 99)]);
    const density = (await counted()).of({ ...everything, passes: (type) => familyOf(type) === 'asset' });
    expect(density.all).toEqual(byHand(() => true));
    expect(density.matching).toEqual(byHand(({ event_type }) => familyOf(event_type) === 'asset'));
    expect(density.families.asset).toEqual(density.matching);
    expect(density.families.quality.every((events) => events === 0)).toBe(true);
    expect(density.failures).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([density.first, density.counted_to]).toEqual([began, 302]);
  });

  it('[D30] is the same however the log was taken in, and is kept', async () => {
    const folder = tempFolder();
    const open = () => new Database(`${folder}/density.sqlite`);
    const database = open();
    const live = await counted(database);
    for (const event of stories(30)) await live.follow(await log.append([event]));
    // Read again, without what was told, as after a commit that was missed.
    await log.append([at(aside, 3)]);
    await live.follow();
    const expected = (await counted()).of(everything);
    expect(live.of(everything)).toEqual(expected);
    database.close();
    const reopened = open();
    expect((await counted(reopened)).of(everything)).toEqual(expected);
    reopened.close();
  });

  it('[D30] is the same for quarters of an hour as for minutes', async () => {
    await log.append(stories(60));
    const density = await counted();
    const quarters = Array.from({ length: 8 }, (_, i) => began + i * 15 * minuteMs);
    const apart = { passes: (type: string) => type.endsWith('ed'), since: null };
    const coarse = density.of({ bounds: quarters, ...apart });
    const fine = density.of({ bounds: quarters.map((moment) => moment - minuteMs), ...apart });
    const minutes = density.of({ bounds: Array.from({ length: 106 }, (_, i) => began + i * minuteMs), ...apart });
    expect(coarse.all).toEqual(quarters.slice(1).map((_, i) => minutes.all.slice(i * 15, i * 15 + 15).reduce((a, b) => a + b)));
    expect(fine.all).not.toEqual(coarse.all);
  });

  it('[D30] is made anew when it knows of more than the log, or is of another version', async () => {
    const database = new Database(':memory:');
    await log.append(stories(10));
    await counted(database);
    ({ log } = logIn(tempFolder()));
    await log.append(stories(3));
    expect((await counted(database)).of(everything).all).toEqual(byHand(() => true));
    database.exec('UPDATE density_position SET version = 0; UPDATE density_minutes SET events = 99');
    expect((await counted(database)).of(everything).all).toEqual(byHand(() => true));
  });

  it('[D30] takes clocks that were set back, and times that cannot be', async () => {
    await log.append([at(aside, 50), at(aside, 20), at(aside, 50), at(aside, 20)]);
    await log.append([{ ...at(aside, 0), timestamp: '9999-12-31T23:59:59.999Z' }, at(aside, 51)]);
    expect((await counted()).of(everything).all).toEqual([0, 0, 2, 0, 0, 3, 0, 0, 0, 0]);
  });

  it('[D30] matches from a moment on, to the minute, and says when nothing is counted by words', async () => {
    await log.append(stories(60));
    const density = await counted();
    const since = began + 25 * minuteMs;
    expect(density.of({ ...everything, since }).matching).toEqual(byHand(({ timestamp }) => Date.parse(timestamp) >= since));
    expect(density.of({ ...everything, passes: null })).toMatchObject({ matching: null, all: byHand(() => true) });
  });

  it('[D263] is the same by seconds as by hand, however the log was taken in, and of the last hours alone', async () => {
    const now = Math.floor(Date.now() / 1_000) * 1_000;
    const before = (ms: number): AliceEvent => ({ ...eventFrom(aside), timestamp: new Date(now - ms).toISOString() });
    const database = new Database(':memory:');
    const live = await counted(database);
    const old = [before(secondsKeptMs + minuteMs), before(2 * secondsKeptMs)];
    const recent = [61_500, 20_000, 19_001, 2_000].map(before);
    for (const event of [...old, ...recent]) await live.follow(await log.append([event]));
    const seconds = Array.from({ length: 64 }, (_, i) => now - 62_000 + i * 1_000);
    const ago: Readonly<Record<number, number>> = { 62: 1, 20: 2, 2: 1 };
    const expected = seconds.slice(0, -1).map((second) => ago[(now - second) / 1_000] ?? 0);
    const wish = { bounds: seconds, passes: () => true, since: null };
    expect(live.of(wish).all).toEqual(expected);
    expect((await counted(database)).of(wish)).toEqual(live.of(wish));
    expect((await counted()).of(wish)).toEqual(live.of(wish));
    const hours = [now - 3 * secondsKeptMs, now - secondsKeptMs - 1_500, now + 1_500];
    expect(live.of({ ...wish, bounds: hours }).all).toEqual([0, 4]);
    expect(live.first).toBe(Math.floor((now - 2 * secondsKeptMs) / minuteMs) * minuteMs);
  });

  it('[D284] says of a time whose seconds were let go of while a clock ran ahead that they are not known, and counts its minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: began });
    onTestFinished(() => { vi.useRealTimers(); });
    const now = (): AliceEvent => ({ ...eventFrom(aside), timestamp: new Date().toISOString() });
    const database = new Database(':memory:');
    const density = await counted(database);
    for (const minutes of [0, 1, 2]) {
      vi.setSystemTime(began + minutes * minuteMs);
      await density.follow(await log.append([now()]));
    }
    expect(density.knowsSeconds(began)).toBe(true);
    vi.setSystemTime(began + 2 * secondsKeptMs);
    await density.follow(await log.append([now()]));
    vi.setSystemTime(began + 3 * minuteMs);
    await density.follow(await log.append([now()]));
    for (const each of [density, await counted(database)]) {
      expect([began, began + 3 * minuteMs].map((from) => each.knowsSeconds(from))).toEqual([false, true]);
      expect(each.of(everything).all.slice(0, 1)).toEqual([4]);
    }
    expect((await counted()).knowsSeconds(began)).toBe(true);
  });

  it('[D263] begins on the second while the log is young', async () => {
    const moment = Date.now() - 90_000;
    await log.append([{ ...eventFrom(aside), timestamp: new Date(moment).toISOString() }]);
    expect((await counted()).first).toBe(Math.floor(moment / 1_000) * 1_000);
  });

  it('[D31] sums up a log in which something happened in each of a million minutes within a few frames', () => {
    const columns = new DensityColumns(minuteMs);
    for (let minute = 0; minute < 1_000_000; minute += 1) columns.add(minute, minute % 40, 1 + (minute % 3));
    const wide = stretchesOf(0, 1_000_000 * minuteMs, 200);
    let sum = 0;
    const times = Array.from({ length: 9 }, () => {
      sum = 0;
      const before = performance.now();
      columns.each(wide, (_stretch, _type, events) => { sum += events; });
      return performance.now() - before;
    }).sort((a, b) => a - b);
    expect(sum).toBe(1_999_999);
    // Three to five milliseconds on a quiet machine.
    expect(times[4]).toBeLessThan(40);
  });
});
