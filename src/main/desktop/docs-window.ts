import { t } from '@shared/language/language';
import { BrowserWindow, nativeTheme } from 'electron';
import { appOrigin, safeWebPreferences } from './security';

type Page = 'events' | 'notices';
const titles: Readonly<Record<Page, string>> = { events: t('Events of Alice'), notices: t('Third-party notices of Alice') };
const windows = new Map<Page, BrowserWindow>();

/** Shows the documentation of the events, or the notices, in a window of its own, which can reach nothing and goes with the main window. */
export function openDocsWindow(page: Page): void {
  const open = windows.get(page);
  if (open && !open.isDestroyed()) {
    if (open.isMinimized()) open.restore();
    open.focus();
    return;
  }
  const [owner] = BrowserWindow.getAllWindows();
  const window = new BrowserWindow({
    width: 1180,
    height: 860,
    minWidth: 420,
    minHeight: 320,
    show: false,
    title: titles[page],
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131515' : '#fbfbf9',
    webPreferences: { ...safeWebPreferences },
  });
  windows.set(page, window);
  const goAlong = () => { window.close(); };
  owner?.once('closed', goAlong);
  window.once('closed', () => {
    owner?.off('closed', goAlong);
    windows.delete(page);
  });
  window.once('ready-to-show', () => { window.show(); });
  void window.loadURL(`${appOrigin}/docs/${page}.html`);
}
