import Conf from 'conf';
import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { WindowState } from './window-place';

const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
  fullscreen: z.boolean(),
});

const settledMs = 400;

/** Remembers how the window was left, in `window.json` of its folder. */
export class WindowMemory {
  readonly #file: Conf;

  constructor(folder: string) {
    this.#file = new Conf({ cwd: folder, configName: 'window', clearInvalidConfig: true });
  }

  /** How it was left; null when that is not known. */
  get state(): WindowState | null {
    return schema.safeParse(this.#file.store).data ?? null;
  }

  /** Keeps what is done to a window, a moment after it was done, and when it or Alice is closed. */
  follow(window: BrowserWindow): void {
    let waiting: NodeJS.Timeout | undefined;
    const keep = () => {
      clearTimeout(waiting);
      if (window.isDestroyed() || window.isMinimized()) return;
      // The size that it goes back to, not that of the whole screen.
      this.#file.set({ ...window.getNormalBounds(), maximized: window.isMaximized(), fullscreen: window.isFullScreen() });
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, settledMs);
    };
    window.on('resize', later);
    window.on('move', later);
    window.on('maximize', later);
    window.on('unmaximize', later);
    window.on('enter-full-screen', later);
    window.on('leave-full-screen', later);
    window.on('close', keep);
    // Alice ends without closing the window first.
    app.on('before-quit', keep);
    window.once('closed', () => {
      clearTimeout(waiting);
      app.off('before-quit', keep);
    });
  }
}
