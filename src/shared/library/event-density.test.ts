import { describe, expect, it } from 'vitest';
import { secondMs, stretchesOf } from './event-density';

const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime();

describe('stretches of time', () => {
  it('[D34] are minutes within an hour', () => {
    const bounds = stretchesOf(local(2026, 5, 12, 13, 2), local(2026, 5, 12, 14, 2), 120);
    expect(bounds).toHaveLength(62);
    expect([bounds[0], bounds.at(-1)]).toEqual([local(2026, 5, 12, 13, 2), local(2026, 5, 12, 14, 3)]);
  });

  it('[D263] are seconds of a log that has just begun, and fill their room', () => {
    const to = local(2026, 5, 12, 14, 2);
    const after = (seconds: number, atMost = 145) => stretchesOf(to - seconds * 1_000, to, atMost, secondMs);
    const lengthOf = (bounds: readonly number[]) => (bounds[1]! - bounds[0]!) / 1_000;
    expect([60, 180, 600, 1_800, 3_600, 7_200, 86_400].map((seconds) => lengthOf(after(seconds)))).toEqual([1, 2, 5, 15, 30, 60, 600]);
    for (let seconds = 60; seconds < 200_000; seconds = Math.round(seconds * 1.07)) {
      expect(after(seconds).length - 1, `of ${seconds} seconds`).toBeGreaterThan(seconds < 145 ? 58 : 48);
      expect(after(seconds).every((bound) => (bound - local(2026, 5, 1)) % (lengthOf(after(seconds)) * 1_000) === 0)).toBe(true);
    }
    expect(lengthOf(stretchesOf(to - 60_000, to, 145))).toBe(60);
  });

  it('[D34] begin at midnight, or with the hour, of the local clock', () => {
    const days = stretchesOf(local(2026, 0, 1, 9), local(2026, 5, 12, 14), 170);
    expect(days.every((moment) => new Date(moment).getHours() === 0)).toBe(true);
    const hours = stretchesOf(local(2026, 5, 5, 9, 20), local(2026, 5, 12, 14), 170);
    expect(new Set(hours.map((moment) => new Date(moment).getHours() % 2))).toEqual(new Set([0]));
    expect(hours.every((moment) => new Date(moment).getMinutes() === 0)).toBe(true);
  });

  it('[D34] cover all of the time, one behind the other, and are never more than asked for', () => {
    for (const minutes of [1, 59, 60, 61, 1_439, 1_441, 100_000, 525_600, 5_256_000, 52_560_000]) {
      for (const atMost of [1, 2, 40, 160]) {
        const to = local(2026, 5, 12, 14, 2);
        const from = to - minutes * 60_000;
        const bounds = stretchesOf(from, to, atMost);
        expect(bounds.length - 1).toBeLessThanOrEqual(atMost);
        expect(bounds[0]).toBeLessThanOrEqual(from);
        if (atMost > 2) expect(bounds.at(-1)).toBeGreaterThan(to);
        expect(bounds.every((moment, i) => i === 0 || moment > bounds[i - 1]!)).toBe(true);
      }
    }
  });
});
