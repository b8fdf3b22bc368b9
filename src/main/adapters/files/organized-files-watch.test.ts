import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { watchOrganized } from './organized-files-watch';

it('[K27] what is taken from a folder that was made a moment ago is noticed, however fast folders are made in one another', async () => {
  const root = tempFolder();
  const seen = new Set<string>();
  const stop = await watchOrganized(root, { changed: (path) => { seen.add(path); }, failed: (error) => { throw error as Error; } });
  const files = Array.from({ length: 40 }, (_, at) => join(root, `day-${at}`, 'project', 'tool', '4-star', 'picture.png'));
  for (const file of files) {
    // One folder after the other, as they are made for a file, while the ones above begin to be watched.
    for (let at = file.indexOf(sep, root.length + 1); at !== -1; at = file.indexOf(sep, at + 1)) {
      mkdirSync(file.slice(0, at), { recursive: true });
      await delay(0);
    }
    writeFileSync(file, 'picture');
  }
  await delay(500);
  seen.clear();
  for (const file of files) rmSync(file);
  await vi.waitFor(() => { expect(files.filter((file) => !seen.has(file))).toEqual([]); }, 3_000);
  stop();
});
