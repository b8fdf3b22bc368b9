import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { type Folders, put } from './support/folders';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inspector, lane, message, pictureCell, pictureCells, story } from './support/window';

const history = (page: Page) => page.getByRole('grid', { name: 'History' }).getByRole('row');
const filed = ({ organized }: Folders) => filesBelow(organized).filter((path) => !path.startsWith('.alice-trash'));

const hashesBelow = (folder: string) => filesBelow(folder).map((path) => hashOf(readFileSync(join(folder, path))));

/** Pictures that come in together, and have settled. */
async function importOf(count: number, { page, folders }: Alice, project = 'harbor', first = 0): Promise<void> {
  const bytes = await Promise.all(Array.from({ length: count }, (_, i) => picture(100 + first + i)));
  bytes.forEach((one, i) => put(join(folders.inbox, project, `${first + i}.png`), one));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText(String(first + count));
  await expect(message(page, new RegExp(`^${count} files? filed$`))).toBeVisible();
}

async function moveInsteadOfCopy(page: Page): Promise<void> {
  await go(page, 'Inbox');
  await page.getByRole('complementary', { name: 'Folders' }).getByText('Move', { exact: true }).click();
  await expect(page.getByText('Move originals')).toBeVisible();
}

async function showHistory(page: Page): Promise<void> {
  await go(page, 'Care');
  await page.getByRole('radio', { name: 'History' }).click();
}

test('[V70] a filing that is undone brings the file back to where it was, and the library is one less', async ({ alice }, info) => {
  const { page, folders } = alice;
  await moveInsteadOfCopy(page);
  await importOf(3, alice);
  const before = hashesBelow(folders.organized);
  expect(filesBelow(folders.inbox)).toEqual([]);

  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(3);
  await pictureCell(page, /^harbor-002\.png/).click();
  await inspector(page).getByRole('button', { name: 'Undo filing' }).click();
  await expect(message(page, '1 operation undone')).toBeVisible();
  await expect(pictureCells(page)).toHaveCount(2);
  await photograph(alice, info, 'library after undo');
  expect(filesBelow(folders.inbox)).toHaveLength(1);
  expect(filed(folders)).toHaveLength(2);
  expect([...hashesBelow(folders.organized), ...hashesBelow(folders.inbox)].toSorted()).toEqual(before.toSorted());

  // It lies in the inbox untouched, and is not filed again by itself.
  await go(page, 'Inbox');
  await expect(lane(page, 'Set aside')).toContainText('1');
  await expect(page.getByText('Its filing was undone.')).toBeVisible();
  await go(page, 'Timeline');
  await expect(story(page, /Undone: .*filed/)).toContainText('1 operation undone');
  await photograph(alice, info, 'timeline after undo');
});

test('[V71] an import is undone as one, after a look at what would come of it, and the undo is taken back', async ({ alice }, info) => {
  const { page, folders } = alice;
  await importOf(5, alice);
  const asFiled = filed(folders);
  await page.keyboard.press('Control+z');
  const dialog = page.getByRole('dialog', { name: 'Undo: 5 files filed from harbor' });
  await expect(dialog).toContainText('the originals stay');
  await photograph(alice, info, 'dialog');
  await dialog.getByRole('button', { name: 'Undo 5 operations' }).click();
  await expect(message(page, '5 operations undone')).toBeVisible();
  expect(filed(folders)).toEqual([]);
  expect(filesBelow(folders.inbox)).toHaveLength(5);
  await go(page, 'Library');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();

  await showHistory(page);
  await expect(history(page)).toHaveText([/Undone: 5 files filed from harbor.*5 operations taken back/, /5 files filed from harbor.*undone/]);
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('dialog', { name: /^Do again: 5 files/ }).getByRole('button', { name: 'Do again 5 operations' }).click();
  await expect(message(page, '5 operations done again')).toBeVisible();
  expect(filed(folders)).toEqual(asFiled);
  await expect(history(page).first()).toContainText('Done again: 5 files filed from harbor');
  await photograph(alice, info, 'history');
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(5);
});

test('[V72] a file that was changed since is refused with its reason, and the others are undone', async ({ alice }, info) => {
  const { page, folders } = alice;
  await importOf(3, alice);
  const [, changed] = filed(folders);
  writeFileSync(join(folders.organized, changed!), 'painted over');
  await showHistory(page);
  await history(page).first().getByRole('button', { name: 'Undo 3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Undo \d operations?$/ }).click();
  await expect(message(page, /^Not undone: /)).toContainText(/changed|replaced/i);
  await expect(message(page, '2 operations undone')).toBeVisible();
  expect(filed(folders)).toEqual([changed]);
  await history(page).filter({ hasText: 'Undone: 3 files' }).click();
  const pane = page.getByRole('complementary', { name: 'Entry of the history' });
  await expect(pane.getByRole('region', { name: 'Not undone' })).toContainText(/changed/);
  await photograph(alice, info, 'refused');
});

test('[V73] [D262] by keyboard alone: go to the history, open an entry, undo it, and take that back', async ({ alice }) => {
  const { page, folders } = alice;
  await importOf(1, alice);
  const [path] = filed(folders);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.keyboard.press('2');
  await expect(history(page)).toHaveCount(1);
  // Health has no list; the history's has the keyboard as soon as it is there.
  await expect(page.getByRole('grid', { name: 'History' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Entry of the history' })).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(page.getByRole('dialog', { name: /^Undo: everything since/ }).getByRole('button', { name: 'Undo 1 operation' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('u');
  await expect(message(page, '1 operation undone')).toBeVisible();
  expect(existsSync(join(folders.organized, path!))).toBe(false);
  await page.keyboard.press('Control+Shift+z');
  await expect(message(page, '1 operation done again')).toBeVisible();
  expect(existsSync(join(folders.organized, path!))).toBe(true);
});

test('[V74] text that is being written keeps its own undo', async ({ alice }) => {
  const { page, folders } = alice;
  await importOf(1, alice);
  await go(page, 'Timeline');
  await page.keyboard.press('/');
  await page.keyboard.type('boat');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('searchbox')).not.toHaveValue('boat');
  expect(filed(folders)).toHaveLength(1);
});
