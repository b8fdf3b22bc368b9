import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesBelow, hashOf } from '../src/main/testing/trees';
import { put } from './support/folders';
import { a1111Picture, brokenPicture, picture } from './support/pictures';
import { expect, photograph, test } from './support/test';
import { go, inboxRow, inspector, lane, pictureCell, pictureCells, story } from './support/window';

test('[A24] a duplicate is recognised, linked to what is filed, and left in the inbox', async ({ alice, folders }) => {
  const { page } = alice;
  const first = put(join(folders.inbox, 'harbor', 'one.png'), await a1111Picture(21));
  await expect(story(page, /harbor-001\.png filed/)).toBeVisible();
  const second = join(folders.inbox, 'same.png');
  copyFileSync(first, second);
  await expect(story(page, 'same.png is a duplicate')).toContainText('Linked to harbor-001.png; the file stays in the inbox');

  await go(page, 'Inbox');
  await expect(lane(page, 'Done')).toContainText('1 duplicate linked');
  await expect(inboxRow(page, 'same.png')).toContainText('A duplicate, linked to harbor-001.png');
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(1);
  await pictureCell(page, /^harbor-001/).click();
  await expect(inspector(page).getByRole('region', { name: 'Duplicates' })).toContainText(second);
  expect(filesBelow(folders.organized)).toHaveLength(1);
  expect(filesBelow(folders.inbox)).toEqual(['harbor/one.png', 'same.png']);
});

test('[A25] a broken file is set aside with its reason, the others go on, and Try again takes it up once it is whole', async ({ alice, folders }, info) => {
  const { page } = alice;
  const broken = put(join(folders.inbox, 'harbor', 'broken.png'), await brokenPicture(22));
  put(join(folders.inbox, 'harbor', 'good.png'), await picture(23));
  put(join(folders.inbox, 'notes.md'), 'Not a picture at all.');
  put(join(folders.inbox, 'empty.png'), '');

  await go(page, 'Inbox');
  await expect(lane(page, 'Set aside')).toContainText('3');
  await expect(lane(page, 'Done')).toContainText('1');
  await expect(inboxRow(page, 'broken.png')).toContainText(/damaged|incomplete|broken|ends|cannot be/i);
  await expect(inboxRow(page, 'notes.md')).toContainText('This is not a picture or video that Alice knows');
  await expect(inboxRow(page, 'empty.png')).toContainText('The file is empty');
  await expect(inboxRow(page, 'good.png')).toContainText(/Filed in .*harbor/);
  await lane(page, 'Set aside').click();
  await expect(inboxRow(page, 'good.png')).toBeHidden();
  await photograph(alice, info, 'set aside');

  // Paused, so that it is the person who takes it up and not the watcher.
  await page.getByRole('button', { name: 'Pause watching' }).click();
  await expect(page.getByText('Watching is paused')).toBeVisible();
  const whole = await picture(22);
  put(broken, whole);
  await inboxRow(page, 'broken.png').getByRole('button', { name: 'Try again' }).click();
  await expect(lane(page, 'Set aside')).toContainText('2');
  await lane(page, 'Set aside').click();
  await expect(inboxRow(page, 'broken.png')).toContainText(/Filed in .*harbor/);
  const filed = filesBelow(folders.organized).map((path) => hashOf(readFileSync(join(folders.organized, path))));
  expect(filed).toContain(hashOf(whole));
  expect(filed).toHaveLength(2);
});

test('[A26] a file that is still being written is filed once, and only when it is whole', async ({ alice, folders }) => {
  const { page } = alice;
  const whole = await picture(24);
  const path = put(join(folders.inbox, 'slow', 'growing.png'), whole.subarray(0, 100));
  await expect(story(page, 'growing.png')).toContainText('waiting until it stops growing');

  // The writer takes longer than the time after which an unfinished file that rests would be read.
  const piece = Math.ceil(whole.length / 10);
  for (let at = 100; at < whole.length; at += piece) {
    await pause(280);
    expect(filesBelow(folders.organized)).toEqual([]);
    appendFileSync(path, whole.subarray(at, at + piece));
  }
  await expect(story(page, /slow-001\.png filed/)).toBeVisible();
  const filed = filesBelow(folders.organized);
  expect(filed).toHaveLength(1);
  expect(hashOf(readFileSync(join(folders.organized, filed[0]!)))).toBe(hashOf(whole));
  await go(page, 'Inbox');
  await expect(lane(page, 'Set aside')).toContainText('nothing needs you');
});
