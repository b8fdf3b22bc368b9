import { eventRetryRequested } from '@shared/events/system-events';
import { assetDetected, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import { projectCreated } from '@shared/events/creative-events';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { deadLetters, positionOf } from '../log/checkpoints';
import { eventFrom } from '../testing/sample-events';
import { detected, listener, nameOf, workshop } from '../testing/service-workshop';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { defineService, skip } from './define-service';
import type { Feed } from './service-runner';

describe('[B13] where a service stands', () => {
  it('[B13] begins with what happened while it was away, hears what it consumes only, and says it with its cause', async () => {
    const { bus, run, idle, log } = workshop();
    const [cause] = await bus.publish(detected('a'));
    await bus.publish(eventFrom(projectCreated({ project_id: 'p', project_name: 'P' })));
    const heard: string[] = [];
    const runner = run(listener((event, { publish }) => {
      heard.push(nameOf(event));
      publish(assetWithdrawn({ file_path: nameOf(event) }));
    }));
    await idle(runner);
    await bus.publish(detected('b'));
    await idle(runner);
    expect(heard).toEqual(['a', 'b']);
    expect(log.reader.after(2, 1)).toMatchObject([{
      event_type: 'asset.withdrawn', source: 'worker', actor: 'service:worker', causation_id: cause?.event_id, correlation_id: cause?.correlation_id,
    }]);
    expect(runner.lag).toBe(0);
  });

  it('[B13] continues after a restart; what was handled beyond the checkpoint is not delivered again', async () => {
    const folder = tempFolder();
    const first = workshop(logIn(folder));
    await first.bus.publish(['stuck', 'b', 'c', 'd'].map(detected));
    const done = new Set<string>();
    const crash: (() => void)[] = [];
    const runner = first.run(listener(async (event, { publish }) => {
      // The first of four does not end before the crash.
      if (nameOf(event) === 'stuck') await new Promise<void>((resolve) => { crash.push(resolve); });
      publish(assetWithdrawn({ file_path: nameOf(event) }));
      done.add(nameOf(event));
    }, 2));
    while (done.size < 3 || runner.lag > 7) await delay(1);
    await first.log.append([detected('e')]);
    expect(positionOf(first.database, 'worker')).toEqual({ sequence: 0, handledBeyond: new Set([2, 3, 4]) });
    void runner.stop();
    first.log.close();

    const second = workshop(logIn(folder));
    const heard: string[] = [];
    await second.idle(second.run(listener((event) => { heard.push(nameOf(event)); })));
    expect(heard).toEqual(['stuck', 'e']);
    for (const end of crash) end();
  });

  it('[B13] remembers at its end how far it has read, but nothing beyond what is still open', async () => {
    const { bus, log, database, run, idle } = workshop();
    const project = (id: number) => eventFrom(projectCreated({ project_id: `p${id}`, project_name: 'P' }));
    const ends: (() => void)[] = [];
    const runner = run(listener((event) => (nameOf(event) === 'stuck' ? new Promise<void>((resolve) => { ends.push(resolve); }) : undefined)));
    await bus.publish(Array.from({ length: 999 }, (_, i) => project(i)));
    await idle(runner);
    runner.remember();
    log.flush();
    expect(positionOf(database, 'worker').sequence).toBe(0);
    await bus.publish(Array.from({ length: 201 }, (_, i) => project(i)));
    await idle(runner);
    runner.remember();
    log.flush();
    expect(positionOf(database, 'worker').sequence).toBe(1_200);
    await bus.publish([detected('stuck'), ...Array.from({ length: 1_500 }, (_, i) => project(i))]);
    while (ends.length === 0) await delay(1);
    runner.remember();
    log.flush();
    expect(positionOf(database, 'worker').sequence).toBe(1_200);
    for (const end of ends) end();
  });

  it('[B14] what it says and the proof that it handled the cause are one: a refused append leaves the event unhandled', async () => {
    const { bus, log, database, run, idle, types, bugs } = workshop();
    await bus.publish(detected('a'));
    let tries = 0;
    const runner = run(listener((event, { publish }) => {
      tries += 1;
      publish(assetWithdrawn({ file_path: nameOf(event) }));
      // Something else in the same commit goes wrong, once.
      if (tries === 1) void log.alongside(() => { throw new Database.SqliteError('disk full', 'SQLITE_FULL'); }).catch(() => undefined);
    }));
    await idle(runner);
    expect([tries, types(), bugs]).toEqual([2, ['asset.detected', 'asset.withdrawn'], ['disk full']]);
    log.flush();
    expect(positionOf(database, 'worker').sequence).toBeGreaterThanOrEqual(1);
  });

  it('[B14] an event that does not fit the catalog is not said, and its cause is parked', async () => {
    const { bus, run, idle, types, bugs } = workshop();
    await bus.publish(detected('a'));
    await idle(run(listener((_, { publish }) => { publish(assetWithdrawn({ file_path: 1 as never })); })));
    expect(types()).toEqual(['asset.detected', 'event.parked']);
    expect(bugs[0]).toMatch(/data\.file_path/);
  });

  it('[B13] a handler may skip, and that counts as handled', async () => {
    const folder = tempFolder();
    const first = workshop(logIn(folder));
    await first.bus.publish(detected('a'));
    let heard = 0;
    const skipping = defineService({ name: 'worker', publishes: [], on: { 'asset.detected': () => { heard += 1; return skip('not mine'); } } });
    const runner = first.run(skipping);
    await first.idle(runner);
    await runner.stop();
    first.log.close();
    const second = workshop(logIn(folder));
    await second.idle(second.run(skipping));
    expect(heard).toBe(1);
  });
});

describe('[B15] order', () => {
  it('[B15] works on several subjects at once, on one subject in log order, one event at a time', async () => {
    const { bus, run, idle } = workshop();
    const subjects = ['s0', 's1', 's2'];
    const open = new Map<string, number>();
    const order: string[] = [];
    let [inside, most] = [0, 0];
    const service = defineService({
      name: 'worker', publishes: [], concurrency: 4,
      on: {
        'project.created': async ({ subject, data }) => {
          expect(open.get(subject ?? '') ?? 0).toBe(0);
          open.set(subject ?? '', 1);
          most = Math.max(most, (inside += 1));
          await delay(Number(data.description) % 7);
          order.push(`${data.project_id} ${data.description ?? ''}`);
          inside -= 1;
          open.set(subject ?? '', 0);
        },
      },
    });
    const runner = run(service);
    for (let i = 0; i < 60; i += 1) {
      await bus.publish(eventFrom(projectCreated({ project_id: subjects[i % 3]!, project_name: 'P', description: String((i * 37) % 100) })));
    }
    await idle(runner);
    for (const [at, subject] of subjects.entries()) {
      const expected = Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 3 === at).map((i) => `${subject} ${(i * 37) % 100}`);
      expect(order.filter((each) => each.startsWith(subject))).toEqual(expected);
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('[B15] reads a long backlog page by page, each event once', async () => {
    const { log, bus, run, idle } = workshop();
    await log.append(Array.from({ length: 700 }, (_, i) => detected(String(i))));
    const heard: string[] = [];
    const runner = run(listener(async (event) => {
      heard.push(nameOf(event));
      if (heard.length % 200 === 1) await bus.publish(detected(`late ${heard.length}`));
    }));
    await idle(runner);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.slice(0, 700)).toEqual(Array.from({ length: 700 }, (_, i) => String(i)));
    expect(heard.length).toBe(704);
  });
});

describe('[B16] failure', () => {
  it('[B16] tries again, and a success on the way is all that is said', async () => {
    const { bus, run, idle, types, bugs } = workshop();
    await bus.publish(detected('a'));
    let tries = 0;
    await idle(run(listener((_, { publish }) => {
      publish(assetWithdrawn({ file_path: 'a' }));
      if ((tries += 1) < 3) throw new Error(`try ${tries}`);
    })));
    expect(types()).toEqual(['asset.detected', 'asset.withdrawn']);
    expect(bugs).toEqual(['try 1', 'try 2']);
  });

  it('[B16] parks an event that keeps failing, says so with the outcome of its file, and goes on with the others', async () => {
    const folder = tempFolder();
    const { bus, run, idle, log, database, types } = workshop(logIn(folder));
    const [poison] = await bus.publish([detected('poison'), detected('good')]);
    const service = defineService({
      name: 'worker', publishes: [assetSetAside, assetWithdrawn],
      on: {
        'asset.detected': ({ data }, { publish }) => {
          if (data.file_path === 'poison') throw new Error('it is poison');
          publish(assetWithdrawn({ file_path: data.file_path }));
        },
      },
      giveUp: ({ data }, reason, { publish }) => {
        publish(assetSetAside({ file_path: data.file_path, stage: 'intake', reason: 'internal_error', message: reason }));
      },
    });
    await idle(run(service));
    expect(types()).toEqual(['asset.detected', 'asset.detected', 'event.parked', 'asset.set_aside', 'asset.withdrawn']);
    expect(log.reader.after(2, 2)).toMatchObject([
      { data: { service: 'worker', parked_event_id: poison?.event_id, parked_event_type: 'asset.detected', attempts: 3, reason: 'it is poison' } },
      { data: { file_path: 'poison', message: 'it is poison' }, causation_id: poison?.event_id },
    ]);
    expect(deadLetters(database)).toMatchObject([{ service: 'worker', sequence: 1, attempts: 3, reason: 'it is poison' }]);
    log.close();
    const again = workshop(logIn(folder));
    await again.idle(again.run(service));
    expect(again.types().length).toBe(5);
  });

  it.each<[string, Partial<Feed>, () => void]>([
    ['the farewell fails', {}, () => { throw new Error('no farewell'); }],
    ['parking fails', { park: () => { throw new Error('no table'); } }, () => undefined],
  ])('[B16] even when %s, the next event about the same subject is heard', async (_, feed, giveUp) => {
    const { log, run, idle, bugs } = workshop();
    const story = { correlation_id: 'one story' };
    await log.append(['poison', 'good'].map((name) => eventFrom(assetDetected({ file_path: name, file_size: 1, project_name: 'p' }), story)));
    const heard: string[] = [];
    const runner = run(defineService({
      name: 'worker', publishes: [], concurrency: 2,
      on: { 'asset.detected': ({ data }) => { heard.push(data.file_path); if (data.file_path === 'poison') throw new Error('poison'); } },
      giveUp,
    }), feed);
    await idle(runner);
    expect(heard).toEqual(['poison', 'poison', 'poison', 'good']);
    expect(bugs.length).toBe(4);
  });
});

describe('[B17] stopping', () => {
  it('[B17] waits for handlers that run, keeps what they said, and begins no other', async () => {
    const { bus, run, log, types } = workshop();
    let finish = () => undefined as void;
    const heard: string[] = [];
    const runner = run(listener(async (event, { publish }) => {
      heard.push(nameOf(event));
      await new Promise<void>((resolve) => { finish = resolve; });
      publish(assetWithdrawn({ file_path: 'a' }));
    }));
    await bus.publish([detected('a'), detected('b')]);
    let stopped = false;
    const stopping = runner.stop().then(() => { stopped = true; });
    await delay(5);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    await bus.publish(detected('c'));
    await delay(5);
    expect(heard).toEqual(['a']);
    expect(types()).toEqual(['asset.detected', 'asset.detected', 'asset.withdrawn', 'asset.detected']);
    log.close();
  });

  it('[B17] does not wait for the next try of one that failed', async () => {
    const { bus, run } = workshop();
    const runner = run(listener(() => { throw new Error('no'); }), {}, [60_000]);
    await bus.publish(detected('a'));
    const began = performance.now();
    await runner.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('[B18] a dead letter that a person has tried again', () => {
  it('[B18] is dealt with in its own story, and is parked no longer; one that fails again is parked again', async () => {
    const { database, bus, run, idle, log } = workshop();
    const [poison] = await bus.publish(detected('poison'));
    let mended = false;
    const runner = run(listener((event, { publish }) => {
      if (!mended) throw new Error('it is poison');
      publish(assetWithdrawn({ file_path: nameOf(event) }));
    }));
    await idle(runner);
    const ask = async () => {
      const draft = eventRetryRequested({ service: 'worker', parked_event_id: poison?.event_id ?? '', parked_sequence: 1 });
      await bus.publish(eventFrom(draft));
      await idle(runner);
    };
    await ask();
    expect(deadLetters(database)).toMatchObject([{ service: 'worker', sequence: 1 }]);
    mended = true;
    await ask();
    expect(deadLetters(database)).toEqual([]);
    const last = log.reader.find({ limit: 1, newestFirst: true });
    expect(last).toMatchObject([{ event_type: 'asset.withdrawn', causation_id: poison?.event_id, correlation_id: poison?.correlation_id }]);
  });

  it('[B18] is left alone when the wish is for another service or another event', async () => {
    const { database, bus, run, idle, types } = workshop();
    const [poison] = await bus.publish(detected('poison'));
    const runner = run(listener(() => { throw new Error('it is poison'); }));
    await idle(runner);
    await bus.publish(eventFrom(eventRetryRequested({ service: 'other', parked_event_id: poison?.event_id ?? '', parked_sequence: 1 })));
    await bus.publish(eventFrom(eventRetryRequested({ service: 'worker', parked_event_id: 'another', parked_sequence: 1 })));
    await idle(runner);
    expect(deadLetters(database)).toHaveLength(1);
    expect(types().filter((type) => type === 'event.parked')).toHaveLength(1);
  });
});
