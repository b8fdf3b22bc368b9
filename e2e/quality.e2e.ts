import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { Alice } from './support/alice';
import { expect, test } from './support/filled';
import { type Folders, put } from './support/folders';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { photograph, test as freshTest } from './support/test';
import { go, message, pictureCell, pictureCells } from './support/window';

const bars = (page: Page): Locator => page.getByRole('group', { name: /^Scores of \d+ pictures?, 0 to 100/ }).getByRole('button');
const fullBars = async (page: Page): Promise<string[]> => {
  const names = await bars(page).evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
  return names.filter((name) => !name.includes(': 0 pictures'));
};
const countIn = (name: string) => Number(/: ([\d,]+) picture/.exec(name)?.[1]?.replaceAll(',', ''));
const tokens = (page: Page): Locator => page.getByRole('group', { name: 'Filters that are on' });
const part = (page: Page, name: 'Scores' | 'Limits') => page.getByRole('radio', { name });
const limit = (page: Page, between: string): Locator => page.getByRole('slider', { name: `Limit between ${between}` });
const preview = (page: Page): Locator => page.getByRole('complementary', { name: 'What would change' });
const filedIn = ({ organized }: Folders) =>
  readdirSync(organized, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.png')).map((path) => path.replaceAll('\\', '/')).sort();

/** The view of the library that another story leaves behind is kept; in a list each picture has several cells. */
async function showAsGrid({ page }: Alice): Promise<void> {
  await go(page, 'Library');
  await page.getByRole('radio', { name: 'Grid' }).click();
}

async function openQuality(alice: Alice): Promise<Page> {
  const { page } = alice;
  await go(page, 'Quality');
  await part(page, 'Scores').click();
  await expect(bars(page)).toHaveCount(50);
  return page;
}

test('[R51] a bar leads to its pictures, a tool, an issue and a day to theirs, each with as many as was said', async ({ filled }, info) => {
  await showAsGrid(filled);
  const page = await openQuality(filled);
  await photograph(filled, info, 'scores');
  for (const name of await fullBars(page)) {
    await bars(page).and(page.getByRole('button', { name, exact: true })).click();
    await expect(pictureCells(page)).toHaveCount(countIn(name));
    const [from = '', to = ''] = /^(\d+) to (\d+)/.exec(name)?.slice(1) ?? [];
    await expect(tokens(page)).toContainText(to === '100' ? `Score from ${from}` : `Score ${from} – ${to}`);
    await openQuality(filled);
  }
  await page.getByRole('table', { name: 'Scores by tool' }).getByRole('button', { name: /^A1111: 2 pictures/ }).click();
  await expect(pictureCells(page)).toHaveCount(2);
  await expect(pictureCell(page, /^harbor-001/)).toBeVisible();
  await expect(pictureCell(page, /^canal-001/)).toBeVisible();
  await openQuality(filled);
  await page.getByRole('radio', { name: 'Project' }).click();
  await page.getByRole('table', { name: 'Scores by project' }).getByRole('button', { name: /^cathedral: 1 picture/ }).click();
  await expect(pictureCells(page)).toHaveCount(1);
  await expect(pictureCell(page, /^cathedral-001/)).toBeVisible();
  await openQuality(filled);
  const issue = page.getByRole('group', { name: 'Pictures by measured issue' }).getByRole('button').first();
  const [said = ''] = /\d+/.exec((await issue.getAttribute('aria-label')) ?? '') ?? [];
  await issue.click();
  await expect(pictureCells(page)).toHaveCount(Number(said));
  await expect(tokens(page)).toContainText('Measured issue');
  await openQuality(filled);
  await page.getByRole('group', { name: /^Median score by day/ }).getByRole('button').last().click();
  await expect(tokens(page)).toContainText('Made');
  await page.getByRole('button', { name: 'Clear all' }).click();
});

test('[R50] charts are walked through with the arrows, Enter opens, and each is a table on request', async ({ filled }, info) => {
  await showAsGrid(filled);
  const page = await openQuality(filled);
  const full = await fullBars(page);
  await bars(page).and(page.getByRole('button', { name: full[0]!, exact: true })).focus();
  await page.keyboard.press('ArrowRight');
  await expect(bars(page).and(page.locator(':focus'))).toHaveAccessibleName(new RegExp(`^${Number(/^\d+/.exec(full[0]!)![0]) + 2} to `));
  await page.keyboard.press('End');
  await expect(bars(page).and(page.locator(':focus'))).toHaveAccessibleName(/^98 to 100: 0 pictures, one star$/);
  await photograph(filled, info, 'bar with the keyboard');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(bars(page).and(page.locator(':focus'))).toHaveAccessibleName(/^96 to 98/);
  await bars(page).and(page.getByRole('button', { name: full[0]!, exact: true })).focus();
  await page.keyboard.press('Enter');
  await expect(pictureCells(page)).toHaveCount(countIn(full[0]!));
  await page.getByRole('button', { name: 'Clear all' }).click();
  await openQuality(filled);
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const rows = page.getByRole('table', { name: /^Scores of \d+ pictures/ }).getByRole('row');
  await expect(rows).toHaveCount(full.length + 1);
  await page.getByRole('button', { name: 'Show as table' }).last().click();
  await expect(page.getByRole('table', { name: /^Median score by day/ })).toBeVisible();
  // 1 to 3 change the part, B goes to the limits, and letters rest while words are written.
  await page.keyboard.press('b');
  await expect(limit(page, 'five and four stars')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('f');
  await page.keyboard.type('b3 no such words');
  await expect(page.getByRole('heading', { name: 'No pictures match' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the words' }).click();
  await expect(bars(page)).toHaveCount(50);
});

test('[R51] words narrow what is shown, and go along to the library', async ({ filled }) => {
  await showAsGrid(filled);
  const page = await openQuality(filled);
  await page.getByRole('searchbox', { name: 'Narrow by words' }).fill('paper boats');
  await expect(page.getByRole('group', { name: /^Scores of 1 picture, / })).toBeVisible();
  await page.getByRole('group', { name: 'Pictures by stars' }).getByRole('button', { name: /: 1 of 1$/ }).click();
  await expect(pictureCells(page)).toHaveCount(1);
  await expect(tokens(page)).toContainText('paper boats');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await go(page, 'Quality');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[R56] in ${theme}, nothing in quality stands in anyone’s way`, async ({ filled }, info) => {
    await filled.app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    const page = await openQuality(filled);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await obstacles(filled);
      await photograph(filled, info, `${theme} ${what}`);
    };
    await look('scores');
    await page.getByRole('radio', { name: 'Model' }).click();
    for (const button of await page.getByRole('button', { name: 'Show as table' }).all()) await button.click();
    await look('tables');
    await part(page, 'Limits').click();
    await expect(preview(page)).toContainText('Nothing yet');
    await look('limits');
    await limit(page, 'two and one star').press('End');
    await limit(page, 'three and two stars').press('Home');
    await expect(preview(page).getByRole('button', { name: /^(Change|Move)/ })).toBeVisible();
    await look('limits tried');
    await page.keyboard.press('Escape');
    await expect(preview(page)).toContainText('Nothing yet');
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}

/** Pictures that are clean, soft and rough, so that they earn different stars. */
async function fill({ inbox }: Folders): Promise<void> {
  for (let seed = 1; seed <= 6; seed += 1) {
    const drawn = sharp(await picture(seed));
    const made = seed % 3 === 0 ? drawn.blur(1 + seed / 4) : seed % 3 === 1 ? drawn : drawn.blur(0.6).modulate({ brightness: 1.1 });
    put(join(inbox, 'harbor', `${seed}.png`), await made.png().toBuffer());
  }
}

freshTest('[R54] moved limits say what they change, move files when they are applied, and all of it is undone', async ({ alice }, info) => {
  const { page, folders } = alice;
  await fill(folders);
  await expect.poll(() => filedIn(folders).length, { timeout: 30_000 }).toBe(6);
  const before = filedIn(folders);
  await go(page, 'Quality');
  await page.keyboard.press('b');
  await expect(preview(page)).toContainText('Nothing yet');
  // A limit stops at its neighbour.
  await limit(page, 'five and four stars').press('End');
  await expect(limit(page, 'five and four stars')).toHaveAttribute('aria-valuenow', '44');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(limit(page, 'five and four stars')).toHaveAttribute('aria-valuenow', '39');
  await page.keyboard.press('Escape');
  await expect(limit(page, 'five and four stars')).toHaveAttribute('aria-valuenow', '25');
  // Dragged, too, it stops there.
  const handle = (await limit(page, 'four and three stars').boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 60);
  await page.mouse.down();
  await page.mouse.move(handle.x - 40, handle.y + 60, { steps: 5 });
  await expect(limit(page, 'four and three stars')).toHaveAttribute('data-moved', 'true');
  await page.mouse.move(0, handle.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(limit(page, 'four and three stars')).toHaveAttribute('aria-valuenow', '26');
  await preview(page).getByRole('button', { name: 'Discard' }).click();
  await expect(limit(page, 'four and three stars')).toHaveAttribute('aria-valuenow', '45');
  // By these, everything has five stars.
  for (const between of ['two and one star', 'three and two stars', 'four and three stars', 'five and four stars']) await limit(page, between).press('End');
  const changing = before.filter((path) => !path.includes('/5-star/')).length;
  expect(changing).toBeGreaterThan(0);
  const apply = preview(page).getByRole('button', { name: new RegExp(`^Change ${changing} ratings? and move ${changing} files?`) });
  await expect(apply).toBeVisible();
  await expect(preview(page).getByRole('row', { name: new RegExp(`five stars ${6 - changing} 6 \\+${changing}`) })).toBeVisible();
  await expect(preview(page).getByRole('region', { name: 'Pictures that change' }).getByRole('listitem')).toHaveCount(changing);
  await expect(preview(page)).toContainText('5-star');
  await photograph(alice, info, 'limits tried');
  expect(filedIn(folders)).toEqual(before);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(message(page, new RegExp(`^${changing} ratings? changed, ${changing} files? follows?$`))).toBeVisible();
  await expect.poll(() => filedIn(folders).every((path) => path.includes('/5-star/'))).toBe(true);
  expect(filedIn(folders)).toHaveLength(6);
  await photograph(alice, info, 'applied');
  const said = message(page, /ratings? changed/).locator('xpath=ancestor-or-self::*[.//button][1]');
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => filedIn(folders)).toEqual(before);
  await expect(limit(page, 'five and four stars')).toHaveAttribute('aria-valuenow', '25');
  // Files that do not follow stay.
  await page.getByText('Files follow their rating into its folder').click();
  const after = filedIn(folders);
  for (const between of ['two and one star', 'three and two stars', 'four and three stars', 'five and four stars']) await limit(page, between).press('End');
  await expect(preview(page)).toContainText('Files stay where they are');
  await preview(page).getByRole('button', { name: new RegExp(`^Change ${changing} ratings?(?! and)`) }).click();
  await expect(message(page, new RegExp(`^${changing} ratings? changed$`))).toBeVisible();
  await part(page, 'Scores').click();
  await expect(page.getByRole('group', { name: 'Pictures by stars' }).getByRole('button', { name: 'five stars: 6 of 6' })).toBeVisible();
  expect(filedIn(folders)).toEqual(after);
});

freshTest('[R55] an empty library says what will be here, and what comes in is seen at once', async ({ alice }, info) => {
  const { page, folders } = alice;
  await go(page, 'Quality');
  await expect(page.getByRole('heading', { name: 'Nothing is measured yet' })).toBeVisible();
  expect(await obstacles(alice)).toEqual([]);
  await photograph(alice, info, 'empty');
  put(join(folders.inbox, 'first.png'), await picture(1));
  await expect(page.getByRole('group', { name: /^Scores of 1 picture, / })).toBeVisible({ timeout: 15_000 });
  put(join(folders.inbox, 'tiny.png'), await picture(2, { width: 32, height: 32 }));
  await expect(page.getByRole('group', { name: 'Pictures that are not measured' }).getByRole('button', { name: /too small.*: 1 of 2/ })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('The median is')).toBeVisible();
  await photograph(alice, info, 'two');
  await page.getByRole('group', { name: 'Pictures that are not measured' }).getByRole('button').click();
  await expect(pictureCells(page)).toHaveCount(1);
  await expect(tokens(page)).toContainText('Not measured');
});
