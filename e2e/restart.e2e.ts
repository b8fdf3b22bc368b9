import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import { named, startInTerminal } from './support/alice';
import { expectFilled, fillInbox } from './support/filled';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inspector, lane, pictureCell, pictureCells, stories, story } from './support/window';

const words = (page: Page) => page.getByRole('searchbox', { name: /^(Filter the timeline|Search the library)$/ });
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Event' });

/** All that the three places say, as text. What the hub says of itself is left out: a restart adds to that. */
async function allThatIsShown(page: Page) {
  await go(page, 'Timeline');
  const told = await stories(page).filter({ hasNotText: /Alice (is watching|closed)/ }).allInnerTexts();
  await go(page, 'Library');
  await expect(pictureCells(page).first()).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Loading' })).toHaveCount(0);
  const pictures = await pictureCells(page).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
  await go(page, 'Inbox');
  const lanes = await page.getByRole('group', { name: 'Lanes' }).innerText();
  const files = await page.getByRole('grid', { name: 'Files in the inbox' }).getByRole('row').allInnerTexts();
  return { told, pictures, lanes, files };
}

test('[A27] [D217] after quitting and starting again, timeline, library and inbox say the same', async ({ open, folders }) => {
  await fillInbox(folders);
  const first = await open();
  await expectFilled(first);
  const before = await allThatIsShown(first.page);
  expect(before.told).toHaveLength(6);
  expect(before.pictures).toHaveLength(4);
  const filed = filesBelow(folders.organized);
  await go(first.page, 'Library');
  await words(first.page).fill('boats');
  await pictureCell(first.page, /^canal-001/).click();
  await expect(inspector(first.page)).toBeVisible();
  await expect(pictureCells(first.page)).toHaveCount(1);
  await go(first.page, 'Timeline');
  await words(first.page).fill('filed');
  await story(first.page, /canal-001\.png filed/).click();
  await expect(drawer(first.page)).toContainText('asset.organized');
  await first.quit();

  const second = await open();
  await expect(words(second.page)).toHaveValue('filed');
  await expect(drawer(second.page)).toContainText('asset.organized');
  await second.page.keyboard.press('Escape');
  await words(second.page).fill('');
  await go(second.page, 'Library');
  await expect(words(second.page)).toHaveValue('boats');
  await expect(pictureCells(second.page)).toHaveCount(1);
  await expect(inspector(second.page).getByRole('heading', { level: 2 })).toHaveText('canal-001.png');
  await words(second.page).fill('');
  await go(second.page, 'Inbox');
  await expect(lane(second.page, 'Done')).toContainText('5');
  expect(await allThatIsShown(second.page)).toEqual(before);
  expect(filesBelow(folders.organized)).toEqual(filed);
});

test('[A28] killed in the middle of sixty files and started again, every file is organized exactly once', async ({ open, folders }) => {
  const hashes: string[] = [];
  for (let number = 1; number <= 60; number += 1) {
    const bytes = await picture(100 + number, { width: 192, height: 128 });
    put(join(folders.inbox, number % 2 === 0 ? 'even' : 'odd', `picture ${number}.png`), bytes);
    hashes.push(hashOf(bytes));
  }
  const { child } = startInTerminal(folders, named(folders));
  const gone = once(child, 'exit');
  await expect.poll(() => filesBelow(folders.organized).length, { intervals: [5], timeout: 20_000 }).toBeGreaterThanOrEqual(5);
  child.kill('SIGKILL');
  await gone;
  const atTheEnd = filesBelow(folders.organized).length;
  console.log(`      killed with ${atTheEnd} of 60 in the organized folder`);
  expect(atTheEnd).toBeLessThan(60);

  const second = await open();
  await go(second.page, 'Inbox');
  await expect(lane(second.page, 'Done')).toContainText('60', { timeout: 30_000 });
  await expect(lane(second.page, 'Done')).toContainText('no duplicates');
  await expect(lane(second.page, 'Set aside')).toContainText('nothing needs you');
  await expect(lane(second.page, 'Waiting')).toContainText('nothing waits');
  await go(second.page, 'Library');
  await expect(second.page.getByRole('main')).toContainText('60 pictures');

  const filed = filesBelow(folders.organized).map((path) => hashOf(readFileSync(join(folders.organized, path))));
  expect(filed.sort()).toEqual(hashes.sort());
  expect(filesBelow(folders.inbox)).toHaveLength(60);
});
