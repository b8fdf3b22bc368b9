import { expect, test } from './support/test';
import { obstacles } from './support/obstacles';
import { go } from './support/window';

test('[D82] a key is changed by pressing another, works at once, stands in menu and on the sheet, and is so after a restart', async ({ open }) => {
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
  await first.quit();

  const again = await open();
  await expect.poll(() => again.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ label }) => label === 'Inbox')?.accelerator)).toBe('CmdOrCtrl+J');
  await again.page.keyboard.press('Shift+?');
  await expect(again.page.getByRole('dialog', { name: 'Keys' }).locator('div').filter({ hasText: /^Go to inbox/ }).last()).toContainText('Ctrl J');
  await again.page.keyboard.press('Escape');
  await go(again.page, 'Library');
  await again.page.keyboard.press('Control+j');
  await expect(again.page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeVisible();
  await go(again.page, 'Settings');
  await again.page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(again.page.getByRole('button', { name: /^Key of Go to inbox: G I/ })).toBeVisible();
});
