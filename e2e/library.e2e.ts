import type { Page } from '@playwright/test';
import type { Alice } from './support/alice';
import { expect, test } from './support/filled';
import { obstacles } from './support/obstacles';
import { photograph } from './support/test';
import { go, inspector, message, pictureCell, pictureCells } from './support/window';

const facet = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const tokens = (page: Page) => page.getByRole('group', { name: 'Filters that are on' });
const names = async (page: Page) =>
  (await pictureCells(page).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''))).map((name) => name.split(',')[0]);
const clipboard = ({ app }: Alice) => app.evaluate((electron) => electron.clipboard.readText());

/** The orders and views that a story leaves behind are kept, so each begins from the usual ones. */
async function openLibrary(alice: Alice): Promise<Page> {
  const { page } = alice;
  await go(page, 'Library');
  await page.getByRole('radio', { name: 'Grid' }).click();
  await order(page, 'Name', 'A to Z');
  await expect(pictureCells(page)).toHaveCount(4);
  return page;
}

async function order(page: Page, name: string, way: string): Promise<void> {
  const button = page.getByRole('button', { name: /^Order: / });
  for (let turns = 0; turns < 2 && !((await button.getAttribute('aria-label')) ?? '').includes(way); turns += 1) {
    await button.click();
    await page.getByRole('menuitemradio', { name }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  }
  await expect(button).toHaveAccessibleName(new RegExp(way));
}

test('[V92] words and facets narrow together; each choice is a token that can be taken off', async ({ filled }, info) => {
  const page = await openLibrary(filled);
  await facet(page, 'Tool').getByText('A1111').click();
  await expect(pictureCells(page)).toHaveCount(2);
  await facet(page, 'Project').getByText('canal').click();
  await expect(pictureCells(page)).toHaveCount(1);
  await expect(tokens(page)).toContainText('Tool A1111');
  await expect(tokens(page)).toContainText('Project canal');
  // What is not chosen in its own facet still says how many there would be.
  await expect(facet(page, 'Tool').getByText('ComfyUI')).toBeHidden();
  await photograph(filled, info, 'two facets');
  await tokens(page).getByRole('button', { name: 'Remove Project canal' }).click();
  await expect(pictureCells(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('paper BOATS nigh');
  await expect(pictureCells(page)).toHaveCount(1);
  await expect(tokens(page)).toContainText('paper BOATS nigh');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(pictureCells(page)).toHaveCount(4);
  // A seed is found, and its last digits are not lost on the way.
  await page.keyboard.press('/');
  await page.keyboard.type('18446744073709551615');
  await expect(pictureCells(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear all' }).click();
});

test('[V95] the order is chosen, turned round and kept; the list shows what one compares by and sorts by its columns', async ({ filled }, info) => {
  const page = await openLibrary(filled);
  const ascending = await names(page);
  expect(ascending).toEqual([...ascending].sort());
  await order(page, 'Name', 'Z to A');
  await expect.poll(() => names(page)).toEqual([...ascending].reverse());
  await page.getByRole('radio', { name: 'List' }).click();
  const rows = page.getByRole('grid', { name: 'Pictures' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText(ascending.at(-1)!);
  await page.getByRole('button', { name: 'Name, descending' }).click();
  await expect(rows.first()).toContainText(ascending[0]!);
  await page.getByRole('button', { name: /^Score/ }).click();
  await expect(page.getByRole('button', { name: 'Score, ascending' })).toBeVisible();
  await photograph(filled, info, 'list');
  // Said a moment later, so that dragging a slider does not write at every step.
  await page.waitForTimeout(700);
  await page.reload();
  await go(page, 'Library');
  await expect(rows).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Score, ascending' })).toBeVisible();
  await openLibrary(filled);
});

test('[V93] prompt, seed and everything at once are copied', async ({ filled }) => {
  const page = await openLibrary(filled);
  await pictureCell(page, /^harbor-001/).click();
  const pane = inspector(page);
  await pane.getByRole('button', { name: 'Copy prompt' }).click();
  await expect(message(page, 'Prompt copied')).toBeVisible();
  expect(await clipboard(filled)).toBe('a lighthouse on a cliff, storm light');
  await pane.getByRole('button', { name: 'Copy Seed' }).click();
  await expect.poll(() => clipboard(filled)).toBe('18446744073709551615');
  await pane.getByRole('button', { name: 'Copy everything as text' }).click();
  await expect.poll(() => clipboard(filled)).toMatch(/^a lighthouse[^]*\nNegative prompt: blurry, watermark\nSteps: 28, Sampler: DPM\+\+ 2M,[^]*Seed: 18446744073709551615, Size: 384x256/);
});

test('[V94] the inspector shows the evidence, the graph and all that stands in the file', async ({ filled }, info) => {
  const page = await openLibrary(filled);
  await pictureCell(page, /cathedral$/).click();
  const pane = inspector(page);
  await expect(pane).toContainText('Why Alice thinks so');
  await expect(pane.getByRole('list', { name: 'Evidence' })).toContainText('graph of 8 nodes');
  await expect(pane).toContainText(/ComfyUI: certain, \d+ %\. Made with AI\./);
  await pane.getByRole('button', { name: /^Inside the file/ }).click();
  const nodes = pane.getByRole('list', { name: 'Nodes of the graph' }).locator(':scope > li');
  await expect(nodes).toHaveCount(8);
  await expect(nodes.first()).toContainText('CheckpointLoaderSimple');
  await expect(nodes.last()).toContainText('SaveImage');
  const texts = pane.getByRole('list', { name: 'Texts of the file' });
  await expect(texts).toContainText('"class_type":"KSampler"');
  await pane.getByRole('searchbox', { name: 'Search the metadata' }).fill('watercolor');
  await expect(texts.locator('mark').first()).toHaveText('watercolor');
  await texts.locator('mark').first().scrollIntoViewIfNeeded();
  await photograph(filled, info, 'inside the file');
  await pane.getByRole('searchbox', { name: 'Search the metadata' }).fill('nowhere to be found');
  await expect(pane).toContainText('Neither key nor text says this.');
});

test('[V96] all of it can be done with the keyboard alone', async ({ filled }) => {
  const page = await openLibrary(filled);
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expect(page.getByRole('complementary', { name: 'Narrow the library' }).locator('input:focus')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(tokens(page)).toContainText('Tool A1111');
  await tokens(page).getByRole('button', { name: 'Remove Tool A1111' }).focus();
  await page.keyboard.press('Enter');
  await expect(tokens(page)).toBeHidden();
  await page.keyboard.press('o');
  await expect(page.getByRole('menu', { name: 'Order' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Order: Name, Z to A' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Name, descending' })).toBeVisible();
  await page.keyboard.press('v');
  // The new order has come: by name, from z on.
  await expect(pictureCells(page).first()).toHaveAttribute('aria-label', /^uncategorized-001/);
  await page.getByRole('grid', { name: 'Pictures' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toBeVisible();
  const name = await inspector(page).getByRole('heading', { level: 2 }).innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(inspector(page).getByRole('heading', { level: 2 })).not.toHaveText(name);
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog', { name: /^Quick look at/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
});

test('[V97] [D262] a search is kept under a name, asked again by a click, and forgotten with a way back', async ({ filled }) => {
  const page = await openLibrary(filled);
  await facet(page, 'Tool').getByText('A1111').click();
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Only A1111');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('navigation', { name: 'Saved searches' });
  await expect(saved).toContainText('Only A1111');
  await page.waitForTimeout(700);
  await page.reload();
  await saved.getByRole('button', { name: 'Only A1111', exact: true }).click();
  await expect(pictureCells(page)).toHaveCount(2);
  await expect(tokens(page)).toContainText('Tool A1111');
  await saved.getByRole('button', { name: 'Forget Only A1111' }).click();
  await expect(saved).toBeHidden();
  await message(page, /is forgotten/).locator('xpath=ancestor-or-self::*[.//button][1]').getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toContainText('Only A1111');
  // By undo as well, in its turn.
  await saved.getByRole('button', { name: 'Forget Only A1111' }).click();
  await page.keyboard.press('Control+z');
  await expect(saved).toContainText('Only A1111');
  await page.keyboard.press('Control+Shift+z');
  await expect(saved).toBeHidden();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.waitForTimeout(700);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[V98] in ${theme}, nothing in the library stands in anyone’s way`, async ({ filled }, info) => {
    await filled.app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    const page = await openLibrary(filled);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await obstacles(filled);
      await photograph(filled, info, `${theme} ${what}`);
    };
    await facet(page, 'Tool').getByText('A1111').click();
    await expect(tokens(page)).toBeVisible();
    await look('tokens');
    await page.getByRole('button', { name: 'Save search' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
    await look('saving');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: /^Order: / }).click();
    await expect(page.getByRole('menu', { name: 'Order' })).toBeVisible();
    await look('orders');
    await page.keyboard.press('Escape');
    await pictureCell(page, /cathedral$/).click();
    await inspector(page).getByRole('button', { name: /^Inside the file/ }).click();
    await expect(page.getByRole('list', { name: 'Texts of the file' })).toBeVisible();
    await look('inspector');
    await page.getByRole('radio', { name: 'List' }).click();
    await expect(page.getByRole('grid', { name: 'Pictures' }).getByRole('row')).toHaveCount(4);
    await look('list');
    await page.getByRole('radio', { name: 'Grid' }).click();
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}
