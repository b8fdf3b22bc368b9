import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** What is asked for at `alice-media:`: a thumbnail, what a screen shows of a picture, the picture, or a video, by content hash. */
export interface MediaAddress {
  readonly kind: 'thumb' | 'screen' | 'picture' | 'video';
  readonly hash: string;
}

/** Reads an address of `alice-media:`. Null for whatever is not exactly a kind and a hash; a path is never part of it. */
export function mediaAddress(address: string): MediaAddress | null {
  const url = urlOf(address);
  if (url?.protocol !== 'alice-media:' || url.search !== '' || url.username !== '' || url.port !== '') return null;
  const hash = /^\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  if (hash === undefined || (url.host !== 'thumb' && url.host !== 'screen' && url.host !== 'picture' && url.host !== 'video')) return null;
  return { kind: url.host, hash };
}

/** The file below `folder` that an address of `app:` names; null for anything outside of it. */
export function pageFile(pathname: string, folder: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on one system and is a letter of a name on the others; no page of ours has one.
  if (/[\0\\]/.test(path)) return null;
  const file = join(folder, path);
  return isBelow(folder, file) ? file : null;
}

/**
 * The real place of a file that is to be served; `outside` when that lies in none of the granted folders: a linked folder
 * on the way may lead anywhere, and may have been put there after the file was filed. `gone` when its folder is not there.
 * The last part is not followed; whoever opens it refuses links.
 */
export async function grantedFile(file: string, roots: readonly string[]): Promise<{ readonly place: string } | 'outside' | 'gone'> {
  const folder = await realpath(dirname(file)).catch(() => null);
  if (folder === null) return 'gone';
  const place = join(folder, basename(file));
  for (const root of roots) {
    const real = await realpath(root).catch(() => null);
    if (real !== null && isBelow(real, place)) return { place };
  }
  return 'outside';
}

/** The real place of a file that may be read; null when it may not, or is not there. */
export async function grantedPlace(file: string | null, roots: readonly string[]): Promise<string | null> {
  const granted = file === null ? 'gone' : await grantedFile(file, roots);
  return typeof granted === 'string' ? null : granted.place;
}

function isBelow(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
