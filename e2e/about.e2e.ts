import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { obstacles } from './support/obstacles';
import { expect, photograph, test } from './support/test';
import { message } from './support/window';

/** A release list on this machine, and how often it was asked for. */
async function releaseList() {
  const release = { version: '9.0.0', channel: 'stable', date: '2026-12-01', page: 'https://alice.example/9.0.0', notes: '## Boards\n- They have **lanes**.' };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ alice_releases: 1, releases: [release] }));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases.json`, asked, close: () => server.close() };
}

test('[D117] [R29] [D273] [D277] Help, About names and copies the versions, says whose work the rating is, and leads to the third-party notices; Release Notes say what is new, and a newer version is offered', async ({ alice }, info) => {
  const { app, page } = alice;
  const choose = (wanted: string) =>
    app.evaluate(({ Menu }, words) => {
      const help = Menu.getApplicationMenu()?.items.find(({ role }) => role?.toLowerCase() === 'help');
      help?.submenu?.items.find(({ label }) => label.startsWith(words))?.click();
    }, wanted);
  // The box is the system's, which no test can press: what it is told is looked at, and first its third, then its second button is pressed.
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: async (...given: unknown[]) => {
      Reflect.set(globalThis, 'box', given.at(-1));
      const response: unknown = Reflect.get(globalThis, 'press') ?? 2;
      Reflect.set(globalThis, 'press', 1);
      return { response, checkboxChecked: false };
    } });
  });
  await choose('About');
  const copied = () => app.evaluate(async ({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toMatch(/^Alice [\d.]+ \([\da-f]{12}.*\)\nElectron [\d.]+\nChromium [\d.]+\nNode\.js [\d.]+\nSQLite 3[\d.]+\nlibvips 8[\d.]+\n/);
  const [notices] = await Promise.all([app.waitForEvent('window'), choose('About')]);
  const { box, versions, version } = await app.evaluate(({ app: electron }) => ({
    box: Reflect.get(globalThis, 'box') as { message: string; detail: string; buttons: string[] }, versions: process.versions, version: electron.getVersion(),
  }));
  expect(box.message).toBe(`Alice ${version}`);
  expect(box.buttons).toEqual(['Close', 'Third-Party Notices', 'Copy Versions']);
  for (const words of [versions['electron'], versions['chrome'], versions.node, 'The University of Texas at Austin', 'OpenCV', 'IEEE Transactions on Image Processing']) {
    expect(box.detail).toContain(words);
  }

  await expect(notices.getByRole('heading', { level: 1 })).toHaveText('Third-party notices');
  for (const words of ['react-aria-components', 'Apache License', 'OpenCV Foundation', 'THE UNIVERSITY OF TEXAS AT AUSTIN SPECIFICALLY DISCLAIMS']) {
    await expect(notices.getByRole('main')).toContainText(words);
  }
  expect(await notices.evaluate(() => 'alice' in window)).toBe(false);
  for (const [theme, colour] of [['light', 'rgb(251, 251, 249)'], ['dark', 'rgb(19, 21, 21)']] as const) {
    await app.evaluate(({ nativeTheme }, source) => { nativeTheme.themeSource = source; }, theme);
    await expect(notices.locator('body')).toHaveCSS('background-color', colour);
  }

  await choose('Release Notes');
  const notes = page.getByRole('dialog', { name: 'Release notes' });
  await expect(notes.getByRole('heading', { level: 3 }).last()).toHaveText('0.1.0');
  await expect(notes.getByRole('heading', { level: 3, name: `${version} runs now` })).toBeVisible();
  await page.keyboard.press('End');
  await expect(notes.getByText('The first whole path')).toBeInViewport();
  expect(await obstacles(alice)).toEqual([]);
  await photograph(alice, info, 'release notes');
  await page.keyboard.press('Escape');

  const list = await releaseList();
  await choose('Look for Updates Now');
  await expect(page.getByText('There is no address of a release list to look at.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Address of the release list' });
  await field.fill('http://alice.example/releases.json');
  await field.press('Enter');
  await expect(page.getByText('A release list is read by https:// only.')).toBeVisible();
  await field.fill(list.address);
  await field.press('Enter');
  await expect(message(page, `Address of the release list: ${list.address}`)).toBeVisible();
  expect(list.asked).toEqual([]);
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(page.getByText('Alice 9.0.0 of 1 Dec 2026 can be had on alice.example.')).toBeVisible();
  expect(list.asked).toEqual(['/releases.json']);
  expect(await obstacles(alice)).toEqual([]);
  await page.getByRole('button', { name: 'What is in it' }).click();
  await expect(page.getByRole('dialog', { name: 'Alice 9.0.0' }).getByRole('listitem')).toHaveText('They have lanes.');
  expect(await obstacles(alice)).toEqual([]);
  await photograph(alice, info, 'newer version');
  await app.evaluate(({ shell }) => { Object.assign(shell, { openExternal: async (address: string) => { Reflect.set(globalThis, 'address', address); } }); });
  await page.getByRole('button', { name: 'Open its page on alice.example' }).click();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'address') as unknown)).toBe('https://alice.example/9.0.0');
  await page.getByRole('button', { name: 'Skip this version' }).click();
  await expect(page.getByText(/there is nothing newer than/)).toBeFocused();
  list.close();
});
