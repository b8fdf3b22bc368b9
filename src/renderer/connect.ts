import type { AliceBridge } from '@shared/ipc/bridge';
import { followTheLog } from './receive/follow-the-log';
import { loadAsset } from './store/actions';
import { ask } from './store/ask';
import { logDoor, useLog } from './store/use-log';
import { setStatus } from './store/use-status';

/** Ties the stores to the outside for as long as the window lives. */
export function connect(alice: AliceBridge): void {
  alice.on('status', setStatus);
  void ask('app/status', {}).then((status) => {
    if (status !== null) setStatus(status);
  });
  followTheLog(
    {
      hear: (listener) => alice.on('events', listener),
      ask: async () => {
        const reply = await alice.call('app/snapshot', {});
        return reply.ok ? reply.answer : null;
      },
    },
    logDoor,
  );
  const asked = new Set<string>();
  useLog.subscribe(({ missing }) => {
    for (const hash of missing) {
      if (asked.has(hash)) continue;
      asked.add(hash);
      void loadAsset(hash);
    }
  });
}
