import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { comfyGraph } from '../../src/main/services/assets/testing/sample-texts';
import { pngText, withPngChunks } from '../../src/main/services/assets/testing/write-png';
import { type Alice, openAlice } from './alice';
import { type Folders, freshFolders, put, removeFolders } from './folders';
import { a1111Picture, brokenPicture, lighthouse, picture } from './pictures';
import { freshPage } from './fresh-page';
import { expect, test as base } from './test';
import { go, lane, stories } from './window';

/** Three pictures of two tools, one that tells nothing, and a file that is broken. */
export async function fillInbox({ inbox }: Folders): Promise<void> {
  put(join(inbox, 'harbor', 'one.png'), await a1111Picture(1));
  put(join(inbox, 'canal', 'two.png'), await a1111Picture(2, { ...lighthouse, prompt: 'paper boats on a night canal', seed: '77' }));
  put(join(inbox, 'cathedral', 'salt.png'), withPngChunks(await picture(3), [pngText('prompt', JSON.stringify(comfyGraph))]));
  put(join(inbox, 'plain.png'), await picture(4));
  put(join(inbox, 'again', 'broken.png'), await brokenPicture(5));
}

/** Waits until everything of {@link fillInbox} has come to its end, then adds a duplicate and waits for that. */
export async function expectFilled({ page, folders }: Alice): Promise<void> {
  await go(page, 'Inbox');
  await expect(lane(page, 'Set aside')).toContainText('1');
  await expect(lane(page, 'Done')).toContainText('4');
  copyFileSync(join(folders.inbox, 'harbor', 'one.png'), join(folders.inbox, 'again', 'same.png'));
  await expect(lane(page, 'Done')).toContainText('5');
}

/** A window that several stories look at, one after the other; none of them may leave anything behind on the disk. */
export const test = base.extend<{ filled: Alice }, { sharedAlice: Alice }>({
  sharedAlice: [
    async ({ playwright: _ }, use) => {
      const folders = freshFolders();
      await fillInbox(folders);
      const alice = await openAlice(folders);
      await expectFilled(alice);
      await use(alice);
      await alice.quit();
      removeFolders(folders);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  // A fresh page over the same log: no filter, pane or message of the story before is left.
  filled: async ({ sharedAlice }, use) => {
    sharedAlice.startAfresh();
    await freshPage(sharedAlice.page);
    await expect(stories(sharedAlice.page).first()).toBeVisible();
    await use(sharedAlice);
    expect(sharedAlice.problems()).toEqual([]);
  },
});

export { expect };
