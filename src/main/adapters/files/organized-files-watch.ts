import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { platform } from 'node:os';
import type { WatchOrganized } from '../../services/keeper/ports';
import { hasCode } from './file-trouble';

/** Folders that are watched at most. Systems have a limit for all programs together, and the scan finds the rest. */
const foldersAtMost = 4_000;

/** Hints of changes below a folder. It begins to watch in the background; what it misses, the next scan finds. */
export const watchOrganized: WatchOrganized = async (root, hints) => {
  const watchers = new Map<string, FSWatcher>();
  let stopped = false;
  const failed = (error: unknown) => {
    // The drive went, or the system has no room for more: the scan is the truth.
    if (!stopped && !hasCode(error, 'ENOENT', 'ENOSPC', 'EMFILE', 'EPERM', 'EACCES', 'ENODEV')) hints.failed(error);
  };
  const add = (folder: string, recursive: boolean): void => {
    if (stopped || watchers.has(folder) || watchers.size >= foldersAtMost) return;
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, name) => {
        if (stopped || name === null || hidden.test(name)) return;
        const path = join(folder, name);
        hints.changed(path);
        if (!recursive) void cover(path);
      });
      watchers.set(folder, watcher);
      watcher.on('error', (error) => {
        failed(error);
        leave(folder);
      });
    } catch (error) {
      failed(error);
    }
  };
  const leave = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const cover = async (folder: string): Promise<void> => {
    const read = () => readdir(folder, { withFileTypes: true }).catch(() => null);
    const before = await read();
    const fresh = before !== null && !watchers.has(folder);
    if (before !== null) add(folder, false);
    // What was made in it before it was watched is seen only now.
    const entries = fresh ? await read() : before;
    if (entries === null) {
      leave(folder);
      return;
    }
    for (const entry of entries) if (entry.isDirectory() && !entry.name.startsWith('.')) await cover(join(folder, entry.name));
  };
  // Where the system watches a whole tree by itself, one watcher is enough.
  if (platform() === 'linux') void cover(root);
  else add(root, true);
  return () => {
    stopped = true;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
};

const hidden = /(^|[/\\])\./;
