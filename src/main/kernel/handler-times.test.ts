import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { HandlerTimes } from './handler-times';

it('[B41] a service is measured by its handlers: calls, errors, times and what has not ended, by event type', async () => {
  const times = new HandlerTimes('service quality');
  expect(times.figures()).toEqual([]);
  await times.of('asset.processed', () => delay(30));
  await expect(times.of('asset.processed', () => Promise.reject(new Error('no light')))).rejects.toThrow('no light');
  let end: () => void = () => undefined;
  const running = times.of('asset.discovered', () => new Promise<void>((resolve) => { end = resolve; }));
  await delay(10);
  const [processed, discovered] = times.figures();
  expect(processed).toMatchObject({ name: 'service quality', pattern: 'asset.processed', calls: 2, errors: 1, timed: 2, pending: 0 });
  expect(processed?.longest_ms).toBeGreaterThan(25);
  expect(discovered).toMatchObject({ pattern: 'asset.discovered', calls: 1, timed: 0, p50_ms: null, longest_ms: null, pending: 1, stuck: 0 });
  expect(discovered?.oldest_pending_ms).toBeGreaterThan(5);
  end();
  await running;
  expect(times.figures()[1]).toMatchObject({ pending: 0, timed: 1 });
});
