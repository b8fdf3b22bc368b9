import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeMovie } from '../src/main/services/assets/testing/write-movie';
import { filesBelow } from '../src/main/testing/trees';
import { layer, onStage, press, shownLibrary, standOn, starFolders, told } from './support/culling';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { expect, photograph, test } from './support/test';
import { go, inspector, message, pictureCell, pictureCells, story } from './support/window';

const undoOf = (page: Page, words: RegExp) =>
  message(page, words).locator('xpath=ancestor-or-self::*[.//button][1]').getByRole('button', { name: /^Undo/ });

test('[R60] a digit in the library rates: the file moves to its star folder, the timeline tells why, and Undo takes both back', async ({ alice, folders }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 2);
  const before = starFolders(folders)['harbor01-001.png']!;
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, '2');
  await expect(message(page, /^harbor01-001\.png: two stars$/)).toBeVisible();
  await expect(pictureCell(page, /^harbor01-001\.png, 2 of 5 stars, your rating, /)).toBeVisible();
  await expect(pictureCell(page, /^harbor02-001\.png, [1-5] of 5 stars, measured, /)).toBeVisible();
  await expect.poll(() => starFolders(folders)['harbor01-001.png']).toBe('2-star');
  await photograph(alice, info, 'rated by key');

  await go(page, 'Timeline');
  await story(page, /harbor01-001\.png/).first().click();
  await expect(page.getByText('You rated it two stars').first()).toBeVisible();
  await photograph(alice, info, 'timeline');

  await go(page, 'Library');
  await undoOf(page, /^harbor01-001\.png: two stars$/).click();
  await expect(pictureCell(page, /^harbor01-001\.png, [1-5] of 5 stars, measured, /)).toBeVisible();
  await expect.poll(() => starFolders(folders)['harbor01-001.png']).toBe(before);
});

test('[R61] the inspector’s stars are a control, and what was measured stands beside them', async ({ alice, folders }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 1);
  await pictureCell(page, /^harbor01-001/).click();
  const rating = inspector(page).getByRole('region', { name: 'Rating' });
  const control = rating.getByRole('radiogroup', { name: 'Your rating' });
  await expect(rating).toContainText('technical quality');
  await control.getByRole('radio', { name: 'Rate 3 stars' }).click({ force: true });
  await expect(message(page, /^harbor01-001\.png: three stars$/)).toBeVisible();
  await expect(control.getByRole('radio', { name: 'Rate 3 stars' })).toBeChecked();
  await expect(rating).toContainText('your rating');
  await expect(rating.getByRole('img', { name: /^[1-5] of 5 stars, measured$/ })).toBeVisible();
  await expect(rating).toContainText(/(One star|\w+ stars): (below|\d+ to|\d+ and)/);
  await expect.poll(() => starFolders(folders)['harbor01-001.png']).toBe('3-star');
  // The arrow keys go along the stars.
  await control.getByRole('radio', { name: 'Rate 3 stars' }).focus();
  await press(page, 'ArrowRight');
  await expect(control.getByRole('radio', { name: 'Rate 4 stars' })).toBeChecked();
  await expect.poll(() => starFolders(folders)['harbor01-001.png']).toBe('4-star');
  await photograph(alice, info, 'own rating');
  await rating.getByRole('button', { name: 'Clear your rating' }).click();
  await expect(message(page, /^harbor01-001\.png: your rating is cleared$/)).toBeVisible();
  await expect(rating).not.toContainText('your rating');
  // Quick look hears the same keys.
  await pictureCell(page, /^harbor01-001/).click();
  await press(page, ' ');
  await expect(page.getByRole('dialog', { name: /^Quick look/ })).toBeVisible();
  await press(page, '5');
  await expect(page.getByRole('dialog').getByRole('img', { name: '5 of 5 stars, your rating' })).toBeVisible();
  await expect.poll(() => starFolders(folders)['harbor01-001.png']).toBe('5-star');
});

test('[R63] ten pictures are decided by key, one decision is taken back, and what was decided is said and undone as one', async ({ alice, folders }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 10);
  const before = starFolders(folders);
  const counts = page.getByRole('group', { name: 'Stars', exact: true });
  const counted = await counts.allTextContents();
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c');
  await expect(onStage(page)).toHaveAccessibleName('harbor01-001.png');
  await expect(told(page)).toHaveText(/^Picture 1 of 10, harbor01-001\.png, measured \w+ stars?\.$/);
  await press(page, '5', '4', 'x', '2', '3');
  await expect(onStage(page)).toHaveAccessibleName('harbor06-001.png');
  await expect(told(page)).toHaveText(/^Rated three stars\. Picture 6 of 10, harbor06-001\.png, measured \w+ stars?\.$/);
  await expect(layer(page)).toContainText('5 decided, 5 left');
  await photograph(alice, info, 'half of them');
  await press(page, 'u');
  await expect(onStage(page)).toHaveAccessibleName('harbor05-001.png');
  await expect(told(page)).toHaveText(/^Taken back\. Picture 5 of 10/);
  await expect(layer(page)).toContainText('4 decided, 6 left');
  await press(page, '1', '5', '5', '5', '5', '4');
  await expect(told(page)).toHaveText(/This is the last picture\./);
  await expect(layer(page)).toContainText('10 decided, 0 left');
  await press(page, 'Escape');
  await expect(layer(page)).toBeHidden();
  const summary = /^10 pictures decided: 5 with five stars, 2 with four stars, 1 with two stars, 2 with one star$/;
  await expect(message(page, summary)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Pictures' })).toBeFocused();
  const wanted = ['5', '4', '1', '2', '1', '5', '5', '5', '5', '4'];
  await expect.poll(() => Object.values(starFolders(folders)).sort()).toEqual(wanted.map((stars) => `${stars}-star`).sort());
  expect(Object.fromEntries(wanted.map((stars, i) => [`harbor${String(i + 1).padStart(2, '0')}-001.png`, `${stars}-star`]))).toEqual(starFolders(folders));
  await photograph(alice, info, 'summary');

  await undoOf(page, summary).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Undo \d+/ }).click();
  await expect.poll(() => starFolders(folders)).toEqual(before);
  await expect(message(page, /^\d+ operations undone$/)).toBeVisible();
  await expect(pictureCell(page, /your rating/)).toHaveCount(0);
  await expect(layer(page)).toBeHidden();
  // The counts beside the library are those of before, too.
  await expect.poll(() => counts.allTextContents()).toEqual(counted);
});

test('[R63] only undecided pictures are gone through when that is wanted, and a decision may stay at its picture', async ({ alice }) => {
  const { page } = alice;
  await shownLibrary(alice, 4);
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c');
  await expect(onStage(page)).toHaveAccessibleName('harbor01-001.png');
  await press(page, ' ', '3');
  await expect(onStage(page)).toHaveAccessibleName('harbor03-001.png');
  await press(page, 'Home', 'f', ' ');
  await expect(onStage(page)).toHaveAccessibleName('harbor03-001.png');
  await press(page, 'a', '4');
  await expect(told(page)).toHaveText('Rated four stars. Picture 3 of 4, harbor03-001.png, your rating four stars.');
  await press(page, '0');
  await expect(told(page)).toHaveText(/^Your rating is cleared\. Picture 3 of 4/);
  // The pointer does all of it, too.
  await layer(page).getByRole('button', { name: 'Rate 2 stars' }).click();
  await expect(told(page)).toHaveText(/your rating two stars/);
  await layer(page).getByRole('button', { name: 'Take the last decision back' }).click();
  await layer(page).getByRole('button', { name: 'Go on by itself' }).click();
  await layer(page).getByRole('group', { name: 'Filmstrip' }).getByRole('button', { name: /^harbor04-001/ }).click();
  await expect(onStage(page)).toHaveAccessibleName('harbor04-001.png');
  await layer(page).getByRole('button', { name: 'Leave' }).click();
  await expect(message(page, /^1 picture decided: 1 with three stars$/)).toBeVisible();
});

test('[R69] two without names: choices between three pictures become a ranking, and the library can be ordered by it', async ({ alice }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 3);
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c', 'b');
  const [left, right] = ['Left', 'Right'].map((name) => layer(page).getByRole('group', { name, exact: true }));
  await expect(left!.getByRole('img')).toBeVisible();
  await expect(right!.getByRole('img')).toBeVisible();
  await expect(layer(page)).not.toContainText('harbor');
  expect(await layer(page).innerHTML()).not.toContain('harbor');
  await photograph(alice, info, 'blind');
  const done = layer(page).getByRole('progressbar', { name: 'Choices made' });
  for (const [index, key] of ['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowLeft'].entries()) {
    await press(page, key);
    await expect(layer(page)).toContainText(`${index + 1} of about`);
    await expect(left!.getByRole('img').or(layer(page).getByRole('list', { name: 'Ranking' })).first()).toBeVisible();
  }
  await expect(done).toHaveAttribute('aria-valuenow', /[1-4]/);
  await press(page, 'r');
  const ranking = layer(page).getByRole('list', { name: 'Ranking' }).getByRole('listitem');
  await expect(ranking).toHaveCount(3);
  await expect(ranking.first()).toContainText(/1harbor0[1-3]-001\.png\d+ Elo, \d comparisons?/);
  const elos = (await ranking.allTextContents()).map((text) => Number(/(\d+) Elo/.exec(text)?.[1]));
  expect(elos).toEqual(elos.toSorted((a, b) => b - a));
  await photograph(alice, info, 'ranking');
  const best = /harbor0[1-3]-001/.exec((await ranking.first().textContent())!)![0];
  await press(page, 'Escape', 'Escape');
  await expect(layer(page)).toBeHidden();
  await page.getByRole('button', { name: /^Order: / }).click();
  await page.getByRole('menuitemradio', { name: 'Preference' }).click();
  await page.keyboard.press('Escape');
  if (elos[0]! > elos[1]!) await expect(pictureCells(page).first()).toHaveAccessibleName(new RegExp(`^${best}`));
});

test('[R66] a video, a missing file and an empty set are each said in a sentence', async ({ alice, folders }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 2);
  put(join(folders.inbox, 'clips', 'clip.mp4'), writeMovie());
  await expect(pictureCells(page)).toHaveCount(3);
  const gone = filesBelow(folders.organized).find((path) => path.endsWith('harbor02-001.png'));
  rmSync(join(folders.organized, gone!));
  await expect(pictureCell(page, /file missing/)).toBeVisible({ timeout: 30_000 });
  await standOn(page, pictureCell(page, /^clips-001\.mp4/));
  await press(page, 'c');
  await expect(layer(page)).toContainText('A video: this is its poster.');
  await photograph(alice, info, 'video');
  while (!(await layer(page).getByText('Its file is not where it was filed.').isVisible())) {
    const before = await onStage(page).getAttribute('aria-label').catch(() => null);
    await press(page, 'ArrowLeft');
    // At the first picture it goes no further back.
    const moves = expect.poll(() => onStage(page).getAttribute('aria-label').catch(() => null), { timeout: 1_500 });
    await moves.not.toBe(before).catch(() => press(page, 'End'));
  }
  await photograph(alice, info, 'missing');
  await press(page, 'Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('nothing is called so');
  await expect(page.getByRole('heading', { name: 'No pictures match' })).toBeVisible();
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(layer(page)).toContainText('Nothing to decide about');
  await press(page, 'Escape');
  await expect(layer(page)).toBeHidden();
});

test('[R70] the layer holds the keyboard, keys do what buttons do, and both give it back', async ({ alice }) => {
  const { page } = alice;
  await shownLibrary(alice, 3);
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c');
  await expect(onStage(page)).toHaveAccessibleName('harbor01-001.png');
  await press(page, 'Tab');
  await expect(layer(page).getByRole('button', { name: /^harbor01-001\.png, / })).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(onStage(page)).toHaveAccessibleName('harbor02-001.png');
  await expect(layer(page).getByRole('button', { name: /^harbor02-001\.png, / })).toBeFocused();
  for (let i = 0; i < 30; i += 1) {
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  }
  await press(page, 'Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Reject and go on');
  await press(page, '5', 'Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(layer(page)).toContainText('0 decided');
  await press(page, 'i');
  await expect(layer(page).getByRole('complementary', { name: 'Facts' })).toBeHidden();
  await press(page, 'i', 'z');
  await expect.poll(() => layer(page).getByRole('group', { name: 'Picture', exact: true }).getAttribute('data-zoomed')).toBe('true');
  await press(page, 'z', 'Escape');
  await expect(layer(page)).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Pictures' })).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[R70] in ${theme}, nothing in the layer for deciding stands in anyone’s way`, async ({ alice }, info) => {
    const { page } = alice;
    await alice.app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    await shownLibrary(alice, 6);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await obstacles(alice);
      await photograph(alice, info, `${theme} ${what}`);
    };
    await standOn(page, pictureCell(page, /^harbor01-001/));
    await press(page, '4', 'c');
    await expect(layer(page).getByRole('complementary', { name: 'Facts' })).toContainText('technical quality');
    await press(page, '3', 'x');
    await look('one');
    await press(page, 'c');
    await expect(layer(page).getByRole('region', { name: /^A, / })).toContainText('technical quality');
    await look('compare');
    await press(page, 'b');
    await expect(layer(page).getByRole('group', { name: 'Left', exact: true }).getByRole('img')).toBeVisible();
    await look('blind');
    await press(page, 'ArrowLeft');
    await expect(layer(page)).toContainText('1 of about');
    await press(page, 'r');
    await expect(layer(page).getByRole('list', { name: 'Ranking' })).toBeVisible();
    await look('ranking');
    await press(page, 'Escape', 'Escape');
    await expect(layer(page)).toBeHidden();
    await pictureCell(page, /your rating/).first().click();
    await expect(inspector(page)).toContainText('your rating');
    await look('inspector');
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}
