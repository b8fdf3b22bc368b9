import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it } from 'vitest';
import { FlowRates } from './flow-rates';

const start = Date.parse('2026-06-12T14:00:00.000Z');
const at = (second: number) => start + second * 1000;
const event = (sequence: number, second: number, event_type = 'asset.detected') =>
  ({ sequence, event_type, timestamp: new Date(at(second)).toISOString() }) as RecordedEvent;

describe('FlowRates', () => {
  it('[V40] counts events of the last seconds by type', () => {
    const rates = new FlowRates(60);
    rates.add([event(1, 0), event(2, 3), event(3, 3, 'quality.assessed'), event(4, 9)], at(9));
    expect([rates.sum('asset.detected', 60, at(9)), rates.sum('asset.detected', 7, at(9)), rates.sum('quality.assessed', 60, at(9))]).toEqual([3, 2, 1]);
    expect(rates.types).toEqual(['asset.detected', 'quality.assessed']);
  });

  it('[V40] forgets what is longer ago than it keeps, also when nothing came in between', () => {
    const rates = new FlowRates(10);
    rates.add([event(1, 0), event(2, 5)], at(5));
    expect(rates.sum('asset.detected', 10, at(9))).toBe(2);
    expect(rates.sum('asset.detected', 10, at(10))).toBe(1);
    expect(rates.sum('asset.detected', 10, at(1000))).toBe(0);
    rates.add([event(3, 400), event(4, 1000)], at(1000));
    expect(rates.sum('asset.detected', 10, at(1000))).toBe(1);
  });

  it('[V40] counts no event twice, whatever is told again', () => {
    const rates = new FlowRates(60);
    rates.add([event(1, 0), event(2, 1)], at(1));
    rates.add([event(1, 0), event(2, 1), event(3, 1)], at(1));
    expect(rates.sum('asset.detected', 60, at(1))).toBe(3);
  });

  it('[V40] counts an event of the future as now, and stands still when the clock is set back', () => {
    const rates = new FlowRates(60);
    rates.add([event(1, 500)], at(10));
    expect(rates.sum('asset.detected', 1, at(10))).toBe(1);
    rates.add([event(2, 4)], at(4));
    expect(rates.sum('asset.detected', 10, at(4))).toBe(2);
  });

  it('[V40] gives the mean of each bin, oldest first, without the one that is running', () => {
    const rates = new FlowRates(60);
    const begin = Math.floor(start / 1000);
    rates.add([event(1, 0), event(2, 1), event(3, 1), event(4, 2), event(5, 5), event(6, 6)], at(6));
    expect(rates.series(['asset.detected'], { seconds: 7, bin: 1, now: at(6) })).toEqual({
      times: [0, 1, 2, 3, 4, 5].map((second) => begin + second),
      perSecond: [1, 2, 1, 0, 0, 1],
    });
    const binned = rates.series(['asset.detected', 'quality.assessed'], { seconds: 8, bin: 2, now: at(7) });
    expect(binned).toEqual({ times: [0, 2, 4].map((second) => begin + second), perSecond: [1.5, 0.5, 0.5] });
  });

  it('[V40] a bin keeps its value as time goes on', () => {
    const rates = new FlowRates(900);
    rates.add(Array.from({ length: 200 }, (_, index) => event(index + 1, index / 2)), at(100));
    const early = rates.series(['asset.detected'], { seconds: 300, bin: 6, now: at(100) });
    const later = rates.series(['asset.detected'], { seconds: 300, bin: 6, now: at(104) });
    const shared = later.times.filter((time) => early.times.includes(time));
    expect(shared.length).toBeGreaterThan(40);
    for (const time of shared) expect(later.perSecond[later.times.indexOf(time)]).toBe(early.perSecond[early.times.indexOf(time)]);
  });
});
