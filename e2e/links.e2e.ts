import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../src/main/testing/trees';
import { startInTerminal } from './support/alice';
import { expectFilled, fillInbox } from './support/filled';
import { expect, test } from './support/test';
import { go, inspector, message, pictureCell, story } from './support/window';

test('[D2] [D214] [D215] [D216] [D222] a link that is followed while Alice is open brings her window to the picture, and one that leads nowhere says so', async ({ open, folders }) => {
  await fillInbox(folders);
  const alice = await open();
  await expectFilled(alice);
  await go(alice.page, 'Timeline');
  const hash = hashOf(readFileSync(join(folders.inbox, 'harbor', 'one.png')));
  const second = startInTerminal(folders, [`alice://asset/${hash}`]);
  await expect(inspector(alice.page).getByRole('heading', { level: 2 })).toHaveText('harbor-001.png');
  second.child.kill();
  const third = startInTerminal(folders, [`alice://asset/${'0'.repeat(64)}`]);
  await expect(message(alice.page, 'The picture of this link is not in this library.')).toBeVisible();
  third.child.kill();

  // The link that the inspector gives is the one that leads here; the menu of a picture does the same.
  const { app, page } = alice;
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  await inspector(page).getByRole('button', { name: 'Copy the link' }).click();
  await expect.poll(clipboard).toBe(`alice://asset/${hash}`);
  await inspector(page).getByRole('button', { name: 'Copy the picture' }).click();
  await expect(message(page, 'The picture is on the clipboard. Paste it into another program.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard: board }) => {
    const { readImage } = board as unknown as { readImage: () => Electron.NativeImage };
    return readImage.call(board).getSize();
  });
  expect(copied.width).toBeGreaterThan(100);
  const shown = await app.evaluateHandle(({ Menu }) => {
    const menus: string[][] = [];
    Menu.prototype.popup = function popup() {
      const all = (items: Electron.MenuItem[]): Electron.MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
      const items = all(this.items);
      menus.push(items.filter(({ enabled, type }) => enabled && type !== 'separator').map(({ label }) => label));
      items.find(({ label }) => label === 'Three Stars')?.click();
    };
    return menus;
  });
  await pictureCell(page, /^canal-001/).click({ button: 'right' });
  await expect.poll(() => shown.evaluate((menus) => menus.at(-1)))
    .toEqual(expect.arrayContaining(['Open', 'Three Stars', 'Copy the Picture', 'Copy Link', 'Show in Its Folder']));
  await expect(pictureCell(page, /^canal-001.*3 of 5 stars, your rating/)).toBeVisible();
  await page.getByRole('searchbox').first().click({ button: 'right' });
  await expect.poll(() => shown.evaluate((menus) => menus.at(-1))).toEqual(expect.arrayContaining(['Paste']));

  await go(page, 'Timeline');
  await story(page, /canal-001\.png filed/).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect.poll(clipboard).toMatch(/^alice:\/\/event\/[0-9a-f-]{36}$/);
  const next = page.getByRole('button', { name: 'Next event' });
  await expect(next).toBeDisabled();
  await next.focus();
  await expect(next).toBeFocused();
  await next.hover();
  await expect(page.getByRole('tooltip')).toContainText('This is the last event of its story');

  await go(page, 'Library');
  const fourth = startInTerminal(folders, [await clipboard()]);
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText((await clipboard()).slice('alice://event/'.length));
  fourth.child.kill();
});
