import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { filesBelow } from '../src/main/testing/trees';
import type { Alice } from './support/alice';
import { put } from './support/folders';
import { picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inspector, lane, message, pictureCell, pictureCells } from './support/window';

const group = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

async function filled({ page, folders }: Alice, count = 4): Promise<readonly string[]> {
  for (let i = 0; i < count; i += 1) put(join(folders.inbox, 'harbor', `${i}.png`), await picture(200 + i));
  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText(String(count));
  return filesBelow(folders.organized);
}

async function check(page: Page): Promise<void> {
  await go(page, 'Care');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^Checked /)).toBeVisible();
}

test('[V80] a check says that all is well, with the numbers that prove it', async ({ alice }, info) => {
  await filled(alice);
  const { page } = alice;
  await go(page, 'Care');
  await expect(page.getByRole('heading', { name: 'Not checked yet' })).toBeVisible();
  await photograph(alice, info, 'before');
  await check(page);
  await expect(page.getByRole('heading', { name: 'Every file has its place, and every place its file' })).toBeVisible();
  await expect(group(page, 'Every file in the inbox has one outcome')).toContainText('4 files in the organized folder');
  await photograph(alice, info, 'well');
});

test('[V81] a file removed by hand and a foreign file are found, said of, and adopted', async ({ alice }, info) => {
  const { page, folders } = alice;
  const [gone] = await filled(alice);
  rmSync(join(folders.organized, gone!));
  const day = gone!.split('/')[0]!;
  put(join(folders.organized, day, 'harbor', 'unknown', 'by-hand.png'), await picture(900));
  await check(page);
  await expect(group(page, 'Unknown to the library')).toContainText('by-hand.png');
  await expect(page.getByText(gone!.split('/').at(-1)!).first()).toBeVisible();
  await photograph(alice, info, 'findings');
  await group(page, 'Unknown to the library').getByRole('button', { name: 'Adopt' }).click();
  await expect(message(page, '1 finding mended')).toBeVisible();
  await expect(group(page, 'Unknown to the library')).toBeHidden();
  await go(page, 'Library');
  await expect(pictureCell(page, /^by-hand\.png/)).toBeVisible();
});

test('[V82] a missing picture carries a badge, says what happened, and is found again when it is back', async ({ alice }, info) => {
  const { page, folders } = alice;
  const [gone] = await filled(alice);
  const path = join(folders.organized, gone!);
  const away = join(folders.desk, 'away.png');
  mkdirSync(folders.desk, { recursive: true });
  const bytes = readFileSync(path);
  renameSync(path, away);
  await go(page, 'Library');
  const cell = pictureCell(page, new RegExp(`^${gone!.split('/').at(-1)!.replace('.', '\\.')}, file missing`));
  await expect(cell).toBeVisible({ timeout: 15_000 });
  await cell.click();
  await expect(inspector(page).getByRole('region', { name: 'Missing file' })).toContainText('Rating, prompt and history are kept');
  await photograph(alice, info, 'missing');
  await inspector(page).getByRole('button', { name: 'Look again' }).click();
  await expect(message(page, /still not there/)).toBeVisible();
  put(path, bytes);
  await inspector(page).getByRole('button', { name: 'Look again' }).click();
  await expect(inspector(page).getByRole('region', { name: 'Missing file' })).toBeHidden();
  await expect(pictureCells(page)).toHaveCount(4);
});

test('[V83] the log is backed up on request, and the trash is emptied after a question', async ({ alice }, info) => {
  const { page, folders } = alice;
  await filled(alice, 2);
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo 2 operations' }).click();
  await expect(message(page, '2 operations undone')).toBeVisible();
  await go(page, 'Care');
  await expect(group(page, 'Trash')).toContainText('2 files');
  await group(page, 'Backups of the log').getByRole('button', { name: 'Back up now' }).click();
  await expect(message(page, /The log is backed up/)).toBeVisible();
  await expect(group(page, 'Backups of the log').getByRole('listitem')).toHaveCount(1);
  await photograph(alice, info, 'trash and backups');
  await group(page, 'Trash').getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('dialog', { name: 'Empty the trash?' }).getByRole('button', { name: 'Delete 2 files' }).click();
  await expect(group(page, 'Trash')).toContainText('The trash is empty');
  expect(filesBelow(folders.organized)).toEqual([]);
  expect(filesBelow(folders.inbox)).toHaveLength(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[V84] in ${theme}, nothing in the place for care stands in anyone’s way`, async ({ alice }, info) => {
    const { page, folders, app } = alice;
    await app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      found[what] = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      await photograph(alice, info, `${theme} ${what}`);
    };
    await go(page, 'Care');
    await look('empty health');
    await page.getByRole('radio', { name: 'History' }).click();
    await look('empty history');
    const [gone] = await filled(alice, 6);
    rmSync(join(folders.organized, gone!));
    for (let i = 0; i < 3; i += 1) put(join(folders.organized, gone!.split('/')[0]!, 'harbor', 'unknown', `by-hand-${i}.png`), await picture(900 + i));
    await page.getByRole('button', { name: 'Close message' }).first().click({ timeout: 5_000 }).catch(() => undefined);
    await go(page, 'Care');
    await page.getByRole('radio', { name: /^Health/ }).click();
    await check(page);
    await look('health');
    await page.getByRole('radio', { name: 'History' }).click();
    await page.getByRole('grid', { name: 'History' }).getByRole('row').first().click();
    await look('history');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('dialog').getByRole('button', { name: /^Undo \d/ })).toBeEnabled();
    await look('dialog');
    await page.keyboard.press('Escape');
    expect(Object.fromEntries(Object.entries(found).filter(([, one]) => one.length > 0))).toEqual({});
  });
}
