import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, lane } from './support/window';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).or(page.locator(`section[aria-label="${name}"]`)).first();
const cards = (page: Page, name: string) => column(page, name).getByRole('option');

test('[D47] [D48] [D52] cards are carried by keyboard and dragged by pointer, and the board stands as it was at any moment', async ({ alice }, info) => {
  const { app, page, folders } = alice;
  for (const at of [1, 2, 3]) put(join(folders.inbox, 'Harbor', `${at}.png`), await picture(at));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('3');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('list', { name: 'Folders of pictures' }).getByRole('button', { name: /Harbor/ }).click();
  await expect(cards(page, 'In progress')).toHaveCount(3);

  // By keyboard: picked up, carried over two columns, and taken back; then carried and let go.
  const first = cards(page, 'In progress').first();
  const name = await first.getAttribute('aria-label');
  await page.keyboard.press('b');
  await expect(first).toBeFocused();
  await page.keyboard.press(' ');
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(cards(page, 'Approved')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(cards(page, 'Approved')).toHaveCount(0);
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'in Review, place 1 of 1' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(cards(page, 'Review')).toHaveCount(1);
  await expect(cards(page, 'Review').first()).toBeFocused();
  await expect(cards(page, 'Review').first()).toHaveAttribute('aria-label', name!);
  // At once with Ctrl, and back by the undo of everything.
  await page.keyboard.press('Control+ArrowRight');
  await expect(cards(page, 'Approved')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(cards(page, 'Review')).toHaveCount(1);

  // By pointer: below the card that is there, and it is so after a fresh start of the page, too.
  const dragged = cards(page, 'In progress').last();
  const box = (await cards(page, 'Review').first().boundingBox())!;
  await dragged.hover();
  await page.mouse.down();
  for (const by of [0, 4, 8]) await page.mouse.move(box.x + box.width / 2, box.y + box.height - 20 + by);
  await page.mouse.up();
  await expect(cards(page, 'Review')).toHaveCount(2);
  await expect(cards(page, 'Review').first()).toHaveAttribute('aria-label', name!);
  await page.reload();
  // The open project is still open, and the sidebar leads to it from anywhere.
  await expect(cards(page, 'Review')).toHaveCount(2);
  await go(page, 'Timeline');
  await page.getByRole('navigation', { name: 'Projects' }).getByRole('button', { name: 'Board of Harbor' }).press('Enter');
  await expect(cards(page, 'Review')).toHaveCount(2);

  // What is archived is a rail; pressed it is a column, with the keyboard in it, and folded it is a rail again.
  const rail = page.getByRole('button', { name: 'Archived, 0 cards' });
  await rail.press('Enter');
  await expect(page.getByRole('button', { name: 'Column Archived' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Fold' }).press('Enter');
  await expect(rail).toBeFocused();

  // A column is dragged by its head before another one.
  const order = () => page.locator('section[data-column-of] h2').allTextContents();
  expect(await order()).toEqual(['Idea', 'In progress', 'Review', 'Approved']);
  const target = (await column(page, 'Idea').boundingBox())!;
  await column(page, 'Review').getByRole('heading').hover();
  await page.mouse.down();
  for (const by of [0, 4, 8]) await page.mouse.move(target.x + 20 + by, target.y + 60);
  await page.mouse.up();
  await expect.poll(order).toEqual(['Review', 'Idea', 'In progress', 'Approved']);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['Idea', 'In progress', 'Review', 'Approved']);

  // The open card tells how it came to be.
  await cards(page, 'Review').first().click();
  await expect(page.getByRole('complementary', { name: 'Picture' })).toContainText('How it came to be');
  await expect(page.getByRole('complementary', { name: 'Picture' })).toContainText('moved to Review');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Picture' })).toBeHidden();

  // The past, and back.
  await page.keyboard.press('t');
  await page.keyboard.press('Home');
  await expect(page.getByText('The past cannot be changed')).toBeVisible();
  await expect(cards(page, 'Review')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(cards(page, 'Review')).toHaveCount(2);

  await cards(page, 'Review').first().click();
  for (const theme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, one) => { nativeTheme.themeSource = one; }, theme);
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
    expect(await obstacles(alice)).toEqual([]);
    await photograph(alice, info, `board ${theme}`);
  }
});
