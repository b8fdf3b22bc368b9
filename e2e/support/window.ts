import type { Locator, Page } from '@playwright/test';

/** The window by its roles and names, as someone with a screen reader would find its parts. */

export type Place = 'Inbox' | 'Timeline' | 'Library' | 'Quality' | 'System' | 'Care' | 'Settings';

export const placeButton = (page: Page, place: Place): Locator =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: new RegExp(`^${place}`) });

export async function go(page: Page, place: Place): Promise<void> {
  await placeButton(page, place).click();
}

/** A row of the timeline that says these words. */
export const story = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('treegrid', { name: 'Stories' }).getByRole('row').filter({ hasText: words });

export const stories = (page: Page): Locator => page.getByRole('treegrid', { name: 'Stories' }).getByRole('row', { level: 1 });

/** A picture of the library; its name says file, stars, tool and project. */
export const pictureCell = (page: Page, name: string | RegExp): Locator => page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell', { name });

export const pictureCells = (page: Page): Locator => page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell');

export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

export const inboxRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Files in the inbox' }).getByRole('row').filter({ hasText: name });

export type Lane = 'Waiting' | 'Working' | 'Done' | 'Set aside';

/** One of the four cards above the inbox. */
export const lane = (page: Page, name: Lane): Locator =>
  page.getByRole('group', { name: 'Lanes' }).getByRole('button', { name: new RegExp(`^${name}`) });

export const message = (page: Page, words: string | RegExp): Locator => page.getByRole('region', { name: 'Messages' }).getByText(words);
