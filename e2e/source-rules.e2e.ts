import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { filesBelow } from '../src/main/testing/trees';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { go, inspector, lane, pictureCell } from './support/window';

test('[P90] a source rule is written with the keyboard, tried, holds at once, and all files are read again', async ({ alice }) => {
  const { page, folders, app } = alice;
  put(join(folders.inbox, 'harbor', 'render_1.png'), await picture(1));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('1');
  await go(page, 'Library');
  await pictureCell(page, /^harbor-001\.png/).click();
  await expect(inspector(page).getByRole('heading', { name: 'Unknown' })).toBeVisible();

  await inspector(page).getByRole('button', { name: 'Source rules…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Source rules' });
  await expect(dialog).toContainText('There are no rules yet.');
  await dialog.getByLabel('Files named').focus();
  await page.keyboard.type('^render');
  await page.keyboard.press('Tab');
  await page.keyboard.type('My Studio');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('looks like a regular expression');
  await dialog.getByLabel('Files named').fill('render_*');
  await dialog.getByRole('button', { name: 'Try on the open picture' }).click();
  await expect(dialog.getByRole('status')).toContainText('It fits the open picture: your rule “render_*” fits render_1.png');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await dialog.getByLabel('come from this tool').press('Enter');
  await expect(dialog.getByRole('list', { name: 'Source rules' })).toContainText('My Studio: files named render_*');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(JSON.parse(readFileSync(join(folders.data, 'settings.json'), 'utf8'))).toMatchObject({ source_rules: [{ pattern: 'render_*' }] });

  // What lands from now on follows it, without a restart.
  put(join(folders.inbox, 'harbor', 'render_2.png'), await picture(2));
  await expect.poll(() => filesBelow(folders.organized).some((path) => path.includes('/my-studio/'))).toBe(true);

  await app.evaluate(({ Menu }) => { Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []).find(({ label }) => label.startsWith('Read All'))?.click(); });
  const question = page.getByRole('dialog', { name: 'Read all metadata again?' });
  await question.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('2 files read again, 1 with something new. 1 would now be filed elsewhere.')).toBeVisible();
  await expect(inspector(page).getByRole('heading', { name: 'My Studio' })).toBeVisible();
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect.poll(() => filesBelow(folders.organized).filter((path) => path.includes('/my-studio/')).length).toBe(2);
});

test('[P90] rules are changed, put in order and deleted; the settings lead to them', async ({ alice }) => {
  const { page } = alice;
  await go(page, 'Settings');
  await page.getByRole('button', { name: 'Edit rules…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Source rules' });
  for (const [pattern, tool] of [['a_*', 'First'], ['b_*', 'Second']] as const) {
    await dialog.getByLabel('Files named').fill(pattern);
    await dialog.getByLabel('come from this tool').fill(tool);
    await dialog.getByRole('button', { name: 'Add rule' }).click();
    await expect(dialog.getByRole('list')).toContainText(tool);
  }
  const rules = dialog.getByRole('list').getByRole('listitem');
  await dialog.getByRole('button', { name: 'Move rule 2 up' }).click();
  await expect(rules).toHaveText([/Second/, /First/]);
  await dialog.getByRole('button', { name: 'Edit rule 2' }).click();
  await dialog.getByRole('radio', { name: 'Metadata key' }).click();
  await dialog.getByLabel('Metadata key', { exact: true }).last().fill('Software');
  await dialog.getByLabel(/^What stands there/).fill('House*');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(rules).toHaveText([/Second/, /First: files with the metadata key Software that says House\*/]);
  await dialog.getByRole('button', { name: 'Delete rule 1' }).click();
  await expect(rules).toHaveText([/First/]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
