import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import type { EventDraft } from '@shared/events/define-event';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { EventBus } from '../bus/event-bus';
import { EventMetrics } from '../bus/middleware/event-metrics';
import { positionOf } from '../log/checkpoints';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import type { Service } from './define-service';
import { type Feed, ServiceRunner } from './service-runner';

const detected = (i: number) => assetDetected({ file_path: `/inbox/${i}.png`, file_size: i, project_name: 'p' });

function workshop(service: Pick<Service, 'name' | 'concurrency' | 'consumes' | 'handle'>) {
  const { log, database } = logIn(tempFolder());
  const bus = new EventBus(log);
  const reads = { last: 0, pages: 0 };
  const feed: Feed = {
    get lastSequence() { reads.last += 1; return log.reader.lastSequence; },
    after: (sequence, limit) => { reads.pages += 1; return log.reader.after(sequence, limit); },
    positionOf: (name) => positionOf(database, name),
    park: () => undefined,
    unpark: () => undefined,
  };
  const start = () => {
    const whole = { ...service, summary: '', publishes: [], giveUp: () => undefined } as Service;
    const runner = new ServiceRunner(whole, { bus, feed, reportBug: ({ error }) => { throw error as Error; } });
    onTestFinished(() => runner.stop());
    runner.start();
    return runner;
  };
  const publish = (drafts: readonly EventDraft[]) => bus.publish(drafts.map((draft) => eventFrom(draft)));
  return { bus, log, reads, start, publish };
}

it('[B35] a consumer that is slower than ten thousand events a second holds a bounded queue and misses nothing', async () => {
  const heard: number[] = [];
  const { bus, start, publish } = workshop({
    name: 'slow', concurrency: 8, consumes: ['asset.detected'],
    handle: async ({ data }) => { await turn(); heard.push((data as { file_size: number }).file_size); },
  });
  const metrics = new EventMetrics();
  bus.use(metrics);
  const runner = start();
  metrics.register({ services: () => [runner.figures] });
  let [longest, lag] = [0, 0];
  for (let i = 0; i < 10_000; i += 100) {
    await publish(Array.from({ length: 100 }, (_, j) => detected(i + j)));
    const [service] = metrics.getStats().services;
    longest = Math.max(longest, service?.queued ?? 0);
    lag = Math.max(lag, service?.lag ?? 0);
  }
  while (!runner.idle) await delay(5);
  expect(longest).toBeLessThanOrEqual(256);
  expect(lag).toBeGreaterThan(256);
  expect([heard.length, new Set(heard).size]).toEqual([10_000, 10_000]);
  expect(runner.figures).toEqual({ name: 'slow', queued: 0, running: 0, lag: 0 });
}, 60_000);

it('[B35] hints are taken together: what does not concern a service costs it a look per commit, not per event', async () => {
  const { reads, start, publish } = workshop({ name: 'bored', concurrency: 1, consumes: ['asset.withdrawn'], handle: () => undefined });
  const runner = start();
  const before = reads.last;
  for (let i = 0; i < 10; i += 1) await publish(Array.from({ length: 200 }, (_, j) => detected(j)));
  expect(reads.last - before).toBeLessThanOrEqual(20);
  expect(reads.pages).toBe(0);
  expect(runner.idle).toBe(true);
});

it('[B35] a service that was away for long reads what does not concern it a page a turn, and others go on', async () => {
  const heard: string[] = [];
  const { log, start } = workshop({
    name: 'away', concurrency: 1, consumes: ['asset.withdrawn'], handle: ({ event_type }) => { heard.push(event_type); },
  });
  await log.append(Array.from({ length: 3_000 }, (_, i) => eventFrom(detected(i))));
  await log.append([eventFrom(assetWithdrawn({ file_path: '/inbox/a.png' }))]);
  const runner = start();
  let turns = 0;
  while (!runner.idle) {
    await turn();
    turns += 1;
  }
  expect(heard).toEqual(['asset.withdrawn']);
  expect(turns).toBeGreaterThanOrEqual(10);
});
