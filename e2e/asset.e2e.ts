import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { filesBelow } from '../src/main/testing/trees';
import { expect, test } from './support/filled';
import { photograph } from './support/test';
import { go, inspector, pictureCell, story } from './support/window';

test('[V21] opening a picture shows it, its prompt, seed and model, and why it lies where it lies', async ({ filled }, info) => {
  const { page, folders } = filled;
  await go(page, 'Library');
  await pictureCell(page, /^harbor-001\.png/).click();
  const pane = inspector(page);
  await expect(pane.getByRole('img', { name: /^[1-5] of 5 stars, measured$/ })).toBeVisible();
  await expect(pane).toContainText('a lighthouse on a cliff, storm light');
  await expect(pane).toContainText('18446744073709551615');
  await expect(pane).toContainText('dreamshaperXL_v21');
  await expect(pane).toContainText('blurry, watermark');
  await expect(pane).toContainText('384 × 256');
  await expectDrawn(pane.getByRole('button', { name: /^Quick look at/ }).locator('img'));

  const chain = pane.getByRole('list', { name: 'Why is this file here?' }).getByRole('listitem');
  await expect(chain).toHaveText([/Seen in the inbox/, /Found in the inbox.*Folder harbor gave the project/, /Recognised as A1111/, /Rated \w+ stars?.*BRISQUE/, /Filed as harbor-001\.png/]);
  const where = filesBelow(folders.organized).find((path) => path.endsWith('harbor-001.png'));
  await expect(pane.getByRole('region', { name: 'Path' })).toHaveText(join(folders.organized, where!));
  await chain.last().scrollIntoViewIfNeeded();
  await photograph(filled, info, 'why here');

  // Each step of the chain is a way to its event in the timeline.
  await chain.nth(2).getByRole('button').click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('asset.processed');
  await expect(story(page, /harbor-001\.png filed/)).toHaveAttribute('aria-expanded', 'true');
});

test('[V21] what another tool wrote is read, and what nobody wrote is not made up', async ({ filled }) => {
  const { page } = filled;
  await go(page, 'Library');
  await pictureCell(page, /cathedral$/).click();
  await expect(inspector(page)).toContainText('salt cathedral under ground');
  await expect(inspector(page).getByRole('heading', { name: 'ComfyUI' })).toBeVisible();
  await pictureCell(page, /uncategorized$/).click();
  await expect(inspector(page).getByRole('heading', { name: 'Unknown' })).toBeVisible();
  await expect(inspector(page)).not.toContainText('Seed');
  await expect(inspector(page)).toContainText('Nothing in the file tells which tool made it');
});

test('[V22] quick look shows the whole picture and walks along the library by keys', async ({ filled }, info) => {
  const { page } = filled;
  await go(page, 'Library');
  await pictureCell(page, /^harbor-001\.png/).click();
  await page.keyboard.press('Space');
  const look = page.getByRole('dialog', { name: 'Quick look at harbor-001.png' });
  await expectDrawn(look.getByRole('img', { name: 'harbor-001.png' }));
  await photograph(filled, info, 'quick look');
  const before = await look.getByText(/^\d of 4$/).innerText();
  await page.keyboard.press(before.startsWith('4') ? 'ArrowLeft' : 'ArrowRight');
  await expect(page.getByRole('dialog', { name: /^Quick look at/ }).getByText(/^\d of 4$/)).not.toHaveText(before);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('[V22] the library narrows by stars, tool, project and text, and comes back', async ({ filled }) => {
  const { page } = filled;
  await go(page, 'Library');
  const cells = page.getByRole('grid', { name: 'Pictures' }).getByRole('gridcell');
  await expect(cells).toHaveCount(4);
  await page.getByRole('group', { name: 'Tool' }).getByText('A1111').click();
  await expect(cells).toHaveCount(2);
  await page.keyboard.press('/');
  await page.keyboard.type('paper boats');
  await expect(cells).toHaveCount(1);
  await page.keyboard.type(' nowhere');
  await expect(page.getByRole('heading', { name: 'No pictures match' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(cells).toHaveCount(4);
  await page.getByRole('navigation', { name: 'Projects' }).getByRole('button', { name: /^cathedral/ }).click();
  await expect(cells).toHaveCount(1);
});

/** The pixels have come and can be drawn, not only the element. */
async function expectDrawn(image: Locator): Promise<void> {
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
}
