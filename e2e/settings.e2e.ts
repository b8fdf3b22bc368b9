import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { electronForPlaywright } from '../scripts/lib/electron-for-tests.mjs';
import { filesBelow } from '../src/main/testing/trees';
import { ofText } from '../src/shared/ipc/json-text';
import { type Alice, homeOf } from './support/alice';
import { type Folders, put } from './support/folders';
import { obstacles } from './support/obstacles';
import { a1111Picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, message, pictureCells } from './support/window';

const setting = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('button', { name });
const look = (page: Page) =>
  page.evaluate(() => {
    const { contrast, motion } = document.documentElement.dataset;
    return { contrast, motion, dark: matchMedia('(prefers-color-scheme: dark)').matches, ratio: Math.round(devicePixelRatio * 100) };
  });

/** Keys of the window itself, which those that Playwright sends to the page pass by. */
const zoom = ({ app }: Alice, keyCode: string) =>
  app.evaluate(({ BrowserWindow }, key) => {
    for (const type of ['keyDown', 'keyUp'] as const) {
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type, keyCode: key, modifiers: ['control'] });
    }
  }, keyCode);

/** The next answer of the system's dialogs, which nobody sees in a test. */
const answerDialogs = ({ app }: Alice, path: string) =>
  app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
  }, path);

test('[D100] a setting is found by its words, changed, undone, reset, and holds at the next start', async ({ open }, info) => {
  const first = await open();
  const { page } = first;
  await go(page, 'Library');
  await page.keyboard.press('Control+,');
  await page.getByRole('searchbox', { name: 'Search settings' }).fill('night');
  await expect(page.getByRole('main')).toContainText('1 found');
  await setting(page, 'Theme').getByRole('radio', { name: 'Dark' }).click();
  await expect(message(page, 'Theme: Dark')).toBeVisible();
  await expect.poll(() => look(page)).toMatchObject({ dark: true });
  await page.keyboard.press('Control+z');
  await expect(message(page, '1 operation undone')).toBeVisible();
  await expect(setting(page, 'Theme').getByRole('radio', { name: 'System' })).toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await expect(setting(page, 'Theme').getByText('Changed')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search settings' }).fill('');
  await section(page, 'Appearance').click();
  await setting(page, 'Contrast').getByRole('radio', { name: 'High' }).click();
  await setting(page, 'Motion').getByRole('radio', { name: 'Reduced' }).click();
  await zoom(first, '=');
  await zoom(first, '=');
  await expect.poll(() => look(page)).toMatchObject({ contrast: 'high', motion: 'reduced', ratio: 125 });
  expect(await obstacles(first)).toEqual([]);
  await photograph(first, info, 'high contrast, dark');
  await go(page, 'Care');
  await page.getByRole('radio', { name: 'History' }).click();
  await expect(page.getByRole('grid', { name: 'History' }).getByRole('row', { name: /Motion: Reduced/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => look(page)).toMatchObject({ ratio: 110 });
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => look(page)).toMatchObject({ ratio: 125 });
  await first.quit();

  const second = await open();
  expect(await look(second.page)).toMatchObject({ contrast: 'high', motion: 'reduced', ratio: 125, dark: true });
  await zoom(second, '0');
  await go(second.page, 'Settings');
  await setting(second.page, 'Contrast').getByRole('button', { name: 'Reset Contrast to System' }).click();
  await expect.poll(() => look(second.page)).toMatchObject({ contrast: 'system', ratio: 100 });
  for (const theme of ['Light', 'Dark'] as const) {
    await setting(second.page, 'Theme').getByRole('radio', { name: theme }).click();
    await expect.poll(() => look(second.page)).toMatchObject({ dark: theme === 'Dark' });
    expect(await obstacles(second)).toEqual([]);
  }
});

test('[D102] settings are exported and imported; what would change is shown before, and taken back after', async ({ alice, folders }, info) => {
  const { page } = alice;
  const file = join(folders.desk, 'mine.json');
  await answerDialogs(alice, file);
  await go(page, 'Settings');
  await setting(page, 'Motion').getByRole('radio', { name: 'Reduced' }).click();
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(message(page, 'Settings exported to mine.json')).toBeVisible();
  const exported = JSON.parse(readFileSync(file, 'utf8')) as { settings: object };
  expect(exported).toMatchObject({ alice_settings: 1, settings: { motion: 'reduced' } });
  expect(Object.keys(exported.settings)).not.toContain('inbox');

  writeFileSync(file, JSON.stringify({ ...exported, settings: { ...exported.settings, operation: 'move', zoom: 900 } }));
  await page.getByRole('button', { name: 'Import…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings of mine.json' });
  await expect(dialog.getByRole('row', { name: 'When a file is filed Copy, keep originals Move' })).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'What does not fit' })).toHaveText('Text size cannot be 900. It stays as it is.');
  expect(await obstacles(alice)).toEqual([]);
  await photograph(alice, info, 'import');
  await dialog.getByRole('button', { name: 'Change 1 setting' }).click();
  await expect(page.getByText('Move originals')).toBeVisible();
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Copy, keep originals').last()).toBeVisible();
});

/** Starts Alice as a person does: with the data folder of the system, and the folders that she suggests. */
async function openAtHome(folders: Folders): Promise<Alice> {
  const launch = electronForPlaywright('--accept-defaults');
  const app = await _electron.launch({ ...launch, env: { ...launch.env, ...homeOf(folders) }, colorScheme: null });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return { app, page, folders, problems: () => [], expectProblem: () => undefined, startAfresh: () => undefined, quit: () => app.close() };
}

test('[D103] the data folder moves with the library in it, and Alice goes on from there, now and at the next start', async ({ folders }, info) => {
  const before = join(folders.home, '.config', 'Alice', 'data');
  const disk = join(folders.root, 'big disk');
  mkdirSync(disk);
  const first = await openAtHome(folders);
  const { page } = first;
  const status = ofText(await page.evaluate(() => window.alice.call('app/status', {})));
  const inbox = status.ok ? status.answer.inbox_path : '';
  put(join(inbox, 'harbor', 'one.png'), await a1111Picture(1));
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(1);

  await page.keyboard.press('Control+,');
  await section(page, 'Data').click();
  await answerDialogs(first, inbox);
  await setting(page, 'Data folder').getByRole('button', { name: 'Move…' }).click();
  await expect(message(page, /lies in the inbox/)).toBeVisible();
  await answerDialogs(first, disk);
  await setting(page, 'Data folder').getByRole('button', { name: 'Move…' }).click();
  await photograph(first, info, 'before the move');
  await page.getByRole('dialog', { name: 'Move the data folder?' }).getByRole('button', { name: /^Move \d/ }).click();
  await expect(message(page, /The data folder was moved/)).toBeVisible();
  await expect(setting(page, 'Data folder')).toContainText(join(disk, 'data'));
  expect(existsSync(join(disk, 'data', 'log.sqlite'))).toBe(true);
  expect(filesBelow(before)).toContain('log.sqlite');
  expect(await obstacles(first)).toEqual([]);
  await photograph(first, info, 'after the move');

  // She files on, into the library of the new place.
  put(join(inbox, 'harbor', 'two.png'), await a1111Picture(2));
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(2);
  await first.quit();

  const second = await openAtHome(folders);
  await go(second.page, 'Library');
  await expect(pictureCells(second.page)).toHaveCount(2);
  await go(second.page, 'Settings');
  await section(second.page, 'Data').click();
  await second.app.evaluate(({ shell }) => { shell.trashItem = () => Promise.resolve(); });
  await second.page.getByRole('button', { name: 'Put the old folder into the trash' }).click();
  await expect(message(second.page, 'The old data folder is in the trash.')).toBeVisible();
  await expect(second.page.getByText('The data was moved from here')).toBeHidden();
  await second.quit();
});
