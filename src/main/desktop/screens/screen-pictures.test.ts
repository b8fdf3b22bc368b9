import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mediaInThisProcess } from '../../testing/media-double';
import { ScreenPictures, type ScreenPictureOptions } from './screen-pictures';

let here: string;
let all: ScreenPictures | null = null;
beforeEach(() => { here = mkdtempSync(join(tmpdir(), 'alice-screens-')); });
afterEach(() => {
  all?.close();
  rmSync(here, { recursive: true });
});

const screensFolder = () => join(here, 'screens');
const picturePath = (hash: string) => join(here, `${hash}.png`);

async function pictureOf(hash: string, width: number, height: number): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  await writeFile(picturePath(hash), await sharp({ create: { width, height, channels: 3, noise, background: 'grey' } }).png({ compressionLevel: 1 }).toBuffer());
}

const open = (more: Partial<ScreenPictureOptions> = {}) => {
  all = new ScreenPictures({
    startMedia: mediaInThisProcess,
    folder: screensFolder,
    picture: async (hash) => {
      const { width, height } = await sharp(picturePath(hash)).metadata();
      return { path: picturePath(hash), width, height };
    },
    ...more,
  });
  return all;
};

describe('pictures as large as a screen', () => {
  it('[V110] are made of large pictures, once, and the next time they are there', async () => {
    await pictureOf('large', 3_000, 2_000);
    const screens = open();
    const places = await Promise.all([screens.make('large'), screens.make('large')]);
    expect(places).toEqual([join(screensFolder(), 'large.jpg'), join(screensFolder(), 'large.jpg')]);
    expect(await sharp(places[0] ?? '').metadata()).toMatchObject({ format: 'jpeg', width: 2_048, height: 1_365 });
    rmSync(picturePath('large'));
    expect(await screens.make('large')).toBe(places[0]);
    expect(readdirSync(screensFolder())).toEqual(['large.jpg']);
  });

  it('[V110] are the pictures themselves when these are small, unknown or cannot be decoded', async () => {
    await pictureOf('small', 1_200, 800);
    await writeFile(picturePath('damaged'), 'no picture');
    const damaged = { path: picturePath('damaged'), width: 9_000, height: 9_000 };
    const screens = open({ picture: (hash) => Promise.resolve(hash === 'damaged' ? damaged : hash === 'small' ? { path: picturePath('small'), width: 1_200, height: 800 } : null) });
    expect([await screens.make('small'), await screens.make('unknown'), await screens.make('damaged'), await screens.make('damaged')]).toEqual([null, null, null, null]);
    expect(existsSync(screensFolder())).toBe(false);
  });

  it('[D214] a picture goes to the clipboard whole and without its metadata, or a reason why not', async () => {
    await pictureOf('large', 3_000, 2_000);
    await writeFile(picturePath('damaged'), 'no picture');
    const place = (hash: string) => Promise.resolve(hash === 'video' ? null : { path: picturePath(hash), width: 9_000, height: 9_000 });
    const screens = open({ picture: place });
    const png = await screens.copy('large');
    expect(await sharp(png ?? undefined).metadata()).toMatchObject({ format: 'png', width: 3_000, height: 2_000 });
    expect(await sharp(png ?? undefined).metadata()).not.toHaveProperty('exif');
    expect(await screens.copy('video')).toBeNull();
    await expect(screens.copy('damaged')).rejects.toThrow();
  });

  it('[V110] that are wanted last are made first, and wishes that many others followed are given up', async () => {
    await pictureOf('seed', 2_000, 1_500);
    const order: string[] = [];
    const screens = open({
      picture: (hash) => {
        order.push(hash);
        return Promise.resolve({ path: picturePath('seed'), width: 2_000, height: 1_500 });
      },
    });
    const wishes = Array.from({ length: 14 }, (_, i) => `wish-${i}`);
    const places = await Promise.all(wishes.map((hash) => screens.make(hash)));
    const made = wishes.filter((_, i) => places[i] !== null);
    expect(made).toContain('wish-13');
    expect(made).not.toContain('wish-3');
    const second = order.slice(wishes.length);
    expect(second.indexOf('wish-13')).toBeLessThan(second.indexOf('wish-7'));
  });

  it('[V110] take no more room than they may; those that were not looked at for longest go', async () => {
    await pictureOf('seed', 2_000, 1_500);
    const old = new Date(2020, 0, 1);
    const picture = () => Promise.resolve({ path: picturePath('seed'), width: 2_000, height: 1_500 });
    const first = open({ picture });
    await first.make('a');
    const { size } = statSync(join(screensFolder(), 'a.jpg'));
    const screens = open({ picture, mostBytes: size * 3.5 });
    for (const hash of ['b', 'c']) await screens.make(hash);
    for (const hash of ['a', 'b', 'c']) utimesSync(join(screensFolder(), `${hash}.jpg`), old, old);
    // Looked at again, so it is not the oldest any more.
    expect(await screens.make('a')).not.toBeNull();
    await screens.make('d');
    expect(readdirSync(screensFolder()).toSorted()).toEqual(['a.jpg', 'd.jpg']);
  });
});
