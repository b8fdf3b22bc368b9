import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, snapshotOf } from '../src/main/testing/trees';
import { dragOver } from './support/drag';
import { put } from './support/folders';
import { obstacles } from './support/obstacles';
import { a1111Picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, lane, story } from './support/window';

test('[D121] a folder is added by keyboard, files come from it and the inbox; its drive is pulled and comes back; it is removed', async ({ alice, folders }, info) => {
  const { app, page } = alice;
  const comfy = join(folders.root, 'ComfyUI', 'output');
  mkdirSync(comfy, { recursive: true });
  put(join(comfy, 'one.png'), await a1111Picture(1));
  put(join(comfy, 'workflow.pdf'), 'no picture');
  const choose = (path: string) => app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, path);

  await go(page, 'Inbox');
  const pane = page.getByRole('complementary', { name: 'Folders' });
  const add = pane.getByRole('button', { name: 'Watch another folder…' });
  await choose(join(folders.inbox));
  await add.press('Enter');
  await expect(page.getByText(`${folders.inbox} is the inbox already. Choose another folder.`)).toBeVisible();

  await choose(comfy);
  await add.press('Enter');
  const form = page.getByRole('dialog', { name: 'Watch this folder' });
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('ComfyUI output');
  await form.getByRole('radio', { name: 'One project' }).press('Space');
  await form.getByRole('combobox', { name: 'Name of the project' }).fill('harbor');
  await photograph(alice, info, 'form');
  expect(await obstacles(alice)).toEqual([]);
  await form.getByRole('combobox', { name: 'Name of the project' }).press('Enter');
  await expect(form).toBeHidden();

  const before = snapshotOf(comfy);
  put(join(folders.inbox, 'night', 'two.png'), await a1111Picture(2));
  await expect(lane(page, 'Done')).toHaveAccessibleName(/^Done ?2/);
  expect(filesBelow(folders.organized).map((path) => path.split('/')[1]).sort()).toEqual(['harbor', 'night']);
  expect(snapshotOf(comfy)).toEqual(before);

  const source = pane.getByRole('region', { name: 'ComfyUI output' });
  await expect(source).toContainText('Project harbor · copy');
  await expect(page.getByRole('region', { name: 'Watching' })).toContainText('Watching 2 folders');
  renameSync(comfy, `${comfy} away`);
  await expect(source).toContainText('Away');
  await expect(source).toContainText('Is its drive plugged in? Nothing is lost');
  await photograph(alice, info, 'inbox');
  put(join(folders.inbox, 'night', 'three.png'), await a1111Picture(3));
  await expect(lane(page, 'Done')).toHaveAccessibleName(/^Done ?3/);
  put(join(`${comfy} away`, 'four.png'), await a1111Picture(4));
  renameSync(`${comfy} away`, comfy);
  await expect(lane(page, 'Done')).toHaveAccessibleName(/^Done ?4/);
  await expect(source).not.toContainText('Away');

  await page.keyboard.press('Control+Comma');
  const row = page.getByRole('list', { name: 'Watched folders' }).getByRole('listitem', { name: 'ComfyUI output' });
  await row.getByRole('switch', { name: 'Watch ComfyUI output' }).press('Space');
  await expect(row).toContainText('Paused');
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('Paused');
  await page.keyboard.press('Control+Shift+z');
  await expect(row).toContainText('Paused');
  expect(await obstacles(alice)).toEqual([]);
  await photograph(alice, info, 'settings');
  await row.getByRole('button', { name: 'Remove ComfyUI output' }).press('Enter');
  await expect(row).toBeHidden();
  expect(filesBelow(comfy)).toEqual(['four.png', 'one.png', 'workflow.pdf']);

  const place = await page.getByRole('button', { name: 'Add a folder…' }).boundingBox();
  const held = await dragOver(page, [folders.desk], { x: (place?.x ?? 0) + 5, y: (place?.y ?? 0) + 5 });
  await held.drop();
  const dropped = page.getByRole('dialog', { name: 'Watch this folder' });
  await expect(dropped).toContainText(folders.desk);
  await page.keyboard.press('Escape');
  await expect(dropped).toBeHidden();

  await go(page, 'Timeline');
  for (const words of ['Source ComfyUI output was removed', 'Source ComfyUI output is back', 'Source ComfyUI output is away']) {
    await expect(story(page, words)).toBeVisible();
  }
});
