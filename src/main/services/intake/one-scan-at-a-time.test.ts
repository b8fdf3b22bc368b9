import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { OneScanAtATime } from './one-scan-at-a-time';

it('[I15] one folder is scanned after the other, and one that is asked for again before its turn once', async () => {
  const begun: string[] = [];
  let inside = 0;
  const scans = new OneScanAtATime(async (folder) => {
    inside += 1;
    expect(inside).toBe(1);
    begun.push(folder);
    await delay(5);
    inside -= 1;
  });
  const first = scans.ask('a');
  await delay(1);
  await Promise.all([first, scans.ask('b'), scans.ask('a'), scans.ask('b'), scans.ask('a')]);
  await delay(1);
  expect([begun, scans.idle]).toEqual([['a', 'b', 'a'], true]);
});

it('[I15] a scan that fails says so to who asked, and the next goes on', async () => {
  const scans = new OneScanAtATime(async (folder) => { if (folder === 'bad') throw new Error('no'); });
  const bad = scans.ask('bad');
  const good = scans.ask('good');
  await expect(bad).rejects.toThrow('no');
  await good;
  await delay(1);
  expect(scans.idle).toBe(true);
});
