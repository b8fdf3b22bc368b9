import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../src/main/testing/trees';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inspector, message, pictureCell, story } from './support/window';

test('[D125] [D164] [D165] an address and a picture that are pasted are filed, tell where they are from, and can be stopped; a page is refused in a sentence', async ({ alice, folders }, info) => {
  const { app, page } = alice;
  const bytes = Buffer.from(await picture(41));
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/slow') === true) {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '4200000' }).write(bytes);
      return;
    }
    const isPicture = request.url?.startsWith('/sea') === true;
    response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html' }).end(isPicture ? bytes : '<p>');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const site = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    await app.evaluate(async ({ clipboard }, link) => { await clipboard.writeText(link); }, `${site}/sea.png?token=secret`);
    await page.keyboard.press('Control+v');
    await expect(message(page, 'sea.png added to the inbox')).toBeVisible();
    await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
    expect(readFileSync(join(folders.inbox, 'sea.png')).equals(bytes)).toBe(true);

    await app.evaluate(async ({ clipboard }, link) => { await clipboard.writeText(link); }, `${site}/page`);
    await page.keyboard.press('Control+v');
    await expect(message(page, /was not added: what lies there is no picture or video/)).toBeVisible();

    const other = (await picture(42)).toString('base64');
    await page.evaluate((png) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, other);
    await expect(message(page, /^pasted .*\.png added to the inbox$/)).toBeVisible();
    await expect(story(page, /uncategorized-00\d\.png filed/)).toHaveCount(2);
    expect(filesBelow(folders.inbox)).toHaveLength(2);

    await go(page, 'Inbox');
    await app.evaluate(async ({ clipboard }, link) => { await clipboard.writeText(link); }, `${site}/slow.png`);
    await page.keyboard.press('Control+v');
    const fetching = page.getByRole('region', { name: 'Being fetched' });
    await expect(fetching).toContainText('of 4.2 MB');
    await photograph(alice, info, 'fetching');
    await fetching.getByRole('button', { name: 'Stop fetching slow.png' }).click();
    await expect(message(page, /was not added: it was stopped\. Nothing of it is left in the inbox\.$/)).toBeVisible();
    await expect(fetching).toBeHidden();
    expect(filesBelow(folders.inbox)).toHaveLength(2);
    await go(page, 'Library');
    // The newest stands first.
    await pictureCell(page, /^uncategorized-00/).last().click();
    await expect(inspector(page).getByRole('region', { name: 'Fetched from' })).toContainText(`${site}/sea.png`);
    await expect(inspector(page).getByText('secret')).toHaveCount(0);
    await pictureCell(page, /^uncategorized-00/).first().click();
    await expect(inspector(page).getByRole('region', { name: 'Path' })).toBeVisible();
    await expect(inspector(page).getByRole('region', { name: 'Fetched from' })).toHaveCount(0);
  } finally {
    server.close();
  }
});
