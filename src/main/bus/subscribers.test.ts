import { assetDetected, assetWithdrawn } from '@shared/events/asset-events';
import type { EventOf, RecordedEvent } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, expectTypeOf, it } from 'vitest';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { EventBus, type Subscriber } from './event-bus';

const detected = () => eventFrom(assetDetected({ file_path: '/inbox/a.png', file_size: 1, project_name: 'p' }));
const withdrawn = () => eventFrom(assetWithdrawn({ file_path: '/inbox/a.png' }));

it('[B24] a subscriber is typed by the catalog: exact types bring their union, patterns any event', async () => {
  const bus = new EventBus(logIn(tempFolder()).log);
  const paths: string[] = [];
  class Watcher implements Subscriber<'asset.detected' | 'asset.withdrawn'> {
    readonly eventTypes = ['asset.detected', 'asset.withdrawn'] as const;
    handleEvent(event: Recorded<EventOf<'asset.detected' | 'asset.withdrawn'>>) { paths.push(`${event.event_type} ${event.data.file_path}`); }
  }
  bus.subscribe(new Watcher());
  bus.subscribe({
    eventTypes: ['asset.detected'],
    handleEvent: (event) => { expectTypeOf(event).toEqualTypeOf<Recorded<EventOf<'asset.detected'>>>(); },
  });
  bus.subscribe({ eventTypes: ['asset.*'], handleEvent: (event) => { expectTypeOf(event).toEqualTypeOf<RecordedEvent>(); } });
  bus.on('asset.detected', (event) => { expectTypeOf(event.data.file_size).toEqualTypeOf<number>(); });
  await bus.publish([detected(), withdrawn()]);
  expect(paths).toEqual(['asset.detected /inbox/a.png', 'asset.withdrawn /inbox/a.png']);
});

it('[B26] publishAndWait resolves when the handlers of its own events have ended', async () => {
  const bus = new EventBus(logIn(tempFolder()).log);
  const ended: number[] = [];
  bus.on('asset.detected', async ({ sequence }) => { await delay(5); ended.push(sequence); });
  bus.on('asset.withdrawn', () => new Promise<void>(() => undefined));
  void bus.publish(withdrawn());
  const recorded = await bus.publishAndWait([detected(), detected()]);
  expect(ended).toEqual(recorded.map(({ sequence }) => sequence));
  await expect(bus.publishAndWait({ ...detected(), event_type: 'from.nowhere' })).rejects.toThrow(/not in the catalog/);
});
