import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { defaultPatience, FileSystemTimeout, PatientCalls } from './patient-calls';

const never = () => new Promise<never>(() => undefined);

it('[I24] a call that does not come back ends in time, and others go through meanwhile', async () => {
  const calls = new PatientCalls({ limitMs: 40, width: 2 });
  const hanging = calls.run(never);
  expect(await calls.run(async () => 'through')).toBe('through');
  await expect(hanging).rejects.toBeInstanceOf(FileSystemTimeout);
  expect(await calls.run(async () => 'still through')).toBe('still through');
});

it('[I24] so few are on their way at once that others find a thread; while all of them hang, new ones fail at once', async () => {
  const calls = new PatientCalls({ limitMs: 60, width: 2 });
  let begun = 0;
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => calls.run(() => { begun += 1; return never(); })));
  expect([begun, results.every(({ status }) => status === 'rejected')]).toEqual([2, true]);
  const began = performance.now();
  await expect(calls.run(async () => 'never begun')).rejects.toBeInstanceOf(FileSystemTimeout);
  expect(performance.now() - began).toBeLessThan(20);
});

it('[I24] when the drive answers after all, what came too late is handed on to be closed, and all goes on', async () => {
  const calls = new PatientCalls({ limitMs: 20, width: 1 });
  const late: string[] = [];
  await expect(calls.run(() => delay(80, 'handle'), (result) => late.push(result))).rejects.toBeInstanceOf(FileSystemTimeout);
  await delay(90);
  expect([late, await calls.run(async () => 'again')]).toEqual([['handle'], 'again']);
});

it('[I24] errors of the file system come through as they are, and free their place', async () => {
  const calls = new PatientCalls({ limitMs: 1_000, width: 1 });
  for (let i = 0; i < 3; i += 1) await expect(calls.run(() => Promise.reject(new Error(`no ${i}`)))).rejects.toThrow(`no ${i}`);
  expect(await calls.run(async () => 1)).toBe(1);
});

it('[I24] a network drive gets at most half of the threads', () => {
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4);
  expect(defaultPatience().width).toBe(Math.max(2, Math.floor(threads / 2)));
  expect(defaultPatience('local').width).toBeGreaterThan(defaultPatience('network').width);
});
