import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { filesBelow } from '../../src/main/testing/trees';
import type { Alice } from './alice';
import { type Folders, put } from './folders';
import { a1111Picture, lighthouse, picture } from './pictures';
import { expect } from './test';
import { go, pictureCells } from './window';

/** The layer in which pictures are decided about. */
export const layer = (page: Page): Locator => page.getByRole('dialog', { name: 'Decide about pictures' });

/** What a screen reader is told in it. */
export const told = (page: Page): Locator => layer(page).getByRole('status').last();

/** The name of the picture that is on the stage. */
export const onStage = (page: Page): Locator => layer(page).getByRole('group', { name: 'Picture', exact: true }).getByRole('img');

/** Files pictures of several shapes, each in a project of its own, and shows them in the library in the order of their names. */
export async function shownLibrary({ page, folders }: Alice, count: number): Promise<void> {
  const shapes = [{ width: 384, height: 256 }, { width: 256, height: 384 }, { width: 320, height: 320 }, { width: 512, height: 256 }];
  for (let i = 0; i < count; i += 1) {
    const made = i < 2 ? a1111Picture(300 + i, { ...lighthouse, prompt: `a lighthouse, storm light, view ${i}` }) : picture(300 + i, shapes[i % 4]);
    put(join(folders.inbox, `harbor${String(i + 1).padStart(2, '0')}`, 'made.png'), await made);
  }
  await go(page, 'Library');
  await expect(pictureCells(page)).toHaveCount(count);
  await page.getByRole('button', { name: /^Order: / }).click();
  await page.getByRole('menuitemradio', { name: 'Name' }).click();
  await page.keyboard.press('Escape');
  await expect(pictureCells(page).first()).toHaveAccessibleName(/^harbor01-001/);
}

/** Puts the keyboard on a picture without opening it. */
export async function standOn(page: Page, first: Locator): Promise<void> {
  await first.click();
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Pictures' }).focus();
}

/** The star folders of the organized files, by name. */
export function starFolders({ organized }: Folders): Record<string, string> {
  const files = filesBelow(organized).filter((path) => !path.startsWith('.alice-'));
  return Object.fromEntries(files.map((path) => [path.split('/').at(-1) ?? '', path.split('/').at(-2) ?? '']));
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What is seen of a picture on a stage. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Which place of the picture lies in the middle of its stage, and how much larger than its stage it is. */
export const sightOf = (stage: Locator): Promise<Sight> =>
  stage.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const picture = element.querySelector('[role="img"]')!.getBoundingClientRect();
    const fit = Math.min(box.width / picture.width, box.height / picture.height);
    return {
      x: (box.left + box.width / 2 - picture.left) / picture.width,
      y: (box.top + box.height / 2 - picture.top) / picture.height,
      zoom: 1 / fit,
    };
  });
