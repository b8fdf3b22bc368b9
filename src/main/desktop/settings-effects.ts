import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron';
import type { Settings, SettingsStore } from './settings';

/**
 * Settings that hold outside of the page: at once, and for every window from its first picture on.
 *
 * @param keepLanguage The language is spoken from the next start on.
 */
export function followSettings(store: SettingsStore, keepLanguage: (language: string) => void): void {
  let before: Settings | null = null;
  const take = (now: Settings) => {
    if (now.theme !== before?.theme) nativeTheme.themeSource = now.theme;
    if (now.language !== before?.language) keepLanguage(now.language);
    if (now.zoom !== before?.zoom) for (const { webContents } of BrowserWindow.getAllWindows()) zoomTo(webContents, now.zoom);
    // Only the installed app can be found by the system again.
    const { open_at_login: openAtLogin } = now;
    if (before !== null && openAtLogin !== before.open_at_login && app.isPackaged) app.setLoginItemSettings({ openAtLogin });
    before = now;
  };
  take(store.current);
  store.onChange(take);
  app.on('browser-window-created', (_event, { webContents }) => {
    // A page that is loaded begins as large as the system remembers it; this is before its first picture.
    webContents.on('did-navigate', () => { zoomTo(webContents, store.current.zoom); });
  });
}

function zoomTo(contents: WebContents, percent: number): void {
  if (!contents.isDestroyed()) contents.setZoomFactor(percent / 100);
}
