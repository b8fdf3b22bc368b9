import { BrowserWindow, nativeTheme } from 'electron';
import { appOrigin, safeWebPreferences } from './security';

let open: BrowserWindow | undefined;

/** Shows the documentation of the events in a window of its own, which can reach nothing and goes with the main window. */
export function openDocsWindow(): void {
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
    title: 'Events of Alice',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131515' : '#fbfbf9',
    webPreferences: { ...safeWebPreferences },
  });
  open = window;
  const goAlong = () => { window.close(); };
  owner?.once('closed', goAlong);
  window.once('closed', () => {
    owner?.off('closed', goAlong);
    open = undefined;
  });
  window.once('ready-to-show', () => { window.show(); });
  void window.loadURL(`${appOrigin}/docs/events.html`);
}
