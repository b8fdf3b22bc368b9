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
      const [window, at] = placed(x, y);
      if (window !== null) menu.showIn(window, at.x, at.y);
      return null;
    },
    'menu/of-picture': ({ told, x, y }) => {
      const [window, at] = placed(x, y);
      if (window !== null) menu.showOfPicture(window, told, at);
      return null;
    },
  };
}

/** The page counts in its own pixels. */
function placed(x: number, y: number) {
  const window = mainWindow();
  const zoom = window?.webContents.getZoomFactor() ?? 1;
  return [window, { x: Math.round(x * zoom), y: Math.round(y * zoom) }] as const;
}
