import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { t } from '@shared/language/language';
import type { Source } from '@shared/library/source';

/** The true place of a path, also of one whose last parts are not there yet. */
export async function truePlace(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const above = dirname(path);
  return above === path ? path : join(await truePlace(above), relative(above, path));
}

/** Whether one place is another, or lies in it. */
export async function liesIn(inner: string, outer: string): Promise<boolean> {
  const way = relative(await truePlace(outer), await truePlace(inner));
  return way === '' || (!isAbsolute(way) && way !== '..' && !/^\.\.[/\\]/.test(way));
}

export interface Places {
  readonly inbox: string;
  readonly organized: string;
  readonly sources: readonly WatchedFolder[];
}

type WatchedFolder = Pick<Source, 'name' | 'path'>;

/** Files must be taken in by one watched folder only, and by none out of a folder of Alice's own; a sentence when it is otherwise. */
export async function sourceClash(folder: string, sources: readonly WatchedFolder[]): Promise<string | null> {
  for (const { name, path } of sources) {
    if ((await liesIn(folder, path)) || (await liesIn(path, folder))) {
      return t('{folder} and the watched folder “{name}” ({path}) overlap. Choose a folder apart from it, or remove it from the sources first.', { folder, name, path });
    }
  }
  return null;
}

/** Why a folder will not do for backups, as a sentence; null when it will. */
export async function backupPlaceProblem(folder: string, places: Places): Promise<string | null> {
  if (await liesIn(folder, places.inbox)) return t('{folder} lies in the inbox, where its files would be taken in. Choose a folder outside of it.', { folder });
  if (await liesIn(folder, places.organized)) return t('{folder} lies in the organized folder, which holds pictures alone. Choose a folder outside of it.', { folder });
  return sourceClash(folder, places.sources);
}
