import type { MenuCallAnswers } from '@shared/ipc/menu-calls';
import { mainWindow } from '../main-window';
import type { AppMenu } from '../menu';
import type { Handlers } from './registry';

/** What the window says about the native menu. */
export function menuHandlers(menu: AppMenu): Pick<Handlers, keyof MenuCallAnswers> {
  return {
    'menu/tell-commands': (told) => {
      menu.tell(told);
      return null;
    },
    'menu/show': ({ x, y }) => {
      const window = mainWindow();
      // The page counts in its own pixels.
      const zoom = window?.webContents.getZoomFactor() ?? 1;
      if (window !== null) menu.showIn(window, Math.round(x * zoom), Math.round(y * zoom));
      return null;
    },
  };
}
