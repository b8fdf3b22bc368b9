import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parkDeadLetter } from '../src/main/log/checkpoints';
import { LogReader } from '../src/main/log/log-reader';
import { openLogDatabase } from '../src/main/log/open-database';
import { filesBelow } from '../src/main/testing/trees';
import { type Alice, openAlice } from './support/alice';
import { type Folders, freshFolders, put, removeFolders } from './support/folders';
import { freshPage } from './support/fresh-page';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { expect, photograph, test as base } from './support/test';
import { go, inspector, lane, message, pictureCell, story } from './support/window';

/** A first run that was answered with the samples, which several stories look at, one after the other. */
const test = base.extend<{ bench: Alice }, { sharedBench: Alice }>({
  sharedBench: [
    async ({ playwright: _ }, use) => {
      const folders = freshFolders();
      const alice = await openAlice(folders, []);
      const { page } = alice;
      for (const step of ['Where do new pictures arrive?', 'Where should finished pictures live?', 'See it work?']) {
        await expect(page.getByRole('heading', { name: step })).toBeVisible();
        await page.getByRole('button', { name: /^(Continue|Start with samples)/ }).click();
      }
      await go(page, 'Inbox');
      await use(alice);
      await alice.quit();
      removeFolders(folders);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  bench: async ({ sharedBench }, use) => {
    sharedBench.startAfresh();
    await freshPage(sharedBench.page);
    await go(sharedBench.page, 'Inbox');
    await expect(lane(sharedBench.page, 'Done')).toHaveAccessibleName(/^Done ?1[2-9]/, { timeout: 30_000 });
    await expect(lane(sharedBench.page, 'Set aside')).toHaveAccessibleName(/^Set aside ?1/, { timeout: 30_000 });
    await use(sharedBench);
    expect(sharedBench.problems()).toEqual([]);
  },
});

const suggested = ({ home }: Folders, name: 'inbox' | 'organized'): string => join(home, 'Pictures', 'Alice', name);

/** Parks the first event of a kind, as if a service had failed at it five times. */
function park({ data }: Folders, service: string, type: string, reason: string): void {
  const database = openLogDatabase(data);
  const event = new LogReader(database).after(0, 500).find(({ event_type }) => event_type === type);
  if (event === undefined) throw new Error(`No ${type} is in the log.`);
  parkDeadLetter(database, { service, sequence: event.sequence, attempts: 5, reason, parked_at: new Date().toISOString() });
  database.close();
}

test('[D240] “Start with samples” in the first run brings the dozen in', async ({ bench }) => {
  const { page, folders } = bench;
  expect(filesBelow(suggested(folders, 'inbox')).some((path) => path.startsWith('lantern-harbor/'))).toBe(true);
  expect(filesBelow(suggested(folders, 'organized')).filter((path) => !path.startsWith('.alice-'))).toHaveLength(11);
  await go(page, 'Library');
  await expect(pictureCell(page, /^lantern-harbor-001/).first()).toBeVisible();
});

test('[D241] an event that a service gave up on is told with its reason, and tried again from the window it goes', async ({ bench }, info) => {
  const { page, folders } = bench;
  park(folders, 'quality', 'asset.processed', 'The model could not be read.');
  await go(page, 'System');
  await page.getByRole('radio', { name: /^Dead letters/ }).click();
  const letter = page.getByRole('grid', { name: 'Dead letters' }).getByRole('row');
  await expect(letter).toContainText('asset.processed');
  await expect(letter).toContainText('The model could not be read.');
  await expect(letter).toContainText('5 attempts');
  expect(await obstacles(bench)).toEqual([]);
  await photograph(bench, info, 'a dead letter');
  await letter.click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('quality gave up');
  await page.keyboard.press('Escape');
  await letter.getByRole('button', { name: 'Try again' }).click();
  await expect(message(page, 'quality tries asset.processed again')).toBeVisible();
  await expect(page.getByText('Nothing is parked.', { exact: false })).toBeVisible();
  await go(page, 'Timeline');
  await page.getByRole('radio', { name: 'Events' }).click();
  await expect(page.getByRole('treegrid', { name: 'Events' }).getByRole('row').filter({ hasText: 'event.retry_requested' })).toHaveCount(1);
});

test('[D242] [D261] what waits while watching is paused is shown as the folders that would result, and nothing is touched until it is resumed', async ({ bench }, info) => {
  const { page, folders } = bench;
  const filed = () => filesBelow(suggested(folders, 'organized')).filter((path) => path.includes('gull-island'));
  await page.getByRole('button', { name: 'Pause watching' }).click();
  await expect(page.getByText('Watching is paused')).toBeVisible();
  for (const at of [1, 2]) put(join(suggested(folders, 'inbox'), 'gull-island', `${at}.png`), await picture(80 + at));
  await expect(lane(page, 'Waiting')).toContainText('taken when you resume watching');
  await expect(lane(page, 'Waiting')).toContainText('2');
  await choosePreview(page);
  const dialog = page.getByRole('dialog', { name: 'Preview of what waits' });
  await expect(dialog.getByText('2 would be filed', { exact: true })).toBeVisible();
  await photograph(bench, info, 'what waits');
  expect(await obstacles(bench)).toEqual([]);
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(dialog).toBeHidden();
  expect(filed()).toEqual([]);

  await choosePreview(page);
  await dialog.getByRole('button', { name: 'Resume and file them' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Watching the inbox')).toBeVisible();
  await expect.poll(filed).toHaveLength(2);
});

async function choosePreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preview before adding' }).click();
  await page.getByRole('menuitem', { name: 'Preview what waits' }).click();
}

test('[D243] after a reload the timeline shows what it showed; O goes from a row to its picture', async ({ bench }) => {
  const { page } = bench;
  await go(page, 'Timeline');
  await page.getByRole('radio', { name: 'Events' }).click();
  await page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' }).click();
  const counted = page.getByText(/^[\d,]+ of [\d,]+ events$/);
  // Alice may say something of her own meanwhile, so how many events there are in all is left out.
  const shown = (await counted.textContent())?.split(' of ')[0] ?? '';
  // What is in view is kept a moment after it changed.
  await page.waitForFunction(() => sessionStorage.getItem('view')?.includes('"families":["quality"]') === true);
  await page.reload();
  await expect(counted).toHaveText(new RegExp(`^${shown} of `));
  await expect(page.getByRole('radio', { name: 'Events' })).toBeChecked();
  await expect(page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByRole('radio', { name: 'Stories' }).click();
  await story(page, /lantern-harbor-001\.\w+ filed/).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Event' })).toBeHidden();
  await page.keyboard.press('o');
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(/^lantern-harbor-001/);
});
