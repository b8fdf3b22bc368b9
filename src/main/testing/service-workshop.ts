import { setTimeout as delay } from 'node:timers/promises';
import { assetDetected, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { onTestFinished } from 'vitest';
import { EventBus } from '../bus/event-bus';
import { defineService, type HandlerTools, type Service } from '../kernel/define-service';
import { messageOf } from '../kernel/report-bug';
import { type Feed, ServiceRunner } from '../kernel/service-runner';
import { forgetDeadLetter, parkDeadLetter, positionOf } from '../log/checkpoints';
import { eventFrom } from './sample-events';
import { tempFolder } from './temp-folder';
import { logIn, type OpenLog } from './test-log';

export type Detected = RecordedEvent & { event_type: 'asset.detected' };

export const nameOf = (event: RecordedEvent) => (event as Detected).data.file_path;
export const detected = (name: string) => eventFrom(assetDetected({ file_path: name, file_size: 1, project_name: 'p' }));

/** Everything that a service and its runner need, around a real log. */
export function workshop({ log, database }: OpenLog = logIn(tempFolder())) {
  const bus = new EventBus(log);
  const bugs: string[] = [];
  const feed: Feed = {
    get lastSequence() { return log.reader.lastSequence; },
    after: (sequence, limit) => log.reader.after(sequence, limit),
    positionOf: (service) => positionOf(database, service),
    unpark: (service, sequence) => { forgetDeadLetter(database, service, sequence); },
    park: (service, sequence, attempts, reason) => { parkDeadLetter(database, { service, sequence, attempts, reason, parked_at: 'now' }); },
  };
  const run = (service: Service, more: Partial<Feed> = {}, retryAfterMs: readonly number[] = [1, 1]) => {
    const patched = Object.create(feed, Object.getOwnPropertyDescriptors(more)) as Feed;
    const runner = new ServiceRunner(service, { bus, feed: patched, reportBug: ({ error }) => bugs.push(messageOf(error)), retryAfterMs });
    onTestFinished(() => runner.stop());
    runner.start();
    return runner;
  };
  const idle = async (runner: ServiceRunner) => { while (!runner.idle) await delay(1); };
  return { log, database, bus, bugs, run, idle, types: () => log.reader.after(0, 1_000).map(({ event_type }) => event_type) };
}

export const listener = (handle: (event: RecordedEvent, tools: HandlerTools) => Promise<void> | void, concurrency = 1) =>
  defineService({ name: 'worker', publishes: [assetWithdrawn, assetSetAside], on: { 'asset.detected': handle as never }, concurrency });
