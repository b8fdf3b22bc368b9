import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { filesBelow } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, lane, message } from './support/window';

const moonrise = readFileSync(join(import.meta.dirname, '../resources/sample-inbox/ringed-world.jpg'));

const stacks = (page: Page): Locator => page.getByRole('grid', { name: 'Stacks' }).getByRole('row');
const picturesOf = (stack: Locator): Locator => stack.getByRole('gridcell', { name: /^moon-/ });

/** A picture, what was made of it by a smaller size and by light, and others; all of them filed. */
async function dropLookalikes({ page, folders }: Alice): Promise<void> {
  put(join(folders.inbox, 'moon', 'a.jpg'), moonrise);
  put(join(folders.inbox, 'moon', 'b.jpg'), await sharp(moonrise).resize({ width: 700 }).jpeg({ quality: 40 }).toBuffer());
  put(join(folders.inbox, 'moon', 'c.png'), await sharp(moonrise).modulate({ brightness: 1.08 }).png().toBuffer());
  put(join(folders.inbox, 'hills', 'd.png'), await picture(11));
  put(join(folders.inbox, 'hills', 'e.png'), await picture(12));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('5');
}

async function showStacks(page: Page): Promise<void> {
  await go(page, 'Quality');
  await page.getByRole('radio', { name: 'Stacks' }).click();
}

test('[R40] three lookalikes are suggested; the best is kept, undone, suggested again; all are kept, and that is that', async ({ alice }, info) => {
  const { page, folders } = alice;
  await showStacks(page);
  await expect(page.getByText('No pictures yet')).toBeVisible();
  await dropLookalikes(alice);
  await showStacks(page);
  await expect(stacks(page)).toHaveCount(1);
  const stack = stacks(page).first();
  await expect(stack).toHaveAccessibleName(/^3 pictures, (the same at a glance|as good as the same|nearly the same)/);
  await expect(picturesOf(stack)).toHaveCount(3);
  await expect(picturesOf(stack).first()).toHaveAccessibleName(/the best, to be kept/);
  await photograph(alice, info, 'suggested');
  const before = filesBelow(folders.organized);

  // Another one than the best is kept.
  await picturesOf(stack).nth(1).getByRole('button').click();
  const kept = (await picturesOf(stack).nth(1).getAttribute('aria-label'))?.split(',')[0] ?? '';
  await expect(picturesOf(stack).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(picturesOf(stack).first()).toHaveAccessibleName(/would get one star/);
  await stack.getByRole('button', { name: 'Keep this one' }).click();
  await expect(message(page, `${kept} is kept; the other 2 have one star`)).toBeVisible();
  await expect(page.getByText('Nothing to decide about')).toBeVisible();
  await photograph(alice, info, 'decided');
  await go(page, 'Library');
  await expect(page.getByRole('gridcell', { name: /^moon-.* 1 of 5 stars, your rating/ })).toHaveCount(2);
  expect(filesBelow(folders.organized)).toHaveLength(before.length);

  await go(page, 'Quality');
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog', { name: /^Undo: The best of 3 lookalikes kept/ }).getByRole('button', { name: 'Undo 3 operations' }).click();
  await expect(stacks(page)).toHaveCount(1);
  await expect(picturesOf(stacks(page).first())).toHaveCount(3);
  await expect(stacks(page).first().getByRole('gridcell', { name: /your rating/ })).toHaveCount(0);

  await stacks(page).first().getByRole('button', { name: 'Keep all' }).click();
  await expect(message(page, 'All 3 lookalikes stay as they are')).toBeVisible();
  await expect(stacks(page)).toHaveCount(0);
  await page.reload();
  await showStacks(page);
  await expect(page.getByText('Nothing to decide about')).toBeVisible();
  expect(filesBelow(folders.organized)).toHaveLength(before.length);
});

test('[R40] with the keyboard alone one goes through stacks and pictures, compares, keeps and opens', async ({ alice }, info) => {
  const { page } = alice;
  await dropLookalikes(alice);
  put(join(alice.folders.inbox, 'hills', 'd-small.jpg'), await sharp(await picture(11)).resize({ width: 300 }).jpeg({ quality: 60 }).toBuffer());
  await expect(lane(page, 'Done')).toContainText('6');
  await showStacks(page);
  await expect(stacks(page)).toHaveCount(2);
  const grid = page.getByRole('grid', { name: 'Stacks' });
  await grid.focus();
  const active = () => grid.evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? '');
  await page.keyboard.press('Home');
  expect(await active()).toMatch(/^hills-.*the best, to be kept/);
  await page.keyboard.press('ArrowDown');
  expect(await active()).toMatch(/^moon-.*the best, to be kept/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  expect(await active()).toMatch(/^moon-.*, to be kept/);
  await expect(picturesOf(stacks(page).nth(1)).nth(2)).toHaveAttribute('aria-selected', 'true');
  await photograph(alice, info, 'by keyboard');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await photograph(alice, info, 'compared');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await grid.focus();
  await page.keyboard.press('a');
  await expect(message(page, 'All 3 lookalikes stay as they are')).toBeVisible();
  await expect(stacks(page)).toHaveCount(1);
  // The keyboard went on to the stack that is left.
  expect(await active()).toMatch(/^hills-/);
  await page.keyboard.press('b');
  await expect(message(page, /is kept; the other one has one star$/)).toBeVisible();
  await expect(page.getByText('Nothing to decide about')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[R40] in ${theme}, nothing among the stacks stands in anyone’s way`, async ({ alice }, info) => {
    const { page, app } = alice;
    await app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    await dropLookalikes(alice);
    for (let i = 0; i < 8; i += 1) put(join(alice.folders.inbox, 'moon', `q${i}.jpg`), await sharp(moonrise).jpeg({ quality: 50 + i }).toBuffer());
    await expect(lane(page, 'Done')).toContainText('13');
    await showStacks(page);
    await expect(picturesOf(stacks(page).first())).toHaveCount(11);
    expect(await obstacles(alice)).toEqual([]);
    await photograph(alice, info, `${theme} stacks`);
    await page.getByRole('radio', { name: 'Strict' }).click();
    await expect(page.getByText('Up to 2 of 64 traits')).toBeVisible();
  });
}
