import { expect, test as base, type TestInfo } from '@playwright/test';
import { type Alice, openAlice } from './alice';
import { type Folders, freshFolders, removeFolders } from './folders';

interface Stage {
  /** Folders of the story's own; they go when it ends. */
  readonly folders: Folders;
  /** Alice with empty folders that were named when she was started. */
  readonly alice: Alice;
  /** Opens Alice again, or with other arguments; closed and looked over at the end like the first. */
  readonly open: (args?: readonly string[]) => Promise<Alice>;
}

/** A story begins with fresh folders and must end without a single complaint from window or main process. */
export const test = base.extend<Stage>({
  folders: async ({ playwright: _ }, use) => {
    const folders = freshFolders();
    await use(folders);
    removeFolders(folders);
  },

  open: async ({ folders }, use) => {
    const opened: Alice[] = [];
    await use(async (args) => {
      const alice = await openAlice(folders, args);
      opened.push(alice);
      return alice;
    });
    await endWell(opened);
  },

  alice: async ({ open }, use) => {
    await use(await open());
  },
});

export { expect };

/** Quits, and fails the story when anything complained. */
export async function endWell(opened: readonly Alice[]): Promise<void> {
  for (const alice of opened) await alice.quit();
  for (const alice of opened) expect(alice.problems()).toEqual([]);
}

/** A screenshot for eyes, beside the results of the story. */
export async function photograph({ page }: Alice, info: TestInfo, name: string): Promise<void> {
  const body = await page.screenshot({ path: info.outputPath(`${name}.png`) });
  await info.attach(name, { body, contentType: 'image/png' });
}
