import { assetSetAside } from '@shared/events/asset-events';
import { minuteMs } from '@shared/library/event-density';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Lifetime } from '../kernel/lifetime';
import { secondsKeptMs } from '../projections/recent-seconds';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { openDensity } from './event-density';

const began = Date.parse('2026-01-02T10:00:00.000Z');
const everything = { from: null, to: null, buckets: 200, families: [], patterns: [], text: '', since: null, from_sequence: null };

it('[D284] a strip of the last hours misses nothing after a clock ran ahead and was set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: began });
  onTestFinished(() => { vi.useRealTimers(); });
  const { log } = logIn(tempFolder());
  const bugs: unknown[] = [];
  const lifetime = new Lifetime();
  onTestFinished(() => lifetime.end());
  const { density } = openDensity({ database: new Database(':memory:'), log, lifetime, reportBug: (bug) => bugs.push(bug) });
  const happensAt = async (ms: number) => {
    vi.setSystemTime(began + ms);
    const draft = assetSetAside({ file_path: '/inbox/a.png', stage: 'intake', reason: 'empty', message: 'Empty.', file_size: 0 });
    await log.append([{ ...eventFrom(draft), timestamp: new Date().toISOString() }]);
    await expect.poll(() => density(everything).counted_to).toBe(log.reader.lastSequence);
  };
  const shown = () => density(everything).all.reduce((sum, events) => sum + events, 0);
  for (const minutes of [1, 2, 3]) await happensAt(minutes * minuteMs);
  expect(shown()).toBe(3);
  await happensAt(2 * secondsKeptMs);
  await happensAt(4 * minuteMs);
  expect(shown()).toBe(4);
  expect(bugs).toEqual([]);
});
