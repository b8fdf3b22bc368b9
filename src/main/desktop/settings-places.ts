import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';

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
}

/** Why a folder will not do for backups, as a sentence; null when it will. */
export async function backupPlaceProblem(folder: string, places: Places): Promise<string | null> {
  if (await liesIn(folder, places.inbox)) return `${folder} lies in the inbox, where its files would be taken in. Choose a folder outside of it.`;
  if (await liesIn(folder, places.organized)) return `${folder} lies in the organized folder, which holds pictures alone. Choose a folder outside of it.`;
  return null;
}
