import { expect, test } from './support/filled';
import { obstacles } from './support/obstacles';
import { photograph } from './support/test';
import { go } from './support/window';

const themes = ['light', 'dark'] as const;

test('[D150] in both themes, nothing in the system’s pages and the dialogs of the settings stands in anyone’s way', async ({ filled }, info) => {
  const { app, page } = filled;
  const found: Record<string, string[]> = {};
  const look = async (what: string) => {
    for (const theme of themes) {
      await app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
      await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
      found[`${what}, ${theme}`] = await obstacles(filled);
      await photograph(filled, info, `${what} ${theme}`);
    }
  };
  await go(page, 'System');
  await page.getByRole('main').getByRole('button', { name: /^organizer hears / }).click();
  await expect(page.getByRole('complementary', { name: 'Service' })).toContainText('Files every asset');
  await look('map');
  await page.getByRole('radio', { name: 'Metrics' }).click();
  await expect(page.getByRole('table', { name: 'Event types' })).toBeVisible();
  await look('metrics');
  await page.getByRole('radio', { name: 'Dead letters' }).click();
  await expect(page.getByText('Nothing is parked.', { exact: false })).toBeVisible();
  await look('dead letters');

  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, filled.folders.desk);
  await go(page, 'Settings');
  await page.getByRole('button', { name: 'Add a folder…' }).click();
  const form = page.getByRole('dialog', { name: 'Watch this folder' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(' ');
  await form.getByRole('button', { name: 'Watch this folder' }).click();
  await expect(form.getByRole('alert')).toContainText('The source has no name. Write one');
  await look('source without a name');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Read again…' }).click();
  await expect(page.getByRole('dialog', { name: 'Read all metadata again?' })).toBeVisible();
  await look('reading again');
  await page.keyboard.press('Escape');
  expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
});
