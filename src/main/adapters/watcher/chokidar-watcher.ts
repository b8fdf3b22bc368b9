import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { watch } from 'chokidar';
import type { WatchFolder } from '../../services/intake/ports';
import { isLeftAlone } from '../files/left-alone';

/**
 * What comes into a new folder between chokidar's reading of it and its watch is never told, and a folder that
 * came then is never watched. So each new folder is looked at again, after these times in milliseconds.
 */
const looksAgain = [100, 1_000];

/** Watches a folder with chokidar. Resolves once the whole tree is watched; the result stops it. */
export const watchWithChokidar: WatchFolder = async (folder, hints) => {
  const watcher = watch(folder, {
    ignored: (path) => path !== folder && isLeftAlone(basename(path)),
    ignoreInitial: true,
    followSymlinks: false,
    // Growing files are intake's business: it knows when a format is complete.
    awaitWriteFinish: false,
    atomic: false,
  });
  let ready = false;
  const timers = new Set<NodeJS.Timeout>();

  const arrived = (path: string): void => {
    hints.newFolder(path);
    for (const afterMs of looksAgain) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        hints.newFolder(path);
        void watchMissedFolders(path);
      }, afterMs);
      timers.add(timer);
    }
  };

  const watchMissedFolders = async (path: string): Promise<void> => {
    // A folder that has gone again in the meantime has nothing to watch.
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    if (watcher.closed) return;
    const known = new Set(watcher.getWatched()[path]);
    for (const entry of entries) {
      if (!entry.isDirectory() || known.has(entry.name) || isLeftAlone(entry.name)) continue;
      const missed = join(path, entry.name);
      watcher.add(missed);
      arrived(missed);
    }
  };

  watcher
    .on('add', hints.changed)
    .on('change', hints.changed)
    .on('unlink', hints.gone)
    .on('addDir', (path) => { if (ready) arrived(path); })
    .on('error', hints.failed);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  ready = true;
  return async () => {
    for (const timer of timers) clearTimeout(timer);
    await watcher.close();
  };
};
