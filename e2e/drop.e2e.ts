import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import { dragFromBrowser, dragOver } from './support/drag';
import { put } from './support/folders';
import { a1111Picture, picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, message, pictureCell, pictureCells, story } from './support/window';

test('[A22] files and a folder that are dropped on the window are filed, and the originals stay as they were', async ({ alice, folders }, info) => {
  const { page } = alice;
  const loose = put(join(folders.desk, 'loose.png'), await a1111Picture(11));
  const inFolder = put(join(folders.desk, 'voyage', 'sail.png'), await picture(12));
  const deeper = put(join(folders.desk, 'voyage', 'night', 'stars.png'), await picture(13));
  const originals = [loose, inFolder, deeper];
  const before = originals.map((path) => ({ hash: hashOf(readFileSync(path)), changed: statSync(path).mtimeMs }));

  const held = await dragOver(page, [loose, join(folders.desk, 'voyage')]);
  await expect(page.getByRole('heading', { name: 'Drop to add all 2 to the inbox' })).toBeVisible();
  await expect(page.getByText('They are copied; the originals stay where they are.')).toBeVisible();
  await photograph(alice, info, 'dragging');
  await held.drop();
  await expect(page.getByRole('heading', { name: /^Drop/ })).toBeHidden();
  await expect(message(page, '3 files copied to the inbox')).toBeVisible();

  await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
  await expect(story(page, /voyage-00\d\.png filed/)).toHaveCount(2);
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(3);
  await expect(pictureCell(page, /, voyage$/)).toHaveCount(2);

  const filed = filesBelow(folders.organized).map((path) => hashOf(readFileSync(join(folders.organized, path))));
  expect(filed.sort()).toEqual(before.map(({ hash }) => hash).sort());
  expect(originals.map((path) => ({ hash: hashOf(readFileSync(path)), changed: statSync(path).mtimeMs }))).toEqual(before);
});

test('[A22] [D213] a drag that goes away again leaves nothing; a picture of a page is taken, and no private address', async ({ alice, folders }) => {
  const { page } = alice;
  const held = await dragOver(page, [put(join(folders.desk, 'loose.png'), await picture(14))]);
  await expect(page.getByRole('heading', { name: 'Drop to add it to the inbox' })).toBeVisible();
  await held.takeAway();
  await expect(page.getByRole('heading', { name: /^Drop/ })).toBeHidden();
  expect(filesBelow(folders.inbox)).toEqual([]);

  // A picture out of a page, which its link does not lead to; then a link that a page could have set a trap with.
  const bytes = await picture(18);
  const html = `<a href="https://gallery.example/7"><img src="data:image/png;base64,${bytes.toString('base64')}"></a>`;
  const fromPage = await dragFromBrowser(page, { 'text/uri-list': 'https://gallery.example/7', 'text/html': html });
  await expect(page.getByRole('heading', { name: /^Drop/ })).toBeVisible();
  await fromPage.drop();
  await expect(message(page, /\.png added to the inbox$/)).toBeVisible();
  await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
  const [filed] = filesBelow(folders.organized);
  expect(readFileSync(join(folders.organized, filed!)).equals(bytes)).toBe(true);
  await (await dragFromBrowser(page, { 'text/uri-list': 'http://127.0.0.1:9/private.png' })).drop();
  await expect(message(page, /was not added/)).toBeVisible();
});

test('[A22] the drop zone goes with the drag also when a picture arrives beneath it', async ({ alice, folders }) => {
  const { page } = alice;
  await go(page, 'Library');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  const held = await dragOver(page, [put(join(folders.desk, 'loose.png'), await picture(16))]);
  put(join(folders.inbox, 'arriving.png'), await picture(17));
  await expect(pictureCells(page)).toHaveCount(1);
  await held.moveABit();
  await held.takeAway();
  await expect(page.getByRole('heading', { name: /^Drop/ })).toBeHidden();
});

test('[A23] what cannot be added is said, one sentence each, and does not keep the rest from being added', async ({ alice, folders }, info) => {
  const { page } = alice;
  const good = put(join(folders.desk, 'good.png'), await picture(15));
  const link = join(folders.desk, 'link.png');
  symlinkSync(good, link);

  await (await dragOver(page, [link, folders.inbox, folders.root, good])).drop();
  await expect(message(page, 'link.png is a link or device, not a file, and was not added.')).toBeVisible();
  await expect(message(page, 'inbox lies in the inbox already.')).toBeVisible();
  await expect(message(page, /^alice-e2e-\w+ contains the inbox itself and was not added\.$/)).toBeVisible();
  await expect(message(page, '1 file copied to the inbox')).toBeVisible();
  await photograph(alice, info, 'problems');
  await expect(story(page, /uncategorized-001\.png filed/)).toBeVisible();
  expect(filesBelow(folders.inbox)).toEqual(['good.png']);
});
