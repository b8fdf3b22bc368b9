import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Settings, SettingsStore } from './settings';

/** Settings that hold outside of the page: at once, and for every window from its first picture on. */
export function followSettings(store: SettingsStore): void {
  let before: Settings | null = null;
  const take = (now: Settings) => {
    if (now.theme !== before?.theme) nativeTheme.themeSource = now.theme;
    if (now.zoom !== before?.zoom) for (const window of BrowserWindow.getAllWindows()) zoomTo(window, now.zoom);
    // Only the installed app can be found by the system again.
    if (before !== null && now.open_at_login !== before.open_at_login && app.isPackaged) app.setLoginItemSettings({ openAtLogin: now.open_at_login });
    before = now;
  };
  take(store.current);
  store.onChange(take);
  app.on('browser-window-created', (_event, window) => {
    // A page that is loaded begins as large as the system remembers it; this is before its first picture.
    window.webContents.on('did-navigate', () => { zoomTo(window, store.current.zoom); });
  });
}

function zoomTo(window: BrowserWindow, percent: number): void {
  if (!window.isDestroyed()) window.webContents.setZoomFactor(percent / 100);
}
