import { isDeepStrictEqual } from 'node:util';
import { app, powerMonitor } from 'electron';
import type { ReportBug } from '../kernel/report-bug';
import { broadcast, mainWindow } from './main-window';
import type { SettingsStore } from './settings';
import { Updates } from './updates';
import { fetchReleaseList } from './updates-fetch';
import { UpdatesMemory } from './updates-memory';

/** So long nobody has pressed a key when nobody is at work. */
const restsAfterSeconds = 3;

/** What is known of newer versions, in this app and its windows. */
export function updatesOfApp(store: SettingsStore, reportBug: ReportBug): Updates {
  const wishes = () => {
    const { look_for_updates, release_channel, release_list } = store.current;
    return { look_for_updates, release_channel, release_list };
  };
  // While one message is sent, what waits may be done and have a later one to send: so the state is read when it is sent.
  let telling: NodeJS.Immediate | null = null;
  const updates: Updates = new Updates({
    current: app.getVersion(),
    settings: wishes,
    memory: new UpdatesMemory(app.getPath('userData')),
    fetchList: (address) => fetchReleaseList(address),
    idle: () => mainWindow()?.isFocused() !== true || powerMonitor.getSystemIdleTime() >= restsAfterSeconds,
    changed: () => {
      telling ??= setImmediate(() => {
        telling = null;
        broadcast('updates', updates.state);
      });
    },
    tell: (found) => {
      const window = mainWindow();
      if (window === null || window.webContents.isLoading()) return false;
      broadcast('update_found', found);
      return true;
    },
    reportBug,
  });
  let before = wishes();
  store.onChange(() => {
    const now = wishes();
    if (!isDeepStrictEqual(now, before)) updates.follow();
    before = now;
  });
  return updates;
}
