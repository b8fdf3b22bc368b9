import type { BigIntStats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { identityOf } from './identity';
import { readOnlyNoFollow } from './open-flags';

/** A regular file that is open for reading, and what it was when it was opened. */
export interface OpenFile {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
  readonly identity: string;
}

/**
 * Opens what is a file and nothing else: a link is not followed, a pipe not waited for.
 * Whatever takes its name later, the handle stays with this file.
 */
export async function openRegular(path: string): Promise<OpenFile> {
  const handle = await open(path, readOnlyNoFollow);
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw Object.assign(new Error('Not a regular file any more.'), { code: 'ENOENT' });
    return { handle, stats, identity: identityOf(stats) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether two looks show one file that was not written to. Its change time is left out: a new name changes it. */
export function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}
