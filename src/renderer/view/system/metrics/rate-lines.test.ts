import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it } from 'vitest';
import { FlowRates } from '../../../store/flow-rates';
import { milliseconds } from '../milliseconds';
import { roundUp } from './round-up';
import { binOf, rateChart, rateInWords } from './rate-lines';
import { shareOf } from './time-scale';

const now = Date.parse('2026-06-12T14:00:00.000Z');
const counted = (types: Readonly<Record<string, number>>) => {
  const rates = new FlowRates(900);
  let sequence = 0;
  const timestamp = new Date(now - 10_000).toISOString();
  const events = Object.entries(types).flatMap(([event_type, count]) =>
    Array.from({ length: count }, () => ({ event_type, sequence: ++sequence, timestamp })),
  );
  rates.add(events as RecordedEvent[], now);
  return rates;
};

describe('rateChart', () => {
  it('[V49] draws all events and a line for each family that has any', () => {
    const chart = rateChart(counted({ 'asset.detected': 4, 'asset.processed': 2, 'quality.assessed': 2 }), { minutes: 5, by: 'family', now });
    expect(chart.lines.map(({ name, total, highest }) => [name, total, highest])).toEqual([
      ['Assets', 6, 3],
      ['Quality', 2, 1],
    ]);
    expect(chart.all).toMatchObject({ total: 8, highest: 4, now: 0 });
    expect(chart.all.perSecond).toHaveLength(chart.times.length);
  });

  it('[V49] by type, draws the busiest six, and tells those of one family apart by their dashes', () => {
    const types = { 'asset.detected': 9, 'asset.discovered': 8, 'quality.assessed': 7, 'asset.processed': 6, 'hub.started': 5, 'asset.organized': 4, 'hub.stopped': 1 };
    const { lines } = rateChart(counted(types), { minutes: 1, by: 'type', now });
    expect(lines.map(({ name }) => name)).toEqual(Object.keys(types).slice(0, 6));
    const assets = lines.filter(({ family }) => family === 'asset').map(({ dash }) => dash.join());
    expect(new Set(assets).size).toBe(assets.length);
  });

  it('[V49] has about as many bins for each stretch of time', () => {
    expect([1, 5, 15].map(binOf)).toEqual([1, 2, 6]);
  });
});

describe('numbers of the metrics', () => {
  it('[V49] have as many digits as mean something', () => {
    expect([0, 0.04, 0.5, 9.96, 12.4, 1234].map(rateInWords)).toEqual(['0', '< 0.1', '0.5', '10.0', '12', '1,234']);
    expect([null, 0.004, 0.012, 3.21, 42.4, 340, 1800].map(milliseconds)).toEqual(['–', '< 0.01 ms', '0.01 ms', '3.2 ms', '42 ms', '340 ms', '1.8 s']);
  });

  it('[V49] are measured against calm scales', () => {
    expect([0, 1, 1.2, 3, 7, 12, 480, 1000].map(roundUp)).toEqual([1, 1, 2, 5, 10, 20, 500, 1000]);
    expect([0, 0.01, 0.1, 10, 20].map((ms) => Math.round(shareOf(ms, 10)))).toEqual([2, 2, 33, 100, 100]);
  });
});
