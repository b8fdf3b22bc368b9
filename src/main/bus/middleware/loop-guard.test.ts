import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import type { AliceEvent } from '@shared/events/catalog';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defineService, type Service } from '../../kernel/define-service';
import { ServiceRunner } from '../../kernel/service-runner';
import { deadLetters, parkDeadLetter, positionOf } from '../../log/checkpoints';
import { eventFrom } from '../../testing/sample-events';
import { tempFolder } from '../../testing/temp-folder';
import { logIn } from '../../testing/test-log';
import { EventBus } from '../event-bus';
import { type Cause, LoopGuard } from './loop-guard';

const detected = assetDetected({ file_path: '/inbox/a.png', file_size: 1, project_name: 'p' });
const withdrawn = assetWithdrawn({ file_path: '/inbox/a.png' });

/** A chain of events, each the cause of the next, as they would come from a bus. */
function chain(guard: LoopGuard, length: number, begin: AliceEvent = eventFrom(detected)) {
  const verdicts: (boolean | AliceEvent)[] = [];
  let cause = begin;
  for (let i = 0; i < length; i += 1) {
    const verdict = guard.admit(cause);
    verdicts.push(verdict);
    const said = typeof verdict === 'object' ? verdict : cause;
    cause = eventFrom(withdrawn, { correlation_id: said.correlation_id, causation_id: said.event_id });
  }
  return { verdicts, last: cause };
}

const nobodyKnows = () => null;

describe('[B32] loops', () => {
  it('[B32] an event behind a chain that is too long is refused, and an event says so; what answers that is dropped', () => {
    const { verdicts } = chain(new LoopGuard({ causeOf: nobodyKnows, limit: 3 }), 8);
    expect(verdicts.map((each) => (typeof each === 'object' ? [each.event_type, each.data, each.source] : each))).toEqual([
      true, true, true, true,
      ['event.loop_stopped', { event_type: 'asset.withdrawn', service: 'test', depth: 4 }, 'hub'],
      false,
      // The refused event is no cause that anyone knows: here a story would begin anew, but nothing was recorded to answer.
      true, true,
    ]);
  });

  it('[B32] another story begins anew, so does one whose cause nobody knows', () => {
    const guard = new LoopGuard({ causeOf: nobodyKnows, limit: 1 });
    const { last } = chain(guard, 2);
    expect(guard.admit({ ...eventFrom(withdrawn), causation_id: last.causation_id })).toBe(true);
    expect(guard.admit(eventFrom(withdrawn, { correlation_id: 'x', causation_id: 'unknown' }))).toBe(true);
  });

  it('[B32] what it has forgotten it reads from the log: after a restart a loop is stopped where it would have been', () => {
    const log = new Map<string, Cause>();
    const asked: string[] = [];
    const causeOf = (id: string) => { asked.push(id); return log.get(id) ?? null; };
    const keep = (event: AliceEvent) => { log.set(event.event_id, event); return event; };
    const story = { correlation_id: 'story' };
    let last = keep(eventFrom(detected, story));
    for (let i = 0; i < 3; i += 1) last = keep(eventFrom(withdrawn, { ...story, causation_id: last.event_id }));
    const next = () => eventFrom(withdrawn, { ...story, causation_id: last.event_id });
    expect(new LoopGuard({ causeOf, limit: 4 }).admit(next())).toBe(true);
    const guard = new LoopGuard({ causeOf, limit: 3 });
    const stopped = guard.admit(next()) as AliceEvent;
    expect(stopped).toMatchObject({ event_type: 'event.loop_stopped', data: { depth: 4 }, correlation_id: 'story', causation_id: last.event_id });
    asked.length = 0;
    expect(guard.admit(next())).toMatchObject({ event_type: 'event.loop_stopped' });
    expect(asked).toEqual([]);
    keep(stopped);
    const answer = eventFrom(withdrawn, { ...story, causation_id: stopped.event_id });
    expect(new LoopGuard({ causeOf, limit: 100 }).admit(answer)).toBe(false);
  });

  it('[B32] its memory is bounded, and what is pushed out costs a look into the log, not the verdict', () => {
    const log = new Map<string, Cause>();
    let looks = 0;
    const guard = new LoopGuard({ causeOf: (id) => { looks += 1; return log.get(id) ?? null; }, limit: 16, remembered: 4 });
    let last = eventFrom(detected, { correlation_id: 'story' });
    let verdict: boolean | AliceEvent = true;
    for (let i = 0; i < 40 && verdict === true; i += 1) {
      verdict = guard.admit(last);
      log.set(last.event_id, last);
      for (let other = 0; other < 5; other += 1) guard.admit(eventFrom(detected));
      if (verdict === true) last = eventFrom(withdrawn, { correlation_id: 'story', causation_id: last.event_id });
    }
    expect(verdict).toMatchObject({ event_type: 'event.loop_stopped', data: { depth: 17 } });
    expect(looks).toBeGreaterThan(16);
  });

  it('[B32] two services that answer each other for ever are stopped, even when one of them answers the stop', async () => {
    const { log, database } = logIn(tempFolder());
    const bus = new EventBus(log);
    const byId = (id: string) => log.reader.after(0, 1_000).find(({ event_id }) => event_id === id) ?? null;
    bus.use(new LoopGuard({ causeOf: byId }));
    const feed = {
      get lastSequence() { return log.reader.lastSequence; },
      after: (sequence: number, limit: number) => log.reader.after(sequence, limit),
      positionOf: (service: string) => positionOf(database, service),
      park: (service: string, sequence: number, attempts: number, reason: string) => {
        parkDeadLetter(database, { service, sequence, attempts, reason, parked_at: 'now' });
      },
      unpark: () => undefined,
    };
    const run = (service: Service) => {
      const runner = new ServiceRunner(service, { bus, feed, reportBug: () => undefined, retryAfterMs: [] });
      onTestFinished(() => runner.stop());
      runner.start();
      return runner;
    };
    const ping = run(defineService({
      name: 'ping',
      publishes: [assetWithdrawn],
      on: {
        'asset.detected': (_, { publish }) => { publish(withdrawn); },
        'event.loop_stopped': (_, { publish }) => { publish(withdrawn); },
      },
    }));
    const pong = run(defineService({
      name: 'pong', publishes: [assetDetected], on: { 'asset.withdrawn': (_, { publish }) => { publish(detected); } },
    }));
    await bus.publish(eventFrom(detected));
    while (!(ping.idle && pong.idle)) await delay(1);
    const types = log.reader.after(0, 1_000).map(({ event_type }) => event_type);
    expect(types).toEqual([...Array.from({ length: 17 }, (_, i) => (i % 2 === 0 ? 'asset.detected' : 'asset.withdrawn')), 'event.loop_stopped']);
    expect(deadLetters(database)).toEqual([]);
  });
});
