import { assetDetected } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { recordedFrom } from '../testing/sample-events';
import { Dispatcher } from './dispatcher';
import type { FailedOutcome, HandlerOutcome } from './middleware';

const events = (count: number) =>
  recordedFrom(Array.from({ length: count }, (_, i) => assetDetected({ file_path: `/inbox/${i}.png`, file_size: 1, project_name: 'p' })), 'story');
const [event] = events(1) as [RecordedEvent];
const never = () => new Promise<void>(() => undefined);

/** A dispatcher whose clock is moved by hand. */
function workshop() {
  const clock = { now: 0 };
  const dispatcher = new Dispatcher({ now: () => clock.now });
  const figures = (name: string) => dispatcher.subscribers().find((each) => each.name === name)!;
  return { clock, dispatcher, figures };
}

describe('[B24] counts', () => {
  it('[B24] calls and errors are exact, also when others come and go, and in a storm', () => {
    const { dispatcher, figures } = workshop();
    dispatcher.use({ name: 'times', timed: () => undefined });
    dispatcher.add('steady', ['*'], () => undefined);
    dispatcher.add('failing', ['asset.*'], ({ sequence }) => { if (sequence % 3 === 0) throw new Error('third'); });
    for (const [i, each] of events(3_000).entries()) {
      if (i % 500 === 0) dispatcher.add('visitor', ['hub.*'], () => undefined)();
      dispatcher.tell(each);
    }
    expect([figures('steady').calls, figures('failing').calls, figures('failing').errors]).toEqual([3_000, 3_000, 1_000]);
  });

  it('[B24] the same function subscribed twice is two subscriptions, and each undo takes out one', () => {
    const { dispatcher } = workshop();
    let heard = 0;
    const count = () => { heard += 1; };
    const leave = dispatcher.add('count', ['*'], count);
    dispatcher.add('count', ['*'], count);
    dispatcher.tell(event);
    leave();
    leave();
    dispatcher.tell(event);
    expect(heard).toBe(3);
  });
});

describe('[B25] handlers that do not end', () => {
  it('[B25] are counted with the age of the oldest, and harm nobody', async () => {
    const { clock, dispatcher, figures } = workshop();
    let quick = 0;
    dispatcher.add('stuck', ['*'], never);
    dispatcher.add('quick', ['*'], async () => { quick += 1; });
    for (clock.now of [1_000, 5_000, 31_500]) {
      dispatcher.tell(event);
      await turn();
    }
    const { pending } = figures('stuck');
    expect([pending.count, pending.oldest(clock.now), pending.olderThan(30_000, clock.now), figures('quick').pending.count, quick]).toEqual([3, 30_500, 1, 0, 3]);
  });

  it('[B25] the count stays exact and the memory bounded when a hundred thousand calls never end', () => {
    const { clock, dispatcher, figures } = workshop();
    dispatcher.add('stuck', ['*'], never);
    for (let i = 0; i < 100_000; i += 1) {
      clock.now += 1;
      dispatcher.tell(event);
    }
    const { pending } = figures('stuck');
    expect([pending.count, pending.olderThan(50_000, clock.now) <= 100_000]).toEqual([100_000, true]);
  });

  it('[B25] one that ends late is no longer pending, whether well or badly', async () => {
    const { dispatcher, figures } = workshop();
    const endings: ((how: 'well' | 'badly') => void)[] = [];
    dispatcher.add('slow', ['*'], () => new Promise<void>((resolve, reject) => {
      endings.push((how) => { if (how === 'well') resolve(); else reject(new Error('badly')); });
    }));
    dispatcher.tell(event);
    dispatcher.tell(event);
    endings[0]!('well');
    endings[1]!('badly');
    await turn();
    expect([figures('slow').pending.count, figures('slow').pending.oldest(1), figures('slow').errors]).toEqual([0, null, 1]);
  });
});

describe('[B26] telling and waiting', () => {
  it.each([['timed', true], ['not timed', false]])('[B26] waits for every handler, also those that fail (%s)', async (_, timed) => {
    const { dispatcher } = workshop();
    const said: string[] = [];
    if (timed) dispatcher.use({ name: 'times', timed: () => undefined });
    dispatcher.use({ name: 'failures', failed: (_event, { name }) => said.push(`${name} failed`) });
    dispatcher.add('late', ['*'], async () => { await turn(); said.push('late'); });
    dispatcher.add('rejecting', ['*'], async () => { await turn(); throw new Error('no'); });
    dispatcher.add('throwing', ['*'], () => { throw new Error('no'); });
    dispatcher.add('sync', ['*'], () => { said.push('sync'); return 5; });
    await dispatcher.tellAndWait(event);
    expect(said.sort()).toEqual(['late', 'rejecting failed', 'sync', 'throwing failed']);
    await new Dispatcher().tellAndWait(event);
  });
});

describe('[B27] times', () => {
  it('[B27] every call is timed while little flows, a sample in a storm, and all where a middleware asks for all', async () => {
    const { clock, dispatcher } = workshop();
    let timed = 0;
    dispatcher.use({ name: 'times', timed: () => { timed += 1; } });
    dispatcher.add('handler', ['*'], () => undefined);
    for (const each of events(100)) {
      clock.now += 2;
      dispatcher.tell(each);
    }
    expect(timed).toBe(100);
    for (const each of events(10_000)) {
      clock.now += 0.001;
      dispatcher.tell(each);
    }
    expect(timed - 100).toBeGreaterThanOrEqual(10_000 / 384);
    expect(timed - 100).toBeLessThanOrEqual(10_000 / 128 + 2);
    const outcomes: HandlerOutcome[] = [];
    dispatcher.use({ name: 'all', handled: (_, outcome) => outcomes.push(outcome) });
    for (const each of events(1_000)) dispatcher.tell(each);
    expect(outcomes.length).toBe(1_000);
    expect(outcomes[0]).toEqual({ pattern: '*', name: 'handler', milliseconds: 0 });
    await turn();
  });

  it('[B27] are those until the promise settles', async () => {
    const { clock, dispatcher } = workshop();
    const outcomes: HandlerOutcome[] = [];
    dispatcher.use({ name: 'all', handled: (_, outcome) => outcomes.push(outcome) });
    dispatcher.add('slow', ['*'], async () => { await turn(); clock.now += 70; });
    dispatcher.add('rejecting', ['*'], async () => { await turn(); throw new Error('no'); });
    await dispatcher.tellAndWait(event);
    expect(outcomes.map(({ name, milliseconds, error }) => [name, milliseconds, error instanceof Error])).toEqual([['slow', 70, false], ['rejecting', 70, true]]);
  });
});

describe('[B28] middleware', () => {
  it('[B28] that throws while it listens harms nobody, is counted, and is named', async () => {
    const broken: string[] = [];
    const dispatcher = new Dispatcher({ onMiddlewareError: (name) => broken.push(name) });
    const failures: FailedOutcome[] = [];
    const fails = () => { throw new Error('broken'); };
    dispatcher.use({ name: 'one', recorded: fails });
    dispatcher.use({ name: 'two', failed: fails, timed: fails });
    dispatcher.use({ name: 'three', failed: (_, outcome) => failures.push(outcome) });
    let heard = 0;
    dispatcher.add('bad', ['*'], fails);
    dispatcher.add('good', ['*'], () => { heard += 1; });
    dispatcher.tell(event);
    expect([heard, failures.length, dispatcher.middlewareErrors]).toEqual([1, 1, broken.length]);
    expect([...new Set(broken)]).toEqual(['one', 'two']);
  });

  it('[B28] is asked per type where it answers per type, and what does not matter to it costs no call', () => {
    const { dispatcher } = workshop();
    const asked: string[] = [];
    let heard = 0;
    dispatcher.use({ name: 'choosy', recordedOf: (type) => { asked.push(type); return type === 'hub.stopped' ? () => { heard += 1; } : null; } });
    for (const each of events(10)) dispatcher.tell(each);
    expect([asked, heard]).toEqual([['asset.detected'], 0]);
  });
});
