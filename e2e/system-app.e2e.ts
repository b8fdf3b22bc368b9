import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hashOf } from '../src/main/testing/trees';
import { ofText } from '../src/shared/ipc/json-text';
import { type Alice, startInTerminal } from './support/alice';
import { dragOver } from './support/drag';
import { expectFilled, fillInbox } from './support/filled';
import { put } from './support/folders';
import { brokenPicture, picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inspector, lane, message, pictureCell } from './support/window';

/** A page that died is of no use to the test tool any more: its window is asked by way of the main process. */
const inPage = ({ app }: Alice, script: string) =>
  app.evaluate(async ({ BrowserWindow }, text) => {
    const [window] = BrowserWindow.getAllWindows();
    // A page that dies over a question never answers it.
    const late = new Promise((resolve) => { setTimeout(resolve, 500, null); });
    return Promise.race([window?.webContents.executeJavaScript(text).catch(() => null) as Promise<unknown>, late]);
  }, script);
const textOf = (alice: Alice, selector: string) => inPage(alice, `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
const die = ({ app }: Alice) =>
  app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(); });

test('[D112] [D113] [D116] a window that dies comes back as it was, then afresh, then as a plain page that leads on; the next start says so', async ({ open, folders }) => {
  await fillInbox(folders);
  const alice = await open();
  await expectFilled(alice);
  await go(alice.page, 'Library');
  await pictureCell(alice.page, /^canal-001/).click();
  await expect(inspector(alice.page).getByRole('heading', { level: 2 })).toHaveText('canal-001.png');
  // What is in view is kept a moment after it changed.
  await alice.page.waitForFunction(() => sessionStorage.getItem('view')?.includes('"open":"') === true);

  await die(alice);
  await expect.poll(() => textOf(alice, '[aria-label="Inspector"] h2')).toBe('canal-001.png');
  expect(await textOf(alice, '[aria-label="Messages"]')).toContain('opened again where you were');
  for (let times = 0; times < 2; times += 1) {
    await die(alice);
    await expect.poll(() => textOf(alice, '[aria-label="Messages"]')).toContain('opened afresh');
    expect(await textOf(alice, '[aria-label="Inspector"] h2')).toBe('');
  }
  await die(alice);
  await expect.poll(() => textOf(alice, 'h1')).toBe('Alice’s window stopped several times within a minute');
  await alice.app.evaluate(({ shell }) => {
    Object.assign(shell, { openPath: async (path: string) => {
      Reflect.set(globalThis, 'opened', path);
      return '';
    } });
  });
  const follow = (words: string) => inPage(alice, `[...document.links].find((link) => link.textContent === ${JSON.stringify(words)}).click()`);
  await follow('Open crash reports');
  await expect.poll(() => alice.app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toBe(join(folders.data, 'window', 'crash-reports'));
  await follow('Open the window again');
  await expect.poll(() => textOf(alice, 'main h1')).not.toContain('stopped');
  // It dies once more, right before the end: of that the next start tells.
  const deaths = () => readFileSync(join(folders.data, 'window', 'logs', 'alice.log'), 'utf8').match(/The window died: /g)?.length;
  const before = deaths() ?? 0;
  await die(alice);
  await expect.poll(deaths).toBeGreaterThan(before);
  await alice.app.evaluate(({ app }) => { app.exit(0); }).catch(() => undefined);
  await alice.quit();

  const next = await open();
  await expect(message(next.page, /^Something went wrong in Alice last time/)).toBeVisible();
  const third = readFileSync(join(folders.data, 'window', 'logs', 'alice.log'), 'utf8');
  expect(third.match(/The window died: /g)?.length).toBeGreaterThanOrEqual(4);
});

/** Puts a stand-in for a tray, and for a desktop without quiet, where the session bus would be asked. */
function withTrayHost(folder: string): () => void {
  const program = join(folder, 'gdbus');
  writeFileSync(program, '#!/bin/sh\ncase "$*" in *NameHasOwner*) echo "(true,)";; *) echo "(<false>,)";; esac\n');
  chmodSync(program, 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}${delimiter}${before ?? ''}`;
  return () => { process.env['PATH'] = before; };
}

test('[D105] [D106] [D107] [D118] [D182] [D191] closed to the tray, Alice files on, tells what came of it, and opens where a notification, a link or the menu leads', async ({ open, folders }) => {
  put(join(folders.inbox, 'harbor', 'one.png'), await picture(1));
  const restore = withTrayHost(folders.home);
  const alice = await open();
  restore();
  await go(alice.page, 'Inbox');
  await expect(lane(alice.page, 'Done')).toContainText('1');
  await alice.app.evaluate(({ Notification }) => {
    const shown: { title: string; click: () => void }[] = [];
    Reflect.set(globalThis, 'shown', shown);
    Object.assign(Notification, { isSupported: () => true });
    Object.assign(Notification.prototype, { show(this: Electron.Notification) { shown.push({ title: this.title, click: () => this.emit('click') }); } });
  });
  await alice.app.evaluate(({ Tray }) => {
    Object.assign(Tray.prototype, { setContextMenu: (menu: Electron.Menu) => { Reflect.set(globalThis, 'trayMenu', menu); } });
  });
  const titles = () => alice.app.evaluate(() => (Reflect.get(globalThis, 'shown') as { title: string }[]).map(({ title }) => title));
  const windows = () => alice.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const look = (looking: boolean) => alice.app.evaluate(({ BrowserWindow }, is) => {
    Object.assign(BrowserWindow.getAllWindows()[0] ?? {}, { isFocused: () => is });
  }, looking);

  // Nothing is told while somebody looks.
  await look(true);
  put(join(folders.inbox, 'two.png'), await picture(2));
  await expect(lane(alice.page, 'Done')).toContainText('2');
  await expect(message(alice.page, /file filed|files filed/).first()).toBeVisible();
  // The run is over a moment after nothing was left to do.
  await alice.page.waitForTimeout(2_000);
  expect(await titles()).toEqual([]);

  // The menu in the tray pauses and resumes, and says which.
  const tray = (press: boolean) => alice.app.evaluate((_, pressed) => {
    const { items } = Reflect.get(globalThis, 'trayMenu') as Electron.Menu;
    if (pressed) items.find(({ label }) => label === 'Watch the Inbox')?.click();
    return items[0]?.label;
  }, press);
  for (const [before, then] of [['Everything is filed', 'Watching is paused'], ['Paused', 'Watching the inbox']] as const) {
    await expect.poll(() => tray(false)).toBe(before);
    await tray(true);
    await expect(alice.page.getByText(then)).toBeVisible();
  }

  await alice.page.evaluate(() => window.alice.call('settings/change', { key: 'keep_in_tray', value: true }));
  await alice.page.close();
  expect(await windows()).toBe(0);
  put(join(folders.inbox, 'three.png'), await picture(3));
  put(join(folders.inbox, 'broken.png'), await brokenPicture(4));
  await expect.poll(titles, { timeout: 20_000 }).toEqual(['1 file filed, 1 set aside']);

  const [back] = await Promise.all([
    alice.app.waitForEvent('window'),
    alice.app.evaluate(() => { (Reflect.get(globalThis, 'shown') as { click: () => void }[])[0]?.click(); }),
  ]);
  await expect(back.getByRole('heading', { level: 1 })).toHaveText('Inbox');

  await back.close();
  const hash = hashOf(readFileSync(join(folders.inbox, 'harbor', 'one.png')));
  const [led] = await Promise.all([
    alice.app.waitForEvent('window'),
    Promise.resolve(startInTerminal(folders, [`alice://asset/${hash}`])),
  ]);
  await expect(inspector(led).getByRole('heading', { level: 2 })).toHaveText('harbor-001.png');

  // In the menu stands what can be done: in the library its pictures are rated; without a window it is opened for what is chosen.
  const inMenu = (id: string) => alice.app.evaluate(({ Menu }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    return [item?.enabled, item?.checked];
  }, id);
  await expect.poll(() => inMenu('library.rate-5')).toEqual([true, false]);
  expect(await inMenu('go.library')).toEqual([true, true]);
  await led.keyboard.press('Control+k');
  await expect(led.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expect.poll(() => inMenu('library.rate-5')).toEqual([false, false]);
  await led.close();
  await expect.poll(() => inMenu('go.care')).toEqual([true, false]);
  expect(await inMenu('library.rate-5')).toEqual([false, false]);
  const [wished] = await Promise.all([
    alice.app.waitForEvent('window'),
    alice.app.evaluate(({ Menu }) => { Menu.getApplicationMenu()?.getMenuItemById('go.care')?.click(); }),
  ]);
  await expect(wished.getByRole('heading', { level: 1 })).toHaveText('Care');
});

test('[D110] [D111] [D160] [D162] [D259] pictures are dragged out of the window as their files, or copied, one or all that are chosen; let go over it they are not added again, over a project they are given to it', async ({ open, folders }) => {
  await fillInbox(folders);
  const alice = await open();
  await expectFilled(alice);
  const { page, app } = alice;
  await go(page, 'Library');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const drags: { files: readonly string[]; width: number }[] = [];
    Reflect.set(globalThis, 'drags', drags);
    Object.assign(window?.webContents ?? {}, { startDrag: ({ files = [], icon }: Electron.Item) => {
      drags.push({ files, width: typeof icon === 'string' ? 0 : icon.getSize().width });
    } });
  });
  const drags = () => app.evaluate(() => Reflect.get(globalThis, 'drags') as { files: string[]; width: number }[]);
  const drag = async (name: RegExp) => {
    const box = await pictureCell(page, name).boundingBox();
    if (box === null) throw new Error(`${name.source} is not in sight.`);
    await page.mouse.move(box.x + 40, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 80, { steps: 4 });
    await page.mouse.up();
  };
  await drag(/^harbor-001/);
  await expect.poll(drags).toHaveLength(1);
  const [first] = await drags();
  expect(first?.files.map((file) => file.split('/').at(-1))).toEqual(['harbor-001.png']);
  expect(first?.width).toBeGreaterThan(40);
  expect(hashOf(readFileSync(first?.files[0] ?? ''))).toBe(hashOf(readFileSync(join(folders.inbox, 'harbor', 'one.png'))));

  await page.getByRole('grid', { name: 'Pictures' }).press('Control+a');
  await drag(/^canal-001/);
  await expect.poll(drags).toHaveLength(2);
  expect((await drags())[1]?.files).toHaveLength(4);
  // By key: the files themselves, and where one lies.
  await app.evaluate(({ shell }) => { Object.assign(shell, { showItemInFolder: (path: string) => { Reflect.set(globalThis, 'revealed', path); } }); });
  await page.getByRole('grid', { name: 'Pictures' }).press('Control+a');
  await page.getByRole('grid', { name: 'Pictures' }).press('Control+c');
  await expect(message(page, /^4 files on the clipboard/)).toBeVisible();
  await page.getByRole('grid', { name: 'Pictures' }).press('Control+Shift+R');
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'revealed') as unknown)).toMatch(/-001\.png$/);
  const held = await dragOver(page, first?.files ?? []);
  await held.drop();
  await expect(message(page, 'harbor-001.png lies in your library already.')).toBeVisible();
  // What was handed out last are all four; one of them is let go on a project, which moves its file there.
  const row = page.getByRole('navigation', { name: 'Projects' }).getByRole('button', { name: /^canal/ });
  const place = (await row.boundingBox())!;
  await page.evaluate(() => window.alice.call('settings/change', { key: 'preview_before_adding', value: true }));
  const overProject = await dragOver(page, first?.files ?? [], { x: place.x + 40, y: place.y + 10 });
  await expect(page.getByRole('region', { name: /Drop on a project|Or drop on a project/ }).getByText('canal')).toBeVisible();
  await overProject.drop();
  const preview = page.getByRole('dialog', { name: 'Preview before anything moves to canal' });
  await expect(preview.getByRole('row', { name: /harbor-001\.png.*Moved.*canal-002\.png.*From .*harbor/ })).toBeVisible();
  await expect(pictureCell(page, /^harbor-001\.png.*, harbor$/)).toHaveCount(1);
  await preview.getByRole('button', { name: 'Move 1 picture' }).click();
  await expect(message(page, '1 picture on the way to canal')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Projects' }).getByRole('button', { name: /^canal ?2/ })).toBeVisible();
  await expect(pictureCell(page, /^canal-002\.png.*, canal$/)).toBeVisible();
  await expect(message(page, '1 picture moved to another project')).toBeVisible();
  // It says on which board it stands, and leads there.
  await pictureCell(page, /^canal-002\.png/).click();
  await inspector(page).getByRole('button', { name: 'On the board of canal, in In progress' }).press('Enter');
  await expect(page.getByRole('listbox', { name: 'Cards of In progress' }).getByRole('option', { name: /canal-002/ })).toBeFocused();
  const refused = ofText(await page.evaluate(() => window.alice.call('library/drag-out', { ids: [], content_hashes: ['f'.repeat(64)], area: null })));
  expect(refused).toEqual({ ok: false, sentence: 'What is not filed yet cannot be handed to another program.' });
});
