import { type EventDensity, secondMs, stretchesOf } from '@shared/library/event-density';
import { describe, expect, it } from 'vitest';
import { axisLabels, placeInWords, stretchInWords } from './strip-words';

const end = new Date(2026, 5, 12, 14, 2, 7).getTime();
const none: readonly number[] = [];

/** A strip of so many seconds that ends at two past two. */
function strip(seconds: number, atMost = 145): EventDensity {
  const bounds = stretchesOf(end - seconds * 1_000, end, atMost, seconds <= 4 * 3_600 ? secondMs : 60_000);
  const all = bounds.slice(1).map((_, at) => at % 3);
  const families = { asset: none, quality: none, workflow: none, creative: none, system: none };
  return { bounds, all, matching: all, failures: none, families, first: bounds[0] ?? null, counted_to: 1 };
}

const texts = (seconds: number) => axisLabels(strip(seconds), 12).map(({ text }) => text);
const day = 86_400;

describe('the words of the strip', () => {
  it('[D264] names seconds below three minutes, minutes below an hour, hours below a day, and months of years', () => {
    expect(texts(180).slice(0, 3)).toEqual(['13:59:30', '14:00:00', '14:00:30']);
    expect(texts(600).slice(0, 3)).toEqual(['13:53', '13:54', '13:55']);
    expect(texts(3_600).slice(0, 3)).toEqual(['13:10', '13:20', '13:30']);
    expect(texts(day)).toContain('12 Jun');
    expect(texts(day).slice(0, 2)).toEqual(['15:00', '18:00']);
    expect(texts(730 * day)).toContain('Jan 2026');
  });

  it('[D264] writes some labels and never more than there is room for, on ascending round moments, for any length', () => {
    for (let seconds = 60; seconds < 50 * 365 * day; seconds *= 1.13) {
      for (const atMost of [6, 12, 19]) {
        const density = strip(seconds);
        const labels = axisLabels(density, atMost);
        expect(labels.length, `${seconds} s`).toBeLessThanOrEqual(atMost + 1);
        expect(labels.length, `${seconds} s`).toBeGreaterThanOrEqual(atMost >= 12 ? 2 : 1);
        expect(labels.every(({ moment }, at) => moment > (labels[at - 1]?.moment ?? -Infinity))).toBe(true);
        expect(labels.every(({ text }, at) => text !== labels[at - 1]?.text)).toBe(true);
      }
    }
  });

  it('[D264] says the seconds of a stretch only where it is that short', () => {
    const today = end;
    expect(stretchInWords(strip(60), 3, today)).toBe('Fri 12 Jun, 14:01:10');
    expect(stretchInWords(strip(180), 3, today)).toBe('Fri 12 Jun, 13:59:12 – 13:59:14');
    expect(stretchInWords(strip(3_600), 3, today)).toBe('Fri 12 Jun, 13:03:30 – 13:04:00');
    expect(stretchInWords(strip(2 * 3_600), 3, today)).toBe('Fri 12 Jun, 12:05');
    expect(stretchInWords(strip(day), 3, today)).toBe('Thu 11 Jun, 14:30 – 14:40');
    expect(placeInWords(strip(180), 2, end)).toMatch(/^Friday,? 12 June 2026, 14:02:07, 2 events in this stretch$/);
  });
});
