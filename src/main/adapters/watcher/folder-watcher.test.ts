import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { watchFolder } from './folder-watcher';

/** Watches as intake does: each folder is covered before it is read. */
async function watching(root: string) {
  const seen = new Set<string>();
  const failures: unknown[] = [];
  const scan = async (folder: string): Promise<void> => {
    watch.cover(folder);
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await scan(path);
      else seen.add(path);
    }
  };
  const watch = await watchFolder(root, {
    touched: (path) => {
      seen.add(path);
      void scan(path);
    },
    failed: (error) => { failures.push(error); },
  });
  await scan(root);
  onTestFinished(() => watch.stop());
  return { seen, failures, stop: () => watch.stop() };
}

const until = (holds: () => unknown) => expect.poll(holds, { timeout: 5_000 });

it('[I14] tells of what comes into a folder within a folder while both are new, and goes on watching there', async () => {
  const root = tempFolder();
  const { seen } = await watching(root);
  const made: string[] = [];
  const make = (path: string) => { writeFileSync(path, 'x'); made.push(path); };
  const inner = Array.from({ length: 60 }, (_, number) => join(root, `voyage ${number}`, 'night'));
  for (const [number, night] of inner.entries()) {
    mkdirSync(join(night, '..'));
    make(join(night, '..', 'one.png'));
    // The race is a matter of a fraction of a millisecond, so its beginning is moved about.
    for (let rest = 0; rest < number % 12; rest += 1) await readdir(root);
    mkdirSync(night);
    make(join(night, 'two.png'));
    await delay(2);
  }
  await until(() => made.filter((path) => !seen.has(path))).toEqual([]);
  for (const night of inner) make(join(night, 'later.png'));
  await until(() => made.filter((path) => !seen.has(path))).toEqual([]);
}, 20_000);

it('[I21] a folder that was renamed, and another that took its old name, are both watched', async () => {
  const [root, outside] = [tempFolder(), tempFolder()];
  mkdirSync(join(root, 'a', 'deep'), { recursive: true });
  const { seen } = await watching(root);
  renameSync(join(root, 'a'), join(root, 'b'));
  mkdirSync(join(outside, 'new', 'deep', 'er'), { recursive: true });
  renameSync(join(outside, 'new'), join(root, 'a'));
  await until(() => [...seen].filter((path) => path === join(root, 'a') || path === join(root, 'b')).length).toBe(2);
  await delay(100);
  seen.clear();
  const files = ['a/1.png', 'a/deep/2.png', 'a/deep/er/3.png', 'b/4.png', 'b/deep/5.png'].map((name) => join(root, name));
  for (const file of files) writeFileSync(file, 'x');
  await until(() => files.filter((file) => !seen.has(file))).toEqual([]);
});

it('[I23] a name that is no text is told of by a path of its own', async () => {
  const root = tempFolder();
  const { seen } = await watching(root);
  for (const byte of [0xe9, 0xe8]) writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([byte])]), 'x');
  await until(() => [...seen].sort()).toEqual([`${root}//caf%E8`, `${root}//caf%E9`]);
});

it('[I13] hidden names are not told of, and a removed folder is no failure', async () => {
  const root = tempFolder();
  mkdirSync(join(root, 'p'));
  const { seen, failures, stop } = await watching(root);
  for (const name of ['.hidden', '.alice-1.part', 'a.png']) writeFileSync(join(root, name), 'x');
  rmSync(join(root, 'p'), { recursive: true });
  await until(() => [...seen].filter((path) => path.startsWith(join(root, 'p'))).length).toBeGreaterThan(0);
  expect([...seen].filter((path) => path.includes('/.'))).toEqual([]);
  expect(failures).toEqual([]);
  await stop();
  seen.clear();
  writeFileSync(join(root, 'after.png'), 'x');
  await delay(50);
  expect([...seen]).toEqual([]);
});
