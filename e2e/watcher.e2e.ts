import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import { put } from './support/folders';
import { a1111Picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inspector, lane, pictureCell, stories, story } from './support/window';

const filedAs = /^\d{4}-\d{2}-\d{2}\/harbor\/a1111\/[1-5]-star\/harbor-001\.png$/;

test('[A21] a picture that lands in the inbox is seen, rated and filed, and the original stays', async ({ alice, folders }, info) => {
  const { page } = alice;
  await expect(page.getByRole('heading', { name: 'Nothing has happened yet' }).or(stories(page).first())).toBeVisible();
  const bytes = await a1111Picture(1);

  const begun = Date.now();
  const original = put(join(folders.inbox, 'harbor', 'one.png'), bytes);
  await expect(story(page, /one\.png|harbor-001/)).toBeVisible();
  const seenMs = Date.now() - begun;
  await expect(story(page, /harbor-001\.png filed in [1-5]-star/)).toBeVisible();
  const filedMs = Date.now() - begun;
  console.log(`      first sight in the window after ${seenMs} ms, filed after ${filedMs} ms`);
  expect(seenMs).toBeLessThan(5_000);

  await expect(story(page, 'harbor-001.png').getByRole('img', { name: /^[1-5] of 5 stars, measured$/ })).toBeVisible();
  await photograph(alice, info, 'timeline');

  const filed = filesBelow(folders.organized);
  expect(filed).toEqual([expect.stringMatching(filedAs)]);
  expect(hashOf(readFileSync(join(folders.organized, filed[0]!)))).toBe(hashOf(bytes));
  expect(hashOf(readFileSync(original))).toBe(hashOf(bytes));

  await go(page, 'Library');
  await expect(pictureCell(page, /^harbor-001\.png, [1-5] of 5 stars, measured, A1111, harbor$/)).toBeVisible();
  await pictureCell(page, /^harbor-001/).click();
  await expect(inspector(page).getByRole('region', { name: 'Path' })).toContainText(join(folders.organized, filed[0]!));
  await photograph(alice, info, 'library');

  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toHaveAccessibleName(/^Done ?1/);
  await photograph(alice, info, 'inbox');
});

test('[A21] in move mode the original leaves the inbox once its copy is filed', async ({ alice, folders }) => {
  const { page } = alice;
  await go(page, 'Settings');
  await page.getByRole('group', { name: 'When a file is filed' }).getByRole('radio', { name: 'Move' }).click();
  await expect(page.getByText('Move originals')).toBeVisible();

  await go(page, 'Timeline');
  const bytes = await a1111Picture(2);
  const original = put(join(folders.inbox, 'harbor', 'one.png'), bytes);
  await expect(story(page, /harbor-001\.png filed in [1-5]-star/)).toBeVisible();
  await expect.poll(() => existsSync(original)).toBe(false);
  const filed = filesBelow(folders.organized);
  expect(filed).toEqual([expect.stringMatching(filedAs)]);
  expect(hashOf(readFileSync(join(folders.organized, filed[0]!)))).toBe(hashOf(bytes));
});
