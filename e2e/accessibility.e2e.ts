import type { Locator } from '@playwright/test';
import type { Alice } from './support/alice';
import { edgeOf, longestMotion } from './support/edges';
import { expect, test } from './support/filled';
import { obstacles } from './support/obstacles';
import { photograph, test as freshTest } from './support/test';
import { go, inspector, pictureCell, pictureCells, stories, story } from './support/window';

const toTheme = ({ app }: Alice, theme: 'light' | 'dark') => app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);

for (const theme of ['light', 'dark'] as const) {
  test(`[V28] in ${theme}, nothing in the three places stands in anyone’s way`, async ({ filled }, info) => {
    const { page } = filled;
    await toTheme(filled, theme);
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await obstacles(filled);
      await photograph(filled, info, `${theme} ${what}`);
    };
    await look('timeline');
    await story(page, /harbor-001\.png filed/).click();
    await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
    await look('event');
    await go(page, 'Library');
    await pictureCell(page, /^harbor-001/).click();
    await expect(inspector(page)).toContainText('Why is this file here?');
    await look('library');
    await go(page, 'Inbox');
    await expect(page.getByRole('grid', { name: 'Files in the inbox' })).toBeVisible();
    await look('inbox');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await look('keys');
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });

  freshTest(`[V28] in ${theme}, nothing in the first run and in empty places stands in anyone’s way`, async ({ open }, info) => {
    const alice = await open([]);
    const { page } = alice;
    await toTheme(alice, theme);
    const found: Record<string, string[]> = {};
    for (const step of ['Where do new pictures arrive?', 'Where should finished pictures live?', 'See it work?']) {
      await expect(page.getByRole('heading', { name: step })).toBeVisible();
      found[step] = await obstacles(alice);
      await photograph(alice, info, `${theme} ${step.replace('?', '')}`);
      await page.getByRole('button', { name: /^(Continue|Start empty)/ }).click();
    }
    for (const place of ['Timeline', 'Library', 'Inbox'] as const) {
      await go(page, place);
      found[place] = await obstacles(alice);
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}

test('[D233] with the colours of the system and with more contrast, what is chosen and what has the keyboard can be told from others; with less motion nothing glides', async ({ filled }, info) => {
  const { page } = filled;
  const look = async (what: string, things: Locator) => {
    for (const media of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
      await page.emulateMedia(media);
      expect(await obstacles(filled)).toEqual([]);
      await photograph(filled, info, `${what} ${Object.keys(media).join()}`);
      const [chosen, here, other] = await Promise.all([0, 1, 2].map((at) => edgeOf(things.nth(at))));
      expect(new Set([chosen, here, other]).size, `${what}, ${Object.keys(media).join()}: ${chosen}; ${here}; ${other}`).toBe(3);
      await page.emulateMedia({ forcedColors: null, contrast: null });
    }
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await longestMotion(page)).toBeLessThanOrEqual(1);
    await page.emulateMedia({ reducedMotion: null });
  };
  await stories(page).nth(0).click();
  await page.keyboard.press('ArrowDown');
  await look('timeline', stories(page));

  await go(page, 'Library');
  await page.getByRole('grid', { name: 'Pictures' }).focus();
  for (const key of ['Home', 'Control+Space', 'Control+ArrowRight']) await page.keyboard.press(key);
  await look('library', pictureCells(page));
});
