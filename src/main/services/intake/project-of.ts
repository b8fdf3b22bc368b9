import { isAbsolute, relative, sep } from 'node:path';

/** The project of files that lie in the inbox itself. */
export const noProject = 'uncategorized';

/** The first folder below the inbox, else `uncategorized`. */
export function projectOf(inbox: string, path: string): string {
  const [first, ...rest] = relative(inbox, path).split(sep);
  return rest.length === 0 || first === undefined || first === '' ? noProject : first;
}

export function isBelow(inbox: string, path: string): boolean {
  const way = relative(inbox, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
