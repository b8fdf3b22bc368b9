import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { pollFolder } from './folder-poller';

it('[I37] a folder that tells nothing of its changes is looked at again and again, its files are not', async () => {
  const root = tempFolder();
  const touched: string[] = [];
  const failures: unknown[] = [];
  const poll = await pollFolder(20)(root, { touched: (path) => touched.push(path), failed: (error) => failures.push(error) });
  onTestFinished(() => poll.stop());
  const changes = [
    () => { writeFileSync(join(root, 'a.png'), 'x'); },
    () => { mkdirSync(join(root, 'p')); },
    () => { rmSync(join(root, 'a.png')); },
  ];
  for (const change of changes) {
    await delay(100);
    touched.length = 0;
    change();
    await expect.poll(() => touched.includes(root), { timeout: 5_000 }).toBe(true);
  }
  expect(touched.filter((path) => path.endsWith('.png'))).toEqual([]);
  expect(failures).toEqual([]);
  await poll.stop();
  touched.length = 0;
  writeFileSync(join(root, 'after.png'), 'x');
  await delay(100);
  expect(touched).toEqual([]);
});
