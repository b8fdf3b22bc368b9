import type { Page } from '@playwright/test';

/** Files held over the window, as a file manager would hold them. */
export interface Held {
  readonly moveABit: () => Promise<void>;
  readonly drop: () => Promise<void>;
  readonly takeAway: () => Promise<void>;
}

const middle = { x: 700, y: 450 };

/** Drags real files and folders over the middle of the window, by the browser's own input, not by made-up events. */
export function dragOver(page: Page, paths: readonly string[], over = middle): Promise<Held> {
  return holdOver(page, { items: [], files: [...paths] }, over);
}

/** Drags what a browser gives of its page, by format. */
export function dragFromBrowser(page: Page, formats: Readonly<Record<string, string>>): Promise<Held> {
  return holdOver(page, { items: Object.entries(formats).map(([mimeType, data]) => ({ mimeType, data })), files: [] }, middle);
}

interface Carried {
  readonly items: { mimeType: string; data: string }[];
  readonly files: string[];
}

async function holdOver(page: Page, carried: Carried, over: typeof middle): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  const data = { ...carried, dragOperationsMask: 1 };
  const move = async (type: 'dragEnter' | 'dragOver' | 'drop', at = over): Promise<void> => {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  };
  await move('dragEnter');
  await move('dragOver');
  return {
    moveABit: () => move('dragOver', { ...over, y: over.y + 5 }),
    drop: () => move('drop').then(() => session.detach()),
    takeAway: () => move('dragOver', { x: -50, y: -50 }).then(() => session.detach()),
  };
}
