import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, lane, message } from './support/window';

test('[D64] a project is decided by keyboard alone, its page shows all of it, and its brief is saved', async ({ alice }, info) => {
  const { app, page, folders } = alice;
  for (const at of [1, 2, 3]) put(join(folders.inbox, 'Lantern Harbor', `${at}.png`), await picture(at));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('3');
  await page.keyboard.press('g');
  await page.keyboard.press('p');

  const dialog = (name: string) => page.getByRole('dialog', { name });
  /** Goes on to a control of the form by Tab. */
  const tabTo = async (name: string | RegExp, role: 'textbox' | 'button' | 'combobox' = 'textbox') => {
    const control = page.getByRole('dialog').last().getByRole(role, { name, exact: true });
    await expect(control).toBeVisible();
    for (let i = 0; i < 40 && !(await control.evaluate((element) => element === document.activeElement)); i += 1) await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
  };
  const write = async (name: string, text: string) => {
    await tabTo(name);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  };
  const send = () => page.keyboard.press('Control+Enter');
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).first().focus();
    await page.keyboard.press('Enter');
  };

  await press('New project');
  await expect(dialog('New project').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await send();
  await expect(dialog('New project')).toContainText('The project needs a name.');
  await write('Name', 'Lantern Harbor');
  await write('Type', 'Music video');
  // Nothing that was written is lost by a slip of the hand.
  await page.keyboard.press('Escape');
  await expect(dialog('New project')).toContainText('What you wrote is not sent yet.');
  await tabTo('Keep for later', 'button');
  await page.keyboard.press('Enter');
  await expect(dialog('New project')).toBeHidden();
  await press('New project');
  await expect(dialog('New project').getByRole('textbox', { name: 'Type' })).toHaveValue('Music video');
  await send();
  await expect(message(page, 'Project Lantern Harbor created')).toBeVisible();
  await page.getByRole('list', { name: 'Projects' }).getByRole('button').first().press('Enter');
  await page.getByRole('radio', { name: 'Page' }).press('Enter');

  await press('Choose style');
  await write('Name', 'Sodium and indigo');
  await tabTo('Add alternative', 'button');
  await page.keyboard.press('Enter');
  await write('Alternative 1', 'Paper and salt');
  await write('Why not alternative 1', 'Too bright for a night');
  await write('Why this one', 'Warm lamps keep every face readable');
  await photograph(alice, info, 'style');
  expect(await obstacles(alice)).toEqual([]);
  await send();
  await expect(message(page, 'Style Sodium and indigo chosen')).toBeVisible();

  await press('Define character');
  await write('Name', 'Moth-7');
  await write('Traits', 'patient');
  await tabTo('Pick pictures…', 'button');
  await page.keyboard.press('Enter');
  await expect(dialog('Pick pictures').getByRole('searchbox')).toBeFocused();
  await expect(dialog('Pick pictures').getByRole('gridcell')).toHaveCount(3);
  await expect(dialog('Pick pictures').getByRole('gridcell', { name: 'Loading' })).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(dialog('Pick pictures').getByRole('status')).toHaveText('1 picture picked');
  await photograph(alice, info, 'picker');
  await send();
  await expect(dialog('Pick pictures')).toBeHidden();
  await send();
  await expect(message(page, 'Moth-7 defined')).toBeVisible();
  await press('Revise Moth-7');
  await write('Traits', 'patient\nafraid of rain');
  await expect(dialog('Revise Moth-7').getByRole('region', { name: 'Against the version before' })).toContainText('afraid of rain');
  await photograph(alice, info, 'revision');
  await send();
  await expect(message(page, 'Moth-7 revised')).toBeVisible();

  await press('Add entry');
  await write('About', 'tide');
  await write('What is known', 'Comes in at four');
  await write('Reason', 'The last verse needs it');
  await send();
  await expect(message(page, 'tide added')).toBeVisible();
  await press('Propose concept');
  await write('Name', 'Crossing at high tide');
  await write('What it says', 'Nothing after it may be brighter');
  await send();
  await press('Approve Crossing at high tide');
  await write('Note on the approval', 'This is the middle of the film');
  await send();
  await expect(message(page, 'Concept Crossing at high tide approved')).toBeVisible();

  const all = page.getByRole('region', { name: 'All of Lantern Harbor' });
  for (const words of ['Sodium and indigo', 'Chosen over Paper and salt (Too bright for a night)', 'v2', 'Comes in at four', 'This is the middle of the film']) {
    await expect(all).toContainText(words);
  }
  for (const theme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
    expect(await obstacles(alice)).toEqual([]);
    await photograph(alice, info, `page ${theme}`);
  }

  const file = join(folders.home, 'brief.html');
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await press('Save brief as web page…');
  await expect(message(page, /saved as brief\.html/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('Warm lamps keep every face readable');
});
