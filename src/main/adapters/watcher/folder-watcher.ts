import { type FSWatcher, watch } from 'node:fs';
import { relative, sep } from 'node:path';
import type { WatchFolder } from '../../services/intake/ports';
import { hasCode } from '../files/file-trouble';
import { isFolderLeftAlone, isLeftAlone } from '../files/left-alone';
import { pathOfName } from '../files/name-as-path';
import { isNetworkFolder } from '../files/network-folder';
import { pollFolder } from './folder-poller';

/**
 * Watches a folder with what the system offers: on Linux each folder that a scan comes upon, elsewhere the whole tree
 * at once. Files are not watched one by one, so a hundred thousand of them cost nothing. A folder is watched before it
 * is read, so nothing falls between the two.
 */
export const watchFolder: WatchFolder = async (root, hints) => {
  // What others do on a network drive is told to nobody here.
  if (await tellsNothing(root)) return pollFolder()(root, hints);
  const watchers = new Map<string, FSWatcher>();
  const wholeTree = process.platform !== 'linux';

  const forget = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };

  const cover = (folder: string): void => {
    if (watchers.has(folder) || (wholeTree && folder !== root)) return;
    try {
      const watcher = watch(folder, { encoding: 'buffer', recursive: wholeTree }, (event, name) => {
        if (name === null) {
          hints.touched(folder);
          return;
        }
        const path = pathOfName(folder, name);
        if (isPassedBy(root, path)) return;
        // Another folder may have come in its place: the scan that follows watches it anew.
        if (event === 'rename' && watchers.has(path)) forget(path);
        hints.touched(path);
      });
      watchers.set(folder, watcher);
      watcher.on('error', (error) => {
        forget(folder);
        if (!isGone(error)) hints.failed(error);
      });
    } catch (error) {
      // The system watches only so many folders: the others are found by scans.
      if (!isGone(error)) hints.failed(error);
    }
  };

  cover(root);
  return {
    cover,
    stop: async () => { forget(root); },
  };
};

/** A drive that does not answer within a second is no better than one that tells nothing. */
function tellsNothing(root: string): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => { setTimeout(() => { resolve(true); }, 1_000).unref(); });
  return Promise.race([isNetworkFolder(root).catch(() => false), patience]);
}

function isGone(error: unknown): boolean {
  // Windows says EPERM of a watched folder that was removed.
  return hasCode(error, 'ENOENT', 'ENOTDIR', 'EPERM');
}

/** What scans pass by. The last part may be a file or a folder, so both lists must agree on it. */
function isPassedBy(root: string, path: string): boolean {
  const parts = relative(root, path).split(sep);
  const name = parts.pop() ?? '';
  return parts.some(isFolderLeftAlone) || (isLeftAlone(name) && isFolderLeftAlone(name));
}
