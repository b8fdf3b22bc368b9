import { describe, expect, it } from 'vitest';
import { dayName, dayNumber, duration } from './times';

describe('times', () => {
  it('[V7] says how long something took', () => {
    expect([340, 1800, 125_000, 7_320_000].map(duration)).toEqual(['340 ms', '1.8 s', '2 min 5 s', '2 h 2 min']);
  });

  it('[V7] names days beside today', () => {
    const today = dayNumber(new Date(2026, 5, 12, 1).toISOString());
    expect(dayNumber(new Date(2026, 5, 11, 23).toISOString())).toBe(today - 1);
    expect([today, today - 1, today - 2, today - 400].map((day) => dayName(day, today).name.replace(',', ''))).toEqual([
      'Today',
      'Yesterday',
      'Wednesday 10 June',
      'Thursday 8 May 2025',
    ]);
  });
});
