import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { picturesSaying } from '../src/main/testing/hostile/naughty-pictures';
import { asFileName, chosenNaughtyStrings } from '../src/main/testing/hostile/naughty-strings';
import type { Alice } from './support/alice';
import { dragOver } from './support/drag';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, lane, message, pictureCells, type Place, stories } from './support/window';

/** A window holds a batch at a time: all of them when `ALICE_NAUGHTY` is `all`, else as many as a short story may have. */
const all = process.env['ALICE_NAUGHTY'] === 'all';
const batchSize = 60;
const chosen = chosenNaughtyStrings();
const count = all ? Math.ceil(chosen.length / batchSize) : 1;
const batches = Array.from({ length: count }, (_, i) => chosen.slice(i * batchSize, (i + 1) * batchSize));

/** Answers the next dialog in the person's stead. */
async function answerDialogs({ app }: Alice, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] });
  }, filePaths);
}

/** Counts what the page's policy refused, from the first moment of the page on. */
async function countViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { refused: [] });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile }) => {
      (Reflect.get(window, 'refused') as string[]).push(`${effectiveDirective} ${sourceFile}`);
    });
  });
  await page.reload();
}

/** Elements that only markup from a file could have made. */
const markupElements = [
  'script:not([src], head > #language)', 'iframe', 'object', 'embed', 'base', 'plaintext', '[onerror]', '[onload]', '[onfocus]', 'img[src="x"]',
  'a[href^="javascript"]', 'a[href^="http"]',
].join(', ');

/** Nothing ran, nothing was refused, no markup became an element, and nothing hangs out of the window. */
async function expectOnlyText({ page }: Alice, where: string): Promise<void> {
  const seen = await page.evaluate((made) => ({
    ran: 'ran' in window,
    refused: Reflect.get(window, 'refused') as unknown,
    elements: document.querySelectorAll(made).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    lost: document.body.innerText.trim() === '',
  }), markupElements);
  expect(seen, where).toEqual({ ran: false, refused: [], elements: 0, overflow: 0, lost: false });
}

/** Steps through a list with the keyboard, so that every row of it has been on the screen, and opens each that can be opened. */
async function walk(alice: Alice, where: string, rows: number, open: string | null): Promise<void> {
  for (let i = 0; i < rows; i += 1) {
    await alice.page.keyboard.press('ArrowDown');
    if (open !== null && i % 5 === 0) {
      await alice.page.keyboard.press(open);
      await expectOnlyText(alice, `${where}, row ${i}`);
    }
  }
  await expectOnlyText(alice, where);
}

for (const [number, batch] of batches.entries()) {
  test(`[V60] naughty strings in every field stay text in every view (${number + 1} of ${batches.length})`, async ({ open, folders }) => {
    test.setTimeout(180_000);
    const png = await picture(7, { width: 96, height: 80 });
    const jpeg = new Uint8Array(await sharp(png).jpeg().toBuffer());
    let filed = 0;
    for (const [i, text] of batch.entries()) {
      const name = asFileName(text);
      const pictures = picturesSaying(text, { png, jpeg });
      put(join(folders.inbox, `${name.slice(0, 40)} ${i}`, `${name}.png`), pictures[i % pictures.length] ?? png);
      filed += 1;
      if (i % 6 === 0) put(join(folders.inbox, `${name}.txt.png`), `no picture: ${text}`);
    }
    const aside = Math.ceil(batch.length / 6);
    const alice = await open();
    const { page } = alice;
    await countViolations(page);
    await go(page, 'Inbox');
    await expect(lane(page, 'Done')).toContainText(String(filed), { timeout: 90_000 });
    await expect(lane(page, 'Set aside')).toContainText(String(aside), { timeout: 30_000 });
    await expectOnlyText(alice, 'inbox');
    await lane(page, 'Set aside').click();
    await page.getByRole('grid', { name: 'Files in the inbox' }).getByRole('row').last().click();
    await walk(alice, 'set aside', aside, null);

    await go(page, 'Timeline');
    await stories(page).first().click();
    await walk(alice, 'timeline', Math.min(batch.length, 60), 'Enter');
    await page.keyboard.press('Escape');

    await go(page, 'Library');
    await pictureCells(page).first().click();
    for (let i = 0; i < Math.min(filed, 60); i += 1) {
      await page.keyboard.press('ArrowRight');
      if (i % 6 !== 0) continue;
      await expectOnlyText(alice, `library, picture ${i}`);
      await page.keyboard.press('Space');
      await expectOnlyText(alice, `quick look, picture ${i}`);
      await page.keyboard.press('Escape');
    }
    for (const place of ['System', 'Inbox', 'Timeline', 'Library'] as readonly Place[]) {
      await go(page, place);
      await expectOnlyText(alice, place);
    }
    // What cannot be added is said in messages, with the name as it is.
    const links = batch.slice(0, 3).map((text) => {
      const link = join(folders.desk, `${asFileName(text)}.png`);
      symlinkSync('/nowhere', link);
      return link;
    });
    await (await dragOver(page, links)).drop();
    await expect(message(page, /is a link or device, not a file, and was not added/).first()).toBeVisible();
    await expectOnlyText(alice, 'messages');
    await page.setViewportSize({ width: 800, height: 600 }).catch(() => undefined);
    await expectOnlyText(alice, 'narrow');
  });
}

test('[V60] the first run shows folders of naughty names as text', async ({ open, folders }) => {
  const name = '"><img src=x onerror=window.ran=1> \u202egnp {{7*7}} <b>';
  const alice = await open([]);
  const { page } = alice;
  for (const group of ['Inbox folder', 'Organized folder']) {
    const folder = join(folders.home, name, group);
    mkdirSync(folder, { recursive: true });
    await answerDialogs(alice, [folder]);
    await page.getByRole('button', { name: 'Choose…' }).click();
    await expect(page.getByRole('group', { name: group })).toHaveText(folder);
    const seen = await page.evaluate(() => ({
      ran: 'ran' in window,
      images: document.querySelectorAll('img[src="x"]').length,
      overflow: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(seen).toEqual({ ran: false, images: 0, overflow: 0 });
    if (group === 'Inbox folder') await page.getByRole('button', { name: /^Continue/ }).click();
  }
});
