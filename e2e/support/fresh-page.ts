import type { Page } from '@playwright/test';

/** The same window as if nothing had been left open in it: a page anew that remembers no place, pane or fold. */
export async function freshPage(page: Page): Promise<void> {
  // What the story before left open is kept a moment later; a new page has nothing more to say of it.
  await page.reload();
  await page.evaluate(() => window.alice.call('view/keep', {}));
  await page.reload();
}
