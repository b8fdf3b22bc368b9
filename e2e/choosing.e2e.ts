import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inspector, message, pictureCells } from './support/window';

const chosen = (page: Page) => page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell', { selected: true });
const bar = (page: Page) => page.getByRole('toolbar', { name: 'What is chosen' });

test('[L75] many are chosen by keys and pointer, rated as one and undone as one, and given to a project; Ctrl+Z takes that back', async ({ alice }, info) => {
  const { page, folders } = alice;
  for (let i = 0; i < 9; i += 1) put(join(folders.inbox, 'harbor', `${i}.png`), await picture(i + 1));
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(9);
  const grid = page.getByRole('grid', { name: 'Pictures' });
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true');

  // By keys alone.
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar(page)).toContainText('3 chosen');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Space');
  await expect(chosen(page)).toHaveCount(4);
  await page.keyboard.press('5');
  await expect(message(page, '4 pictures rated five stars')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo 4 operations' }).click();
  await expect(message(page, '4 operations undone')).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /your rating/ })).toHaveCount(0);

  // By pointer: one, a range, one less, and a band from beside the pictures.
  const cell = (at: number) => pictureCells(page).nth(at);
  await cell(1).click();
  await cell(4).click({ modifiers: ['Shift'] });
  await cell(2).click({ modifiers: ['Control'] });
  await expect(chosen(page)).toHaveCount(3);
  await expect(inspector(page).getByRole('heading', { name: '3 pictures' })).toBeVisible();
  await photograph(alice, info, 'chosen');
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('9 chosen');
  const first = (await cell(0).boundingBox())!;
  await page.mouse.move(first.x - 8, first.y - 8);
  await page.mouse.down();
  await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(chosen(page)).toHaveCount(1);
  await cell(1).click({ modifiers: ['Control'] });

  await bar(page).getByRole('button', { name: 'Assign…' }).click();
  await page.keyboard.type('Tides');
  await page.getByRole('button', { name: 'Create Tides and assign' }).click();
  await expect(message(page, '2 pictures put on the board of Tides')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(message(page, '2 operations undone')).toBeVisible();
  await go(page, 'Care');
  await page.getByRole('radio', { name: 'History' }).click();
  const entries = page.getByRole('grid', { name: 'History' }).getByRole('row');
  await expect(entries.first()).toContainText('Undone: 2 cards placed in In progress');
  await expect(entries.nth(2)).toContainText('Project created: Tides');
});

test('[V99] panes, the place and what is folded are as they were left when Alice is opened again', async ({ open, folders }) => {
  put(join(folders.inbox, 'harbor', 'one.png'), await picture(1));
  const first = await open();
  const { page } = first;
  await go(page, 'Library');
  await pictureCells(page).first().click();
  const edge = (of: Page, name: string) => of.getByRole('separator', { name: `Width of ${name}` });
  await edge(page, 'inspector').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(edge(page, 'inspector')).toHaveAttribute('aria-valuenow', '428');
  await edge(page, 'filters').focus();
  await page.keyboard.press('Enter');
  await expect(edge(page, 'filters')).toHaveAttribute('aria-valuetext', 'folded away');
  const box = (await edge(page, 'sidebar').boundingBox())!;
  await page.mouse.move(box.x + 4, 400);
  await page.mouse.down();
  await page.mouse.move(box.x + 64, 400, { steps: 3 });
  await page.mouse.up();
  await expect(edge(page, 'sidebar')).toHaveAttribute('aria-valuenow', '288');
  await page.getByRole('button', { name: 'Projects', expanded: true }).click();
  await page.waitForTimeout(600);
  await first.quit();

  const second = await open();
  const again = second.page;
  await expect(again.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await expect(edge(again, 'sidebar')).toHaveAttribute('aria-valuenow', '288');
  await expect(edge(again, 'filters')).toHaveAttribute('aria-valuenow', '0');
  await expect(again.getByRole('button', { name: 'Projects', expanded: false })).toBeVisible();
  await again.getByRole('grid', { name: 'Pictures' }).focus();
  await again.keyboard.press('f');
  await expect(edge(again, 'filters')).toHaveAttribute('aria-valuenow', '208');
  await edge(again, 'sidebar').dblclick();
  await expect(edge(again, 'sidebar')).toHaveAttribute('aria-valuenow', '228');
  await pictureCells(again).first().click();
  await expect(edge(again, 'inspector')).toHaveAttribute('aria-valuenow', '428');
});
