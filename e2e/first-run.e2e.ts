import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, message, stories, story } from './support/window';

/** Answers the next folder or file dialog in the person's stead. */
async function answerDialogs({ app }: Alice, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}

test('[A29] the first run asks for two folders, with sensible answers filled in, and creates them', async ({ open, folders }, info) => {
  const alice = await open([]);
  const { page } = alice;
  const suggested = join(folders.home, 'Pictures', 'Alice');
  await expect(page.getByRole('heading', { name: 'Where do new pictures arrive?' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Inbox folder' })).toHaveText(join(suggested, 'inbox'));
  await photograph(alice, info, 'first run 1');
  expect(existsSync(suggested)).toBe(false);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Where should finished pictures live?' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Organized folder' })).toHaveText(join(suggested, 'organized'));
  await expect(page.getByRole('radio', { name: 'Copy, keep the original' })).toBeChecked();
  await photograph(alice, info, 'first run 2');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByRole('heading', { name: 'See it work?' })).toBeVisible();
  await photograph(alice, info, 'first run 3');
  await page.getByRole('button', { name: 'Start empty' }).click();

  await expect(story(page, 'Alice is watching the inbox')).toBeVisible();
  put(join(suggested, 'inbox', 'first.png'), await picture(41));
  await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
  expect(filesBelow(join(suggested, 'organized'))).toHaveLength(1);
  await alice.quit();

  // The answers hold: it does not ask again.
  const again = await open([]);
  await expect(stories(again.page).filter({ hasText: 'uncategorized-001.png filed' })).toBeVisible();
});

test('[A29] skipped, the first run takes its own answers', async ({ open, folders }) => {
  const { page } = await open([]);
  await page.getByRole('button', { name: 'Skip setup' }).click();
  await expect(story(page, 'Alice is watching the inbox')).toBeVisible();
  expect(existsSync(join(folders.home, 'Pictures', 'Alice', 'inbox'))).toBe(true);
  expect(existsSync(join(folders.home, 'Pictures', 'Alice', 'organized'))).toBe(true);
});

test('[A30] an answer that will not do gets a sentence at its place, and another one can be given', async ({ open, folders }, info) => {
  const alice = await open([]);
  const { page } = alice;
  const proceed = page.getByRole('button', { name: /^Continue/ });
  const choose = page.getByRole('button', { name: 'Choose…' });
  const notAFolder = put(join(folders.desk, 'a file.txt'), 'x');

  await answerDialogs(alice, [notAFolder]);
  await choose.click();
  await expect(page.getByRole('alert')).toHaveText(`The inbox ${notAFolder} is a file. Name a folder.`);
  await expect(proceed).toBeDisabled();
  await answerDialogs(alice, [folders.inbox]);
  await choose.click();
  await expect(page.getByRole('alert')).toBeHidden();
  await proceed.click();

  const inside = join(folders.inbox, 'organized');
  mkdirSync(inside);
  for (const [bad, sentence] of [
    [folders.inbox, 'are the same folder'],
    [inside, 'lies inside the inbox'],
  ] as const) {
    await answerDialogs(alice, [bad]);
    await choose.click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(proceed).toBeDisabled();
  }
  await photograph(alice, info, 'a bad answer');
  // A dialog that is closed changes nothing.
  await answerDialogs(alice, []);
  await choose.click();
  await expect(page.getByRole('alert')).toContainText('lies inside the inbox');
  await answerDialogs(alice, [folders.organized]);
  await choose.click();
  await expect(page.getByRole('alert')).toBeHidden();
  await proceed.click();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(story(page, 'Alice is watching the inbox')).toBeVisible();
});

test('[V27] empty places say what they are for and what to do', async ({ alice, folders }, info) => {
  const { page } = alice;
  await go(page, 'Library');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await expect(page.getByText('Drop pictures or a folder anywhere in this window.')).toBeVisible();
  await photograph(alice, info, 'empty library');
  await go(page, 'Inbox');
  await expect(page.getByRole('heading', { name: 'The inbox is empty' })).toBeVisible();
  await expect(page.getByText('Drop pictures or a folder anywhere in this window.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add sample pictures' })).toBeVisible();
  await photograph(alice, info, 'empty inbox');

  await answerDialogs(alice, [put(join(folders.desk, 'chosen.png'), await picture(42))]);
  await page.keyboard.press('Control+o');
  await expect(message(page, '1 file copied to the inbox')).toBeVisible();
  await go(page, 'Timeline');
  await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
});
