import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test as filledTest } from './support/filled';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { photograph, test } from './support/test';
import { message, placeButton, stories, story } from './support/window';

filledTest('[V23] the timeline narrows by family and by text, and comes back', async ({ filled }) => {
  const { page } = filled;
  await page.getByRole('radio', { name: 'Events' }).click();
  const events = page.getByRole('treegrid', { name: 'Events' }).getByRole('row', { level: 1 });
  await expect(events.filter({ hasText: 'asset.organized' }).first()).toBeVisible();
  await page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' }).click();
  await expect(events.filter({ hasText: 'asset.' })).toHaveCount(0);
  await expect(events.filter({ hasText: 'quality.assessed' })).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.keyboard.press('/');
  await page.keyboard.type('canal');
  await page.getByRole('radio', { name: 'Stories' }).click();
  await expect(stories(page)).toHaveCount(1);
  await expect(stories(page)).toContainText(/canal-001\.png filed/);
  await page.getByRole('searchbox', { name: 'Filter the timeline' }).fill('nothing says this');
  await expect(page.getByRole('heading', { name: 'No events match' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(stories(page)).not.toHaveCount(0);
});

filledTest('[V24] a row opens the whole event, and its JSON can be copied', async ({ filled }, info) => {
  const { page, app } = filled;
  await story(page, /harbor-001\.png filed/).click();
  const drawer = page.getByRole('complementary', { name: 'Event' });
  await expect(drawer).toContainText('asset.organized');
  for (const field of ['content_hash', 'destination_path', 'operation', 'event_id', 'sequence', 'correlation_id', 'causation_id']) {
    await expect(drawer).toContainText(field);
  }
  await photograph(filled, info, 'event');
  await drawer.getByRole('radio', { name: 'JSON' }).click();
  await expect(drawer).toContainText('"event_type": "asset.organized"');
  await drawer.getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(message(page, 'Event copied')).toBeVisible();
  const copied = JSON.parse(await app.evaluate(({ clipboard }) => clipboard.readText())) as { event_type: string; sequence: number };
  expect(copied.event_type).toBe('asset.organized');
  expect(copied.sequence).toBeGreaterThan(0);

  await drawer.getByRole('button', { name: 'Previous event' }).click();
  await expect(drawer).toContainText('quality.assessed');
});

filledTest('[V25] everything in the timeline can be done with the keyboard alone', async ({ filled }) => {
  const { page } = filled;
  const drawer = page.getByRole('complementary', { name: 'Event' });
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(placeButton(page, 'Timeline')).toHaveAttribute('aria-current', 'page');
  const list = page.getByRole('treegrid', { name: 'Stories' });
  for (let panes = 0; panes < 4 && !(await isFocused(list)); panes += 1) await page.keyboard.press('F6');
  await expect(list).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(list.getByRole('row', { level: 2 }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText('asset.detected');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(list.getByRole('row', { level: 2 })).toHaveCount(0);
  await page.keyboard.press('Control+c');
  await expect(message(page, 'Event copied')).toBeVisible();
});

test('[V26] paused, the timeline holds new events back and says how many; resumed, it shows them', async ({ alice, folders }) => {
  const { page } = alice;
  put(join(folders.inbox, 'calm', 'one.png'), await picture(31));
  await expect(story(page, /calm-001\.png filed/)).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  put(join(folders.inbox, 'storm', 'two.png'), await picture(32));
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible();
  // It is filed while nothing moves in the list.
  await expect(placeButton(page, 'Library')).toHaveAccessibleName(/2/);
  await expect(story(page, 'storm')).toHaveCount(0);
  await page.getByRole('button', { name: '1 new' }).click();
  await expect(story(page, /storm-001\.png filed/)).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
