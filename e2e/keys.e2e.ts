import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { a1111Picture } from './support/pictures';
import { expect, test } from './support/test';
import { go } from './support/window';

/** Finds a command in the palette by its words and does it, or comes to its page. */
async function choose(page: Page, words: string, name: RegExp) {
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

test('[D82] [D83] [D89] a key is changed by pressing another or two in a row, works at once, stands in menu, hints and sheet, and is so after a restart', async ({ open }) => {
  const first = await open();
  const { page } = first;
  await go(page, 'Settings');
  const ofInbox = page.getByRole('button', { name: /^Key of Go to inbox:/ });
  await ofInbox.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+f');
  const conflict = page.getByRole('alert').filter({ hasText: 'Ctrl F is used by “Find”' });
  await expect(conflict).toBeVisible();
  expect(await obstacles(first)).toEqual([]);
  await conflict.getByRole('button', { name: 'Leave it' }).press('Enter');
  await expect(ofInbox).toHaveAccessibleName(/G I/);
  await ofInbox.press('Enter');
  await page.keyboard.press('Control+j');
  await expect(ofInbox).toHaveAccessibleName(/Ctrl J/);
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeVisible();
  // Two in a row: the hint on the button tells them, and they work.
  await go(page, 'Settings');
  await page.getByRole('button', { name: /^Key of Filter:/ }).press('Enter');
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: /^Press the key for Filter/ })).toHaveText('X, then …');
  await page.keyboard.press('y');
  await expect(page.getByRole('button', { name: /^Key of Filter: X Y/ })).toBeVisible();
  await go(page, 'Timeline');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toContainText('X Y');
  await page.keyboard.press('x');
  await page.keyboard.press('y');
  const filter = page.getByRole('dialog', { name: 'Filter the timeline' });
  await expect(filter).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(filter).toBeHidden();
  await choose(page, 'go care', /^Go to care/);
  await expect(page.getByRole('heading', { name: 'Care', level: 1 })).toBeVisible();
  await page.waitForTimeout(600);
  await first.quit();

  const again = await open();
  await expect.poll(() => again.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ label }) => label === 'Inbox')?.accelerator)).toBe('CmdOrCtrl+J');
  const menu = await again.app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? [])
    .flatMap(({ submenu }) => submenu?.items ?? [])
    .map(({ label, accelerator }) => `${label} ${accelerator ?? ''}`.trim()));
  expect(menu).toEqual(expect.arrayContaining([
    'Open Inbox Folder', 'Larger CmdOrCtrl+Plus', 'Actual Size CmdOrCtrl+0', 'Event Documentation F1', 'Third-Party Notices',
    'Open Logs', 'About Alice',
  ]));
  await again.page.keyboard.press('Control+k');
  await expect(again.page.getByRole('group', { name: 'Recent' })).toContainText('Go to care');
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
  await again.page.keyboard.press('Shift+?');
  await expect(again.page.getByRole('dialog', { name: 'Keys' }).locator('div').filter({ hasText: /^Go to inbox/ }).last()).toContainText('Ctrl J');
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await go(again.page, 'Library');
  await again.page.keyboard.press('Control+j');
  await expect(again.page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeVisible();
  await go(again.page, 'Settings');
  await again.page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(again.page.getByRole('button', { name: /^Key of Go to inbox: G I/ })).toBeVisible();
});

test('[D84] [D85] [D185] by keyboard alone a picture is moved to a new project on a page of the palette, its board is opened, and its forms are commands there', async ({ open }) => {
  const alice = await open();
  const { page } = alice;
  put(join(alice.folders.inbox, 'one.png'), await a1111Picture(1));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('choose a style');
  await expect(page.getByRole('option', { name: /Open a project first/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await go(page, 'Library');
  await page.getByRole('grid').getByRole('gridcell').first().click();
  await choose(page, 'move to project', /^Move to project…/);
  const field = page.getByRole('combobox', { name: 'Find a project, or name a new one' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  expect(await obstacles(alice)).toEqual([]);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('combobox', { name: 'Search commands, pictures and projects' })).toBeFocused();
  await page.keyboard.type('move to project');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Harbor nights');
  await expect(page.getByRole('option', { name: 'New project: Harbor nights' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 picture on the way to Harbor nights')).toBeVisible();

  await choose(page, 'rate…', /^Rate…/);
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Harbor nights-001\.png: four stars/)).toBeVisible();
  await choose(page, 'go to date', /^Go to date…/);
  await page.keyboard.type('yesterday');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();

  // Pictures and projects are opened by their names with one key, and F2 renames where one is.
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('combobox', { name: 'Name of a project, or words of a picture' })).toBeFocused();
  await page.keyboard.type('harbor');
  await expect(page.getByRole('option', { name: /^Harbor nights-001\.png/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'open project', /^Open project…/);
  await page.keyboard.type('harbor');
  await expect(page.getByRole('option', { name: /^Harbor nights/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbor nights', level: 1 })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: 'Change Harbor nights' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'write a note', /^Write a note…/);
  await expect(page.getByRole('dialog', { name: /note/i })).toBeVisible();
});
