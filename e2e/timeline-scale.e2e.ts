import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Alice, openAlice } from './support/alice';
import { type Folders, freshFolders, removeFolders } from './support/folders';
import { freshPage } from './support/fresh-page';
import { obstacles } from './support/obstacles';
import { expect, photograph, test as base } from './support/test';
import { message } from './support/window';

const events = 12_000;

/** A log of thousands of events over more than a year, that several stories look at, one after the other. */
const test = base.extend<{ long: Alice }, { shared: { readonly folders: Folders; alice: Alice } }>({
  shared: [
    async ({ playwright: _ }, use) => {
      const folders = freshFolders();
      execFileSync(process.execPath, [join(import.meta.dirname, '..', 'bench', 'ui', 'timeline-log.mjs'), folders.data, String(events)]);
      const shared = { folders, alice: await openAlice(folders) };
      await use(shared);
      await shared.alice.quit();
      removeFolders(folders);
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  long: async ({ shared }, use) => {
    shared.alice.startAfresh();
    await freshPage(shared.alice.page);
    await expect(strip(shared.alice.page)).toHaveAttribute('aria-valuetext', 'Now, live');
    await use(shared.alice);
    expect(shared.alice.problems()).toEqual([]);
  },
});

const strip = (page: Page): Locator => page.getByRole('slider', { name: 'Time' });
const list = (page: Page): Locator => page.getByRole('treegrid');
const past = (page: Page): Locator => page.getByText('Past', { exact: true });
const live = (page: Page): Locator => page.getByText('Live', { exact: true });

async function showEvents(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Events' }).click();
  await expect(page.getByRole('treegrid', { name: 'Events' })).toBeVisible();
}

/** The time and the sequence of what is in sight, from top to bottom. */
const inSight = (page: Page) =>
  list(page).evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const rows = [...grid.querySelectorAll<HTMLElement>('[role="row"]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return row.querySelector('time') !== null && box.bottom > top + 1 && box.top < bottom - 1;
    });
    rows.sort((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']));
    return rows.map((row) => ({
      time: Date.parse(row.querySelector('time')?.dateTime ?? ''),
      sequence: Number((row.innerText.split('\n').at(-1) ?? '').replaceAll(',', '')),
    }));
  });

const firstTime = async (page: Page) => (await inSight(page))[0]?.time ?? Number.NaN;
const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
const dayMs = 86_400_000;

test('[D35] a press on the strip leads to that time, dragging leads along, and Now leads back', async ({ long }, info) => {
  const { page } = long;
  const box = (await strip(page).boundingBox())!;
  const press = (share: number) => page.mouse.click(box.x + share * box.width, box.y + 20);
  const now = Date.now();

  await press(0.5);
  await expect(past(page)).toBeVisible();
  // The strip is some 400 days long.
  await expect.poll(async () => Math.abs((await firstTime(page)) - (now - 200 * dayMs)) / dayMs).toBeLessThan(10);
  await expect(page.getByText(/of \d+ events|\d+ events/).first()).toBeVisible();
  await photograph(long, info, 'in the middle');
  const middle = await firstTime(page);

  await page.mouse.move(box.x + 0.5 * box.width, box.y + 20);
  await page.mouse.down();
  for (let share = 0.5; share > 0.1; share -= 0.02) await page.mouse.move(box.x + share * box.width, box.y + 20);
  await page.mouse.up();
  await expect.poll(async () => (middle - (await firstTime(page))) / dayMs).toBeGreaterThan(130);
  await expect(past(page)).toBeVisible();

  await page.getByRole('button', { name: /^Now/ }).click();
  await expect(live(page)).toBeVisible();
  await expect(strip(page)).toHaveAttribute('aria-valuetext', 'Now, live');
  await expect.poll(async () => now - (await firstTime(page))).toBeLessThan(600_000);
});

test('[D35] the strip goes by keys: arrows and Page along it, Home to the beginning, End back to now', async ({ long }) => {
  const { page } = long;
  await strip(page).focus();
  const value = async () => Number(await strip(page).getAttribute('aria-valuenow'));
  const last = Number(await strip(page).getAttribute('aria-valuemax'));
  expect(await value()).toBe(last);

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(past(page)).toBeVisible();
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /^\w+ \d+ \w+ \d{4}, \d\d:\d\d, .*events? in this stretch$/);
  const there = await value();
  await page.keyboard.press('PageDown');
  await expect.poll(value).toBeLessThanOrEqual(there - 10);
  await page.keyboard.press('PageUp');
  await expect.poll(value).toBe(there);

  await page.keyboard.press('Home');
  await expect.poll(value).toBe(0);
  await expect.poll(async () => (Date.now() - (await firstTime(page))) / dayMs).toBeGreaterThan(390);
  await page.keyboard.press('ArrowRight');
  await expect.poll(value).toBe(1);
  await page.keyboard.press('End');
  await expect(live(page)).toBeVisible();
  await expect.poll(value).toBe(last);
  // The keyboard never left the strip.
  expect(await isFocused(strip(page))).toBe(true);
});

test('[D32] from the middle of the log the list goes on both ways, event by event', async ({ long }) => {
  const { page } = long;
  await showEvents(page);
  await goToEvent(page, 6_000);
  await expect.poll(async () => (await inSight(page))[0]?.sequence).toBe(6_000);
  const seen = new Set<number>();
  const note = async () => {
    const sequences = (await inSight(page)).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, i) => (sequences[0] ?? 0) - i));
    for (const sequence of sequences) seen.add(sequence);
    return sequences[0] ?? 0;
  };
  await list(page).hover();
  const walk = async (delta: number, until: (first: number) => boolean) => {
    for (let steps = 0; steps < 400 && !until(await note()); steps += 1) await page.mouse.wheel(0, delta);
  };
  await walk(320, (first) => first < 5_300);
  await walk(-320, (first) => first > 6_700);
  const all = [...seen].sort((a, b) => a - b);
  expect([all[0]! < 5_300, all.at(-1)! > 6_700]).toEqual([true, true]);
  expect(all).toHaveLength(all.at(-1)! - all[0]! + 1);
});

test('[D36] however far one goes, a bounded part of the log is kept and a bounded number of rows drawn', async ({ long }) => {
  const { page } = long;
  await showEvents(page);
  await goToEvent(page, 11_000);
  await list(page).hover();
  let most = 0;
  for (let steps = 0; steps < 150; steps += 1) {
    await page.mouse.wheel(0, 1_400);
    if (steps % 10 === 0) most = Math.max(most, Number(await list(page).getAttribute('aria-rowcount')));
  }
  // 150 × 1,400 pixels are some 6,500 events.
  await expect.poll(async () => (await inSight(page))[0]?.sequence).toBeLessThan(7_500);
  expect(most).toBeLessThan(3_500);
  expect(await list(page).getByRole('row').count()).toBeLessThan(200);
});

test('[D35] days, the ends of the log, a date and an event number are reached from the list', async ({ long }) => {
  const { page } = long;
  await strip(page).focus();
  await page.keyboard.press('PageDown');
  await expect(past(page)).toBeVisible();
  await list(page).focus();
  const day = async () => new Date(await firstTime(page)).toDateString();
  const begun = await day();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(day).not.toBe(begun);
  const before = await day();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(day).toBe(begun);
  expect(new Date(before).getTime()).toBeLessThan(new Date(begun).getTime());

  await page.keyboard.press('End');
  // The list ends there, so what is on top is a little later.
  await expect(strip(page)).toHaveAttribute('aria-valuenow', /^[0-3]$/);
  await page.keyboard.press('Home');
  await expect(live(page)).toBeVisible();
  expect(await isFocused(list(page))).toBe(true);

  await page.getByRole('button', { name: 'Go to a time' }).click();
  const then = new Date(Date.now() - 100 * dayMs);
  const local = new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await page.getByLabel('Date and time').fill(local);
  await page.keyboard.press('Enter');
  await expect(past(page)).toBeVisible();
  await expect.poll(async () => then.getTime() - (await firstTime(page))).toBeLessThan(dayMs);
  await page.getByRole('button', { name: 'Go to a time' }).click();
  await page.getByLabel('Or event number').fill('99999999');
  await expect(page.getByText(/^The newest event is number/)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('[D33] a story in the middle of the log says what it came to, and its steps lead on', async ({ long }) => {
  const { page } = long;
  // The page begins in the middle of a story: what comes of it lies on the one above.
  await goToEvent(page, 6_000);
  await expect(past(page)).toBeVisible();
  const rows = list(page).getByRole('row', { level: 1 });
  const filed = rows.filter({ hasText: / filed in \d-star/ });
  await expect(filed.first()).toBeVisible();
  await expect(rows.filter({ hasText: 'A file' })).toHaveCount(0);
  await filed.first().click();
  const drawer = page.getByRole('complementary', { name: 'Event' });
  await expect(drawer).toContainText('asset.organized');
  await drawer.getByRole('list', { name: 'Cause and effect' }).getByRole('button').first().click();
  await expect(drawer).toContainText('asset.detected');
  await expect(drawer.getByRole('button', { name: 'Go to the picture' })).toBeHidden();
  await drawer.getByRole('button', { name: 'Next event' }).click();
  await expect(drawer).toContainText('asset.discovered');
  await drawer.getByRole('button', { name: 'Why is this file here?' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Why is this file here?');
});

test('[D37] a workflow of another program is one row with its steps', async ({ long }, info) => {
  const { page } = long;
  await page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Workflows' }).click();
  const done = list(page).getByRole('row', { level: 1 }).filter({ hasText: /crossing, take \d/ }).filter({ hasText: / steps? in 42\.0 s/ });
  await expect(done.first()).toContainText('Image generation in ComfyUI');
  await done.first().getByRole('button', { name: 'Unfold the steps' }).click();
  const steps = list(page).getByRole('row', { level: 2 });
  await expect(steps.first()).toContainText('workflow.started');
  await expect(steps.last()).toContainText('workflow.completed');
  await photograph(long, info, 'workflows');
});

test('[D38] a filter is kept under a name, put on again after a restart, and forgotten with a way back', async ({ shared }) => {
  const { page } = shared.alice;
  const toolbar = page.getByRole('toolbar', { name: 'Show only' });
  await page.reload();
  await expect(strip(page)).toBeVisible();
  await toolbar.getByRole('button', { name: 'Quality' }).click();
  await expect(page.getByText(/^[\d,]+ of [\d,]+ events$/)).toBeVisible();
  // By keyboard alone.
  await page.getByRole('button', { name: 'Save filter' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Only ratings');
  await page.keyboard.press('Enter');
  await expect(message(page, 'Saved as “Only ratings”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await shared.alice.quit();
  shared.alice = await openAlice(shared.folders);
  const again = shared.alice.page;
  await again.getByRole('button', { name: 'Saved filters' }).click();
  await again.getByRole('button', { name: 'Only ratings', exact: true }).click();
  await expect(again.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' })).toHaveAttribute('aria-pressed', 'true');
  await again.getByRole('button', { name: 'Saved filters' }).click();
  await again.getByRole('button', { name: 'Forget Only ratings' }).click();
  await expect(again.getByRole('button', { name: 'Only ratings', exact: true })).toHaveCount(0);
  await again.keyboard.press('Escape');
  await again.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await again.getByRole('button', { name: 'Saved filters' }).click();
  await expect(again.getByRole('button', { name: 'Only ratings', exact: true })).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test(`[D39] in ${theme}, nothing of the strip and the way to a time stands in anyone’s way`, async ({ long }, info) => {
    const { page, app } = long;
    await app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
    const found: string[] = [];
    const look = async (what: string) => {
      found.push(...(await obstacles(long)));
      await photograph(long, info, `${theme} ${what}`);
    };
    await strip(page).focus();
    await page.keyboard.press('PageDown');
    await expect(past(page)).toBeVisible();
    await look('past');
    await page.getByRole('button', { name: 'Go to a time' }).click();
    await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible();
    await look('go to');
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: 'Show only' }).getByRole('button', { name: 'Quality' }).click();
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page.getByRole('dialog', { name: 'Saved filters' })).toBeVisible();
    await look('saved');
    expect(found).toEqual([]);
  });
}

async function goToEvent(page: Page, sequence: number): Promise<void> {
  await page.getByRole('button', { name: 'Go to a time' }).click();
  await page.getByLabel('Or event number').fill(String(sequence));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}
