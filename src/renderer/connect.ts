import { followTheLog } from './receive/follow-the-log';
import { loadAsset } from './store/actions';
import type { Alice } from './store/alice';
import { arrive } from './store/arrive';
import { followAppearance } from './store/appearance';
import { ask } from './store/ask';
import { followBoard } from './store/board/follow-board';
import { tellFilings } from './store/filed-toast';
import { followHandOut } from './store/hand-out';
import { followRatings } from './store/rate';
import { followBands } from './store/rate-bands';
import { followCards } from './store/use-library-cards';
import { hearFetching } from './store/use-fetches';
import { openLinks } from './store/open-links';
import { followOwnActs } from './store/own-acts';
import { followProjectCounts } from './store/project-counts';
import { rememberLibrary } from './store/use-library-preferences';
import { logDoor, useLog } from './store/use-log';
import { hearReading } from './store/use-reading';
import { followKeys } from './store/commands-keys';
import { followSettings } from './store/use-settings';
import { setStatus, useStatus } from './store/use-status';
import { tellUndos } from './store/use-undo';
import { followUpdates } from './store/use-updates';
import { rememberView } from './store/use-view-memory';

/** Ties the stores to the outside for as long as the window lives. */
export function connect(alice: Alice): void {
  const remembered = Promise.all([rememberView(), rememberLibrary()]);
  // Before the first run is over there is no log to follow.
  const leave = useStatus.subscribe(({ status }) => {
    if (status?.set_up !== true) return;
    leave();
    follow(alice, remembered);
  });
  followAppearance();
  const asked = new Set<string>();
  useLog.subscribe(({ missing }) => {
    for (const hash of missing) {
      if (asked.has(hash)) continue;
      asked.add(hash);
      void loadAsset(hash);
    }
  });
  alice.on('reading', hearReading);
  alice.on('fetching', hearFetching);
  // Nothing is drawn before it is known what was left open, and how wide.
  void remembered.then(async () => {
    alice.on('status', setStatus);
    const status = await ask('app/status', {});
    if (status !== null) setStatus(status);
  });
}

function follow(alice: Alice, remembered: Promise<unknown>): void {
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
  followOwnActs();
  tellFilings();
  followCards();
  followRatings();
  followBands();
  followBoard();
  followProjectCounts();
  followSettings();
  followKeys();
  void remembered.then(() => {
    openLinks(alice);
    void arrive(alice);
    void followUpdates(alice);
  });
  tellUndos();
  followHandOut();
}
