import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { channels } from '@shared/ipc/channels';
import type { BroadcastName, Broadcasts } from '@shared/ipc/contract';
import { asText } from '@shared/ipc/json-text';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin, isAppAddress, safeWebPreferences } from './security';
import type { WindowMemory } from './window-memory';
import { placeFor, smallestWindow } from './window-place';

/** The colours of the frame, those of tokens.css `--surface-0` and `--text-2`: they are needed before any style is loaded. */
const frame = {
  light: { color: '#f1f1ee', symbolColor: '#4a504e' },
  dark: { color: '#0d0f0f', symbolColor: '#b3bab7' },
} as const;
const titleBarHeight = 40;
const home = `${appOrigin}/index.html`;

function frameColours(): { color: string; symbolColor: string; height: number } {
  return { ...frame[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'], height: titleBarHeight };
}

let main: BrowserWindow | null = null;

/** The window, when it is open: others are of documentation. */
export function mainWindow(): BrowserWindow | null {
  return main;
}

/** The window, where it was left. It is shown when its first picture is ready, so that nothing flashes. */
export function openMainWindow(outFolder: string, memory: WindowMemory): BrowserWindow {
  const left = memory.state;
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeFor(left, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Alice',
    backgroundColor: frameColours().color,
    titleBarStyle: 'hidden',
    titleBarOverlay: process.platform === 'darwin' ? true : frameColours(),
    webPreferences: { ...safeWebPreferences, preload: join(outFolder, 'preload', 'index.cjs') },
  });
  const followTheme = () => {
    const { color } = frameColours();
    window.setBackgroundColor(color);
    if (process.platform !== 'darwin') window.setTitleBarOverlay(frameColours());
  };
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  main = window;
  window.once('closed', () => { main = null; });
  if (left?.maximized === true) window.maximize();
  if (left?.fullscreen === true) window.setFullScreen(true);
  memory.follow(window);
  window.once('ready-to-show', () => { window.show(); });
  // Going to about:blank asks nobody, so it is undone.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppAddress(address)) void window.loadURL(home);
  });
  void window.loadURL(home);
  return window;
}

/** Resolves when a window's first picture is on the screen, or has not come within a second and a half. */
export async function painted(window: BrowserWindow | null): Promise<void> {
  if (window === null) return;
  const over = new AbortController();
  // It is ready a few frames before it is shown.
  const shown = once(window, 'ready-to-show', { signal: over.signal }).then(() => delay(60), () => undefined);
  await Promise.race([shown, delay(1_500, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}

/** Tells every window. */
export function broadcast<N extends BroadcastName>(name: N, payload: Broadcasts[N]): void {
  const text = asText(payload);
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(channels.broadcast, name, text);
  }
}
