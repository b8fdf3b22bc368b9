import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import { hubStopped } from '@shared/events/system-events';
import { busStats } from '@shared/library/bus-stats';
import fc from 'fast-check';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventFrom, recordedFrom } from '../../testing/sample-events';
import { Dispatcher } from '../dispatcher';
import { EventFilter } from './event-filter';
import { EventMetrics } from './event-metrics';
import { LatencyHistogram } from './latency-histogram';
import { SlidingRate } from './sliding-rate';

const detected = assetDetected({ file_path: '/inbox/a.png', file_size: 1, project_name: 'p' });
const withdrawn = assetWithdrawn({ file_path: '/inbox/a.png' });

function workshop(stuckAfterMs?: number) {
  const clock = { now: 50_000 };
  const dispatcher = new Dispatcher({ now: () => clock.now });
  const metrics = new EventMetrics(stuckAfterMs === undefined ? {} : { stuckAfterMs });
  dispatcher.use(metrics);
  const tell = async (...at: [number, typeof detected | typeof withdrawn][]) => {
    for (const [i, [time, draft]] of at.entries()) {
      clock.now = 50_000 + time;
      for (const event of recordedFrom([draft], 'story', i + 1)) dispatcher.tell(event);
      await turn();
    }
  };
  return { clock, dispatcher, metrics, tell };
}

describe('[B29] metrics', () => {
  it('[B29] say what flowed, how handlers fared and what was dropped, as plain JSON', async () => {
    const { clock, dispatcher, metrics, tell } = workshop(1_000);
    dispatcher.use(new EventFilter({ exclude: ['hub.*'] }));
    dispatcher.add('slow', ['asset.detected'], () => { clock.now += 8; });
    dispatcher.add('failing', ['asset.*'], () => { throw new Error('no'); });
    dispatcher.add('stuck', ['asset.withdrawn'], () => new Promise(() => undefined));
    metrics.register({ services: () => [{ name: 'quality', queued: 2, running: 1, lag: 30 }], deadLetters: () => 1 });
    const out = metrics.register({ deadLetters: () => 2 });
    expect(dispatcher.admit(eventFrom(hubStopped({ reason: 'closed' })))).toBeNull();
    await tell([0, detected], [1_000, detected], [3_000, detected], [4_000, withdrawn]);
    clock.now = 55_500;
    const stats = metrics.getStats();
    expect(busStats.parse(JSON.parse(JSON.stringify(stats)))).toEqual(stats);
    const about8 = expect.closeTo(8, 0) as number;
    expect(stats).toEqual({
      uptime_ms: 5_500, total: 4, per_second: expect.closeTo(4 / 5.5) as number,
      types: [
        { type: 'asset.detected', count: 3, average_interval_ms: 1_500, last_ms_ago: 2_500 },
        { type: 'asset.withdrawn', count: 1, average_interval_ms: null, last_ms_ago: 1_500 },
      ],
      handlers: [
        { name: 'slow', pattern: 'asset.detected', calls: 3, errors: 0, timed: 3, p50_ms: about8, p99_ms: about8, longest_ms: 8, pending: 0, oldest_pending_ms: null, stuck: 0 },
        { name: 'failing', pattern: 'asset.*', calls: 4, errors: 4, timed: 4, p50_ms: 0, p99_ms: 0, longest_ms: 0, pending: 0, oldest_pending_ms: null, stuck: 0 },
        { name: 'stuck', pattern: 'asset.withdrawn', calls: 1, errors: 0, timed: 0, p50_ms: null, p99_ms: null, longest_ms: null, pending: 1, oldest_pending_ms: 1_500, stuck: 1 },
      ],
      handler_errors: 4, pending: 1, stuck: 1, dropped: { filter: 1 }, middleware_errors: 0,
      services: [{ name: 'quality', queued: 2, running: 1, lag: 30 }], dead_letters: 3,
    });
    out();
    expect(metrics.getStats().dead_letters).toBe(1);
    expect(() => new EventMetrics().getStats()).toThrow();
  });

  it('[B29] the rate slides: it rises with what flows and is nought ten seconds after the last event', () => {
    const rate = new SlidingRate(0);
    for (let now = 0; now < 20_000; now += 10) rate.add(now);
    expect(rate.perSecond(20_000)).toBeCloseTo(100, -1);
    expect(rate.perSecond(25_000)).toBeCloseTo(50, -1);
    expect(rate.perSecond(30_100)).toBe(0);
    rate.add(1e9);
    expect(rate.perSecond(1e9)).toBe(0.1);
  });

  it('[B29] quantiles are within a tenth of the truth, in fixed memory', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }), (times) => {
      const histogram = new LatencyHistogram();
      for (const time of times) histogram.add(time);
      const sorted = [...times].sort((a, b) => a - b);
      for (const share of [0.5, 0.99]) {
        const truth = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
        expect(Math.abs(Math.log(histogram.quantile(share)! / truth))).toBeLessThan(0.1);
      }
      expect(histogram.longest).toBe(sorted.at(-1));
    }));
    expect(new LatencyHistogram().quantile(0.5)).toBeNull();
  });
});
