import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as d } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { watchWithChokidar } from './chokidar-watcher';

it('[I14] tells of what comes into a folder within a folder while both are new, and goes on watching there', async () => {
  const root = tempFolder();
  const seen = new Set<string>();
  const scan = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) await scan(join(folder, entry.name));
      else seen.add(join(folder, entry.name));
    }
  };
  const stop = await watchWithChokidar(root, {
    changed: (path) => void seen.add(path),
    gone: () => undefined,
    newFolder: (path) => void scan(path).catch(() => undefined),
    failed: (error) => { throw error; },
  });
  const made: string[] = [];
  const make = async (path: string) => { await writeFile(path, 'x'); made.push(path); };
  const inner = Array.from({ length: 60 }, (_, number) => join(root, `voyage ${number}`, 'night'));
  for (const [number, night] of inner.entries()) {
    await mkdir(join(night, '..'));
    await make(join(night, '..', 'one.png'));
    // The race is a matter of a fraction of a millisecond, so its beginning is moved about.
    for (let rest = 0; rest < number % 12; rest += 1) await readdir(root);
    await mkdir(night);
    await make(join(night, 'two.png'));
    await d(5);
  }
  await expect.poll(() => made.filter((path) => !seen.has(path)), { timeout: 5_000 }).toEqual([]);
  for (const night of inner) await make(join(night, 'later.png'));
  await expect.poll(() => made.filter((path) => !seen.has(path)), { timeout: 5_000 }).toEqual([]);
  await stop();
}, 20_000);
