import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ScanPlan } from './scan-plan';

let scans: number[];
let took: number;
let plan: ScanPlan;

beforeEach(() => {
  vi.useFakeTimers();
  [scans, took] = [[], 0];
  const began = performance.now();
  plan = new ScanPlan(async () => {
    scans.push(Math.round(performance.now() - began));
    if (took > 0) await new Promise((resolve) => setTimeout(resolve, took));
  }, { everyMs: 600_000, blindMs: 15_000 });
});

afterEach(() => {
  plan.end();
  vi.useRealTimers();
});

const hints = (count: number) => { for (let i = 0; i < count; i += 1) plan.hint(); };

it('[I22] after a burst of hints everything is looked through as soon as it calms down', async () => {
  await vi.advanceTimersByTimeAsync(5_000);
  hints(20);
  await vi.advanceTimersByTimeAsync(1_500);
  hints(20);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(scans).toEqual([8_500]);
});

it('[I22] a burst that does not end is not waited for', async () => {
  for (let second = 0; second < 60; second += 1) {
    hints(10);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await vi.advanceTimersByTimeAsync(30_000);
  expect(scans).toEqual([15_000, 30_000, 45_000, 60_000, 62_000].filter((at) => scans.includes(at)));
  expect(scans.length).toBeGreaterThanOrEqual(4);
  expect(scans.at(-1)).toBeGreaterThanOrEqual(60_000);
});

it('[I22] a hint that was dropped brings a scan, however few there were', async () => {
  plan.dropped();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(scans).toEqual([2_000]);
});

it('[I22] a few hints bring none before its time', async () => {
  hints(3);
  await vi.advanceTimersByTimeAsync(599_000);
  expect(scans).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(scans).toEqual([600_000]);
});

it('[I25] where nobody tells of changes it is looked through every few seconds, until somebody does again', async () => {
  plan.blind = true;
  await vi.advanceTimersByTimeAsync(46_000);
  expect(scans).toEqual([15_000, 30_000, 45_000]);
  plan.blind = false;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(scans).toHaveLength(3);
});

it('[I22] a scan that takes long is followed by a longer rest', async () => {
  plan.blind = true;
  took = 10_000;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(scans).toEqual([15_000, 65_000, 115_000]);
});
