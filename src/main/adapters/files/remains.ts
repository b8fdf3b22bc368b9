import { link, lstat, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileIntent } from '../../services/organizer/ports';
import { fileTrouble, hasCode } from './file-trouble';

/** The temporary name that a copy has until it is verified. Intake and scans leave dot files alone. */
export function partPath({ destination_path, operation_id }: FileIntent): string {
  return join(dirname(destination_path), `.alice-${operation_id}.part`);
}

/** The name that an original has for the moment in which it is looked at for the last time before it goes. */
export function asidePath({ source_path, operation_id }: FileIntent): string {
  return join(dirname(source_path), `.alice-${operation_id}.original`);
}

export async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    // A network folder may say so of a file that it shows again a moment later.
    if (await isTaken(path)) await unlink(path);
  }
}

/** Whether anything at all has this name. */
export async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/**
 * Clears what an operation left at its destination: its part, and a name that it had only reserved. A reservation is an
 * empty file beside a part, made by an operation that had said so.
 */
export async function clearRemains(intent: FileIntent): Promise<void> {
  const part = partPath(intent);
  try {
    if (intent.state === 'reserved' && (await isTaken(part)) && (await isEmptyFile(intent.destination_path))) {
      await removeIfThere(intent.destination_path);
    }
    await removeIfThere(part);
  } catch (error) {
    // On a disk that is gone or read-only they stay; they hide behind a dot, and the next start or the doctor finds them.
    if (fileTrouble(error) === null) throw error;
  }
}

/** Whether a regular file without a byte lies there. */
export async function isEmptyFile(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  return stats !== null && stats.isFile() && stats.size === 0;
}

/** Gives an original its name back that was put aside. False: that name is taken, and it stays where it is. */
export async function putBack(intent: FileIntent): Promise<boolean> {
  const aside = asidePath(intent);
  try {
    await link(aside, intent.source_path);
    // It has its name again; a second, hidden one that will not go harms nobody.
    await unlink(aside).catch(() => undefined);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return true;
    if (hasCode(error, 'EEXIST')) return false;
    // No links here: nothing must have the name when it is renamed.
    if (await isTaken(intent.source_path)) return false;
    await rename(aside, intent.source_path);
    return true;
  }
}
