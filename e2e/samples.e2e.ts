import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../src/main/testing/trees';
import { expect, test } from './support/test';
import { go, lane, pictureCell, story } from './support/window';

test('[A43] the sample pictures arrive in their projects: eleven filed, one linked, one set aside', async ({ alice, folders }) => {
  const { page } = alice;
  await go(page, 'Inbox');
  await page.getByRole('button', { name: 'Add sample pictures' }).click();
  await expect(lane(page, 'Set aside')).toHaveAccessibleName(/^Set aside ?1/, { timeout: 30_000 });
  await expect(lane(page, 'Done')).toHaveAccessibleName(/^Done ?12/, { timeout: 30_000 });
  expect(existsSync(join(folders.inbox, 'lantern-harbor'))).toBe(true);
  const projects = new Set(filesBelow(folders.organized).map((path) => path.split('/')[1]));
  expect(projects).toEqual(new Set(['lantern-harbor', 'salt-cathedral', 'uncategorized']));
  await go(page, 'Timeline');
  await expect(story(page, /is a duplicate/)).toBeVisible();
  await go(page, 'Library');
  await expect(pictureCell(page, /5 of 5 stars, measured, ComfyUI, lantern-harbor$/).first()).toBeVisible();
});
