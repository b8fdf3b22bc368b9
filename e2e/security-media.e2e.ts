import { readFileSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { a1111Picture, picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inboxRow, inspector, pictureCell, story } from './support/window';

/** What the main process answers to an address of the window's own protocols. */
const answerTo = ({ app }: Alice, address: string): Promise<{ status: number; hash: string }> =>
  app.evaluate(async ({ session }, url) => {
    try {
      const response = await session.defaultSession.fetch(url);
      const bytes = await response.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { status: response.status, hash: bytes.byteLength === 0 ? '' : hash };
    } catch {
      return { status: 0, hash: '' };
    }
  }, address);

test('[A37] [A64] pictures are served by their hash alone: no path, other host or swapped link leads to another file', async ({ alice, folders }) => {
  const bytes = await picture(61);
  put(join(folders.inbox, 'harbor', 'one.png'), bytes);
  await expect(story(alice.page, /harbor-001\.png filed/)).toBeVisible();
  const hash = hashOf(bytes);
  expect(await answerTo(alice, `alice-media://picture/${hash}`)).toEqual({ status: 200, hash });
  const thumb = await answerTo(alice, `alice-media://thumb/${hash}`);
  expect(thumb.status).toBe(200);

  const secret = put(join(folders.desk, 'secret.png'), await picture(62));
  const paths = [
    `..${secret}`, `../../../../../..${secret}`, `%2e%2e${secret}`, `%2e%2e%2f%2e%2e${secret}`, `%252e%252e%252f${secret}`, `..%5c..%5csecret.png`,
    '..\\..\\secret.png', secret, `/${secret}`, encodeURIComponent(secret), `file://${secret}`, '//server/share/secret.png', '%5c%5cserver%5cshare',
    'C:/Windows/win.ini', `${hash}%00`, `${hash}/../${hash}`, `${hash}.png`, `${hash}/`, `${hash}?path=${secret}`, hash.toUpperCase(), hash.slice(1),
    `${hash}0`, 'g'.repeat(64), 'a'.repeat(40_000), '', '.', '..', '%', '%ff', `${hash}%20`, ' ', `./${hash}%2f..`,
  ];
  const got: string[] = [];
  const own = [hash, thumb.hash];
  for (const host of ['picture', 'thumb', 'other', '..', 'localhost', '']) {
    for (const path of host === 'picture' || host === 'thumb' ? paths : [...paths.slice(0, 8), hash]) {
      const { status, hash: body } = await answerTo(alice, `alice-media://${host}/${path}`);
      // An address that the browser tidies up to a plain id is that id; whatever comes must be one of the two pictures.
      if ((status === 200 || body !== '') && !own.includes(body)) got.push(`${host}/${path}`);
    }
  }
  for (const path of ['../package.json', '%2e%2e/main/index.js', '%2e%2e%2fmain%2findex.js', '..%5cmain%5cindex.js', '%252e%252e/main/index.js', '/etc/hostname', 'index.html%00.js']) {
    const { status, hash: body } = await answerTo(alice, `app://alice/${path}`);
    if (status === 200 || body !== '') got.push(`app/${path}`);
  }
  expect((await answerTo(alice, `app://other/index.html`)).status).not.toBe(200);
  expect(got).toEqual([]);
  // A hash that nothing is known of, however well it is formed, gives nothing.
  expect((await answerTo(alice, `alice-media://picture/${'0'.repeat(64)}`)).hash).toBe('');

  const filed = join(folders.organized, filesBelow(folders.organized)[0]!);
  renameSync(filed, `${filed}.kept`);
  symlinkSync(secret, filed);
  expect(await answerTo(alice, `alice-media://picture/${hash}`)).toEqual({ status: 404, hash: '' });
  unlinkSync(filed);
  renameSync(`${filed}.kept`, filed);
  // The same when not the file but a folder above it has become a link that leads out of the organized folder.
  const project = dirname(dirname(filed));
  const elsewhere = put(join(folders.desk, 'elsewhere', relative(project, filed)), await picture(63));
  renameSync(project, `${project}.kept`);
  symlinkSync(join(folders.desk, 'elsewhere'), project);
  expect(hashOf(readFileSync(filed))).toBe(hashOf(readFileSync(elsewhere)));
  expect(await answerTo(alice, `alice-media://picture/${hash}`)).toEqual({ status: 404, hash: '' });
  unlinkSync(project);
  renameSync(`${project}.kept`, project);
  expect(await answerTo(alice, `alice-media://picture/${hash}`)).toEqual({ status: 200, hash });
  expect(hashOf(readFileSync(filed))).toBe(hash);
});

test('[A38] markup in a file name, a folder name or a prompt is only ever text', async ({ alice, folders }) => {
  const { page } = alice;
  const name = '<img src=x onerror=alert(1)>.png';
  const project = '<b>bold<b> & "quoted"';
  const prompt = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">{{7*7}}';
  put(join(folders.inbox, project, name), await a1111Picture(63, { prompt, seed: '1', model: '<svg onload=window.ran=1>' }));
  await expect(story(page, /-001\.png filed/)).toBeVisible();
  await story(page, /-001\.png filed/).click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText(project);
  await go(page, 'Inbox');
  await expect(inboxRow(page, name)).toContainText(project);
  await go(page, 'Library');
  await pictureCell(page, /-001\.png/).click();
  await expect(inspector(page)).toContainText(prompt);
  await expect(inspector(page)).toContainText('<svg onload=window.ran=1>');
  await expect(page.getByRole('navigation', { name: 'Projects' })).toContainText(project);
  const traces = await page.evaluate(() => ({ ran: 'ran' in window, images: document.querySelectorAll('img[src="x"], [onerror], [onload]').length }));
  expect(traces).toEqual({ ran: false, images: 0 });
});
