import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { stampEvent } from '@shared/events/envelope';
import { hubStopped } from '@shared/events/system-events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../log/event-log';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { EventBus } from './event-bus';
import type { HandlerOutcome } from './middleware';

let log: EventLog;
let bus: EventBus;
let told: string[];

beforeEach(() => {
  ({ log } = logIn(tempFolder()));
  bus = new EventBus(log);
  told = [];
});

const detected = (name = 'a.png') =>
  stampEvent(assetDetected({ file_path: `/inbox/${name}`, file_size: 1, project_name: 'p' }), { source: 'test', actor: 'user' });
const withdrawn = () => stampEvent(assetWithdrawn({ file_path: '/inbox/a.png' }), { source: 'test', actor: 'user' });
const stopped = () => stampEvent(hubStopped({ reason: 'closed' }), { source: 'test', actor: 'user' });
const hear = (name: string) => (event: RecordedEvent) => { told.push(`${name} ${event.event_type}`); };

describe('[B1] subscriptions', () => {
  it('[B1] brings an exact type, a prefix and everything', async () => {
    bus.on('asset.detected', hear('exact'));
    bus.on('asset.*', hear('prefix'));
    bus.on('*', hear('all'));
    await bus.publish([detected(), withdrawn(), stopped()]);
    expect(told).toEqual([
      'exact asset.detected', 'prefix asset.detected', 'all asset.detected',
      'prefix asset.withdrawn', 'all asset.withdrawn',
      'all hub.stopped',
    ]);
  });

  it('[B2] tells each subscriber of each event once, however many subscribers there are', async () => {
    for (const name of ['1', '2', '3', '4']) bus.on('*', hear(name));
    for (let i = 0; i < 3; i += 1) await bus.publish(detected());
    expect(told.filter((each) => each.startsWith('3')).length).toBe(3);
    expect(told.length).toBe(12);
  });

  it('[B3] gives back its own undo, which undoes only itself', async () => {
    const leave = bus.on('*', hear('first'));
    bus.on('*', hear('second'));
    leave();
    leave();
    await bus.publish(detected());
    expect(told).toEqual(['second asset.detected']);
  });

  it('[B3] may leave, and let others leave and come, while being told', async () => {
    const leaveOther: (() => void)[] = [];
    const leave = bus.on('*', (event) => {
      hear('one')(event);
      leave();
      leaveOther[0]?.();
      bus.on('*', hear('late'));
    });
    leaveOther.push(bus.on('*', hear('other')));
    bus.on('*', hear('last'));
    await bus.publish(detected());
    const first = [...told];
    await bus.publish(withdrawn());
    // Who was there when the event was told hears it; the list changes for the next one.
    expect(first).toEqual(['one asset.detected', 'other asset.detected', 'last asset.detected']);
    expect(told.slice(3)).toEqual(['last asset.withdrawn', 'late asset.withdrawn']);
  });

  it('[B8] takes an object with eventTypes and handleEvent, and tells it once where two patterns match', async () => {
    const leave = bus.subscribe({ eventTypes: ['asset.detected', 'asset.*', 'hub.stopped'], handleEvent: hear('object') });
    await bus.publish([detected(), stopped()]);
    leave();
    await bus.publish(detected());
    expect(told).toEqual(['object asset.detected', 'object hub.stopped']);
  });
});

describe('[B4] a bad listener', () => {
  it('[B4] that throws or rejects harms nobody, and its error is reported with its pattern', async () => {
    const outcomes: HandlerOutcome[] = [];
    bus.use({ name: 'reports', handled: (_, outcome) => outcomes.push(outcome) });
    bus.on('asset.*', () => { throw new Error('thrown'); });
    bus.on('asset.detected', async () => Promise.reject(new Error('rejected')));
    bus.on('*', hear('good'));
    await expect(bus.publish(detected())).resolves.toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['good asset.detected']);
    expect(outcomes.map(({ pattern, error }) => [pattern, error instanceof Error ? error.message : error])).toEqual([
      ['asset.*', 'thrown'], ['*', undefined], ['asset.detected', 'rejected'],
    ]);
    for (const { milliseconds } of outcomes) expect(milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('[B4] that is slow keeps nobody waiting', async () => {
    let finish = () => undefined as void;
    bus.on('*', () => new Promise<void>((resolve) => { finish = resolve; }));
    bus.on('*', hear('quick'));
    await bus.publish(detected());
    expect(told).toEqual(['quick asset.detected']);
    finish();
  });
});

describe('[B5] middleware', () => {
  it('[B5] sees every event in the order of `use`, and again when it is recorded', async () => {
    for (const name of ['one', 'two']) {
      bus.use({
        name,
        admit: () => { told.push(`${name} admits`); return true; },
        recorded: ({ sequence }) => { told.push(`${name} hears ${sequence}`); },
      });
    }
    bus.on('*', hear('subscriber'));
    await bus.publish(detected());
    expect(told).toEqual(['one admits', 'two admits', 'one hears 1', 'two hears 1', 'subscriber asset.detected']);
  });

  it('[B5] really filters: a dropped event is neither recorded nor told, and does not reach the next middleware', async () => {
    bus.use({ name: 'filter', admit: ({ event_type }) => event_type !== 'asset.withdrawn' });
    bus.use({ name: 'after', admit: ({ event_type }) => { told.push(`after ${event_type}`); return true; } });
    bus.on('*', hear('subscriber'));
    const recorded = await bus.publish([withdrawn(), stopped()]);
    expect(recorded.map(({ event_type, sequence }) => [event_type, sequence])).toEqual([['hub.stopped', 1]]);
    expect(told).toEqual(['after hub.stopped', 'subscriber hub.stopped']);
    expect(log.reader.lastSequence).toBe(1);
    await expect(bus.publish(withdrawn())).resolves.toEqual([]);
  });

  it('[B5] is out when it was taken out', async () => {
    const out = bus.use({ name: 'filter', admit: () => false });
    out();
    expect(await bus.publish(detected())).toHaveLength(1);
  });
});

describe('[B6] an invalid event', () => {
  it('[B6] is an error that names the field, and takes the events published with it along', async () => {
    bus.on('*', hear('subscriber'));
    const broken = { ...detected(), data: { file_path: '/inbox/a.png', file_size: 'large', project_name: 'p' } };
    await expect(bus.publish([stopped(), broken])).rejects.toMatchObject({ name: 'InvalidEventError', field: 'data.file_size' });
    expect(log.reader.lastSequence).toBe(0);
    expect(told).toEqual([]);
  });
});

describe('[B7] record first, then tell', () => {
  it('[B7] an event that is told stands in the log already', async () => {
    const found: number[] = [];
    bus.on('*', ({ event_id }) => { found.push(log.sequenceOf(event_id) ?? -1); });
    await bus.publish([detected(), withdrawn()]);
    expect(found).toEqual([1, 2]);
  });

  it('[B7] what could not be recorded is not told', async () => {
    const failing = new EventBus({ append: () => Promise.reject(new Error('no disk')), onCommit: () => () => undefined });
    failing.on('*', hear('subscriber'));
    await expect(failing.publish(detected())).rejects.toThrow('no disk');
    expect(told).toEqual([]);
  });

  it('[B7] tells in log order, whoever publishes at the same time, also from inside a handler', async () => {
    const order: number[] = [];
    const answers: Promise<unknown>[] = [];
    bus.on('asset.detected', () => { answers.push(bus.publish(withdrawn())); });
    bus.on('*', ({ sequence }) => { order.push(sequence); });
    await Promise.all(Array.from({ length: 50 }, async (_, i) => {
      if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
      await bus.publish([detected(`${i}`), stopped()]);
    }));
    await Promise.all(answers);
    expect(order).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
  });
});
