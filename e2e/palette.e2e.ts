import type { Page } from '@playwright/test';
import { ofText } from '../src/shared/ipc/json-text';
import { expect, test } from './support/filled';
import { obstacles } from './support/obstacles';
import { photograph } from './support/test';
import { inspector } from './support/window';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page) => palette(page).getByRole('combobox');
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

test('[D79] [D167] by keyboard alone: a command is found and done, then stands first; a picture is gone to by its words, an event by its id', async ({ filled }) => {
  const { page } = filled;
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(option(page, /^Decide about pictures/)).toBeDisabled();
  await page.keyboard.type('go lib');
  await expect(option(page, /^Go to library/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Pictures' })).toBeFocused();

  // Closed and opened again before it is gone.
  for (const key of ['Control+k', 'Escape', 'Control+k']) await page.keyboard.press(key);
  await expect(palette(page).getByRole('group', { name: 'Recent' })).toContainText('Go to library');
  await page.keyboard.type('night canal');
  await expect(palette(page).getByRole('group', { name: 'Pictures' }).getByRole('option')).toHaveCount(1);
  while ((await palette(page).getByRole('option', { selected: true }).getAttribute('id'))?.includes('picture') !== true) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toContainText('paper boats on a night canal');

  // What is narrowed to commands offers no pictures, and what belongs elsewhere is not there.
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('>grid');
  await expect(palette(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Order by column' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(palette(page)).toBeHidden();

  const log = ofText(await page.evaluate(() => window.alice.call('app/snapshot', {})));
  const event = log.ok ? log.answer.events[0]?.event_id ?? '' : '';
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(event);
  await expect(option(page, /^Open alice:\/\/event\//)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText(event);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[D80] in ${theme}, nothing in the palette and on the sheet of keys stands in anyone’s way`, async ({ filled }, info) => {
    const { page } = filled;
    await filled.app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await obstacles(filled);
      await photograph(filled, info, `${theme} ${what}`);
    };
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
    await look('palette');
    await page.keyboard.type('harbor');
    await expect(palette(page).getByRole('group', { name: 'Pictures' })).toBeVisible();
    await look('pictures');
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet.getByRole('heading', { level: 3 }).first()).toHaveText('Timeline');
    await look('keys');
    await sheet.getByRole('searchbox', { name: 'Search keys' }).fill('library');
    await expect(sheet).toContainText('Go to library');
    await expect(sheet).not.toContainText('Next pane');
    await look('keys found');
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}
