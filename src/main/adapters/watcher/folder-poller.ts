import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { WatchFolder } from '../../services/intake/ports';
import { isFolderLeftAlone } from '../files/left-alone';

/** How often the folder is looked at, in milliseconds: its time changes when something in it comes or goes. */
const everyMs = 2_000;

/**
 * Watches what tells nothing of its changes, as a network drive does of those that others make: the folder itself is looked
 * at again and again. Only that one: on a drive that does not answer, each look holds one of Node's few file threads for
 * ever. What lies deeper, or only grows, is found by the regular scans.
 */
export const pollFolder = (interval = everyMs): WatchFolder => (root, hints) => {
  const watcher = watch(root, {
    usePolling: true,
    interval,
    depth: 0,
    ignoreInitial: true,
    followSymlinks: false,
    // Asked first without stats, by the name alone.
    ignored: (path, stats) => path !== root && (stats === undefined ? isFolderLeftAlone(basename(path)) : !stats.isDirectory()),
  });
  watcher.on('raw', (_, path) => { hints.touched(path); });
  watcher.on('addDir', hints.touched);
  watcher.on('unlinkDir', hints.touched);
  watcher.on('error', hints.failed);
  // It may never be ready, and nothing may wait for that.
  return Promise.resolve({ cover: () => undefined, stop: () => watcher.close() });
};
