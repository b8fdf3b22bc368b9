import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { WatchFolder } from '../../services/intake/ports';
import { isLeftAlone } from '../files/left-alone';

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
  watcher
    .on('add', hints.changed)
    .on('change', hints.changed)
    .on('unlink', hints.gone)
    .on('addDir', (path) => { if (ready) hints.newFolder(path); })
    .on('error', hints.failed);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  ready = true;
  return () => watcher.close();
};
