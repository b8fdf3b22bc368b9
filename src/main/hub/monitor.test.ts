import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { settingsChanged } from '@shared/events/system-events';
import { expect, it, onTestFinished } from 'vitest';
import { replayNdjson } from '../bus/middleware/replay-ndjson';
import { LogReader } from '../log/log-reader';
import { openLogReadOnly } from '../log/open-database';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { openMonitor } from './monitor';

const changed = (value: number) => eventFrom(settingsChanged({ setting: 's', value }));

/** A writer and a monitor on connections of their own, as two processes have them. */
async function watched(after: number, persist?: string) {
  const folder = tempFolder();
  const { log } = logIn(folder);
  await log.append([changed(1), changed(2)]);
  const database = openLogReadOnly(folder);
  const monitor = await openMonitor({ database, reader: new LogReader(database), after, ...(persist !== undefined && { persist }) });
  onTestFinished(async () => {
    await monitor.end();
    database.close();
  });
  const heard: number[] = [];
  monitor.bus.on('*', ({ sequence }) => void heard.push(sequence));
  return { log, monitor, heard };
}

it('[B40] a monitor tells what another connection commits, in order, none left out, within 200 ms', async () => {
  const { log, monitor, heard } = await watched(2);
  monitor.start();
  for (let round = 0; round < 20; round += 1) await log.append([changed(round), changed(round)]);
  const began = performance.now();
  while (heard.length < 40 && performance.now() - began < 5_000) await delay(5);
  expect(heard).toEqual(Array.from({ length: 40 }, (_, i) => i + 3));
  const late: number[] = [];
  monitor.bus.on('*', ({ timestamp }) => void late.push(Date.now() - Date.parse(timestamp)));
  for (let round = 0; round < 5; round += 1) {
    await log.append([changed(round)]);
    await delay(60);
  }
  expect(late.length).toBe(5);
  expect(Math.min(...late)).toBeLessThan(200);
});

it('[B40] begins in the past when asked, measures, and writes down what it heard', async () => {
  const folder = join(tempFolder(), 'kept');
  const { log, monitor, heard } = await watched(0, folder);
  monitor.start();
  await log.append([changed(3)]);
  while (heard.length < 3) await delay(5);
  expect(monitor.stats()).toMatchObject({ total: 3, types: [{ type: 'settings.changed', count: 3 }], dead_letters: 0 });
  await monitor.end();
  const kept = [];
  for await (const event of replayNdjson(folder)) kept.push(event.sequence);
  expect(kept).toEqual([1, 2, 3]);
});
