import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../src/main/testing/trees';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { message, story } from './support/window';

test('[D125] an address and a picture that are pasted are filed; a page is refused in a sentence', async ({ alice, folders }) => {
  const { app, page } = alice;
  const bytes = Buffer.from(await picture(41));
  const server = createServer((request, response) => {
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
  } finally {
    server.close();
  }
});
