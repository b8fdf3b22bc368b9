import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../src/main/testing/trees';
import { dragOver } from './support/drag';
import { expect, photograph, test } from './support/test';
import { go, message, pictureCells } from './support/window';

const samples = join(import.meta.dirname, '../resources/sample-inbox');

test('[D130] what is dropped is shown first as the folders that would result; what is left out stays out, the others go where it was said', async ({ alice, folders }, info) => {
  const { page } = alice;
  await page.evaluate(() => window.alice.call('settings/change', { key: 'preview_before_adding', value: true }));
  await (await dragOver(page, readdirSync(samples).map((name) => join(samples, name)))).drop();

  const dialog = page.getByRole('dialog', { name: 'Preview before adding' });
  const tree = dialog.getByRole('treegrid', { name: 'What would result' });
  await expect(dialog.getByText('11 would be filed · 1 duplicate · 1 set aside')).toBeVisible({ timeout: 30_000 });
  await photograph(alice, info, 'preview');
  expect(filesBelow(folders.inbox)).toEqual([]);
  expect(filesBelow(folders.organized)).toEqual([]);

  // One is found by a word, and left out by keyboard.
  await dialog.getByRole('searchbox').fill('ringed');
  const left = tree.getByRole('row', { name: /ringed-world\.jpg/ });
  await expect(left).toHaveAttribute('aria-selected', 'true');
  await expect(tree.getByRole('row', { name: /salt-cathedral/ })).toHaveCount(0);
  await left.click();
  await tree.focus();
  await page.keyboard.press('Space');
  await expect(left).toHaveAttribute('aria-selected', 'false');
  await dialog.getByRole('searchbox').fill('');
  await photograph(alice, info, 'one-left-out');

  await dialog.getByRole('button', { name: 'Add 12 files' }).click();
  await expect(dialog).toBeHidden();
  await expect(message(page, '12 files copied to the inbox')).toBeVisible();
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(10);
  const filed = filesBelow(folders.organized);
  expect(filed.filter((path) => path.includes('lantern-harbor'))).toHaveLength(5);
  expect(filed.some((path) => path.includes('forge-classic'))).toBe(false);
  expect(filesBelow(folders.inbox)).not.toContain('ringed-world.jpg');
});
