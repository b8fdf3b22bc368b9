import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeMovie } from '../src/main/services/assets/testing/write-movie';
import { expect, photograph, test } from './support/test';
import { go, inspector, pictureCell, story } from './support/window';

/** Records a second of moving orange in the window itself, as web pages that make videos do. */
const recorded = (page: Page): Promise<Buffer> =>
  page
    .evaluate(async () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [320, 180];
      const context = canvas.getContext('2d')!;
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const ended = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start();
      for (let frame = 0; frame < 24; frame += 1) {
        context.fillStyle = `rgb(${230 + frame}, 120, 0)`;
        context.fillRect(0, 0, 320, 180);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      recorder.stop();
      await ended;
      const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    })
    .then((text) => Buffer.from(text, 'base64'));

/** The size of the picture in the inspector, once it is decoded. */
const pictureSize = (page: Page): Promise<readonly number[]> =>
  inspector(page)
    .locator('img')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });

test('[P38] [V102] a video that lands in the inbox is filed, a frame of it stands for it in the library, and it is played there', async ({ alice, folders }, info) => {
  const { page } = alice;
  writeFileSync(join(folders.inbox, 'orange.webm'), await recorded(page));
  await expect(story(page, /uncategorized-001\.webm filed/)).toBeVisible();
  await go(page, 'Library');
  await pictureCell(page, /^uncategorized-001\.webm/).click();
  await expect.poll(() => pictureSize(page).catch(() => null)).toEqual([320, 180]);
  await photograph(alice, info, 'poster of a video');

  await page.getByRole('grid', { name: 'Pictures' }).focus();
  await page.keyboard.press('Space');
  const player = page.getByRole('dialog').locator('video');
  const state = () =>
    player.evaluate(({ paused, muted, loop, currentTime, error }: HTMLVideoElement) => {
      return { paused, muted, loop, began: currentTime > 0, error };
    });
  await expect.poll(state).toEqual({ paused: true, muted: true, loop: true, began: false, error: null });
  await page.keyboard.press('Space');
  await expect.poll(state).toEqual({ paused: false, muted: true, loop: true, began: true, error: null });
  await page.keyboard.press('Space');
  await page.keyboard.press('m');
  await page.keyboard.press('i');
  await expect.poll(state).toMatchObject({ paused: true, muted: false });
  await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('320 × 180');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[P38] a video that cannot be decoded is filed all the same, without a poster', async ({ alice, folders }) => {
  const { page } = alice;
  writeFileSync(join(folders.inbox, 'empty.mp4'), writeMovie());
  await expect(story(page, /uncategorized-001\.mp4 filed/)).toBeVisible();
  await go(page, 'Library');
  await pictureCell(page, /^uncategorized-001\.mp4/).click();
  await expect(inspector(page)).toContainText('1280 × 720');
  await expect(inspector(page).locator('img')).toHaveCount(0);
});
