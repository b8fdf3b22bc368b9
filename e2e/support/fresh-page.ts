import type { Page } from '@playwright/test';

/** The same window as if nothing had been left open in it: a page anew that remembers no place, pane or fold. */
export async function freshPage(page: Page): Promise<void> {
  // What the story before left open is kept as its page goes; this has the last word.
  await page.evaluate(() => { window.addEventListener('pagehide', () => void window.alice.call('view/keep', {})); });
  await page.reload();
  await page.evaluate(() => { window.addEventListener('pagehide', () => void window.alice.call('view/keep', {})); });
  await page.reload();
}
