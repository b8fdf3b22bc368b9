import type { BigIntStats } from 'node:fs';
import { link, lstat, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Taken } from '../../services/organizer/ports';
import { syncFolder } from './durable-folder';
import { hasCode } from './file-trouble';
import { isSameFile } from './open-regular';
import { isEmptyFile, removeIfThere } from './remains';

/** What file systems answer that have no hard links, or no more of them for this file. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'] as const;

/** Whether an error says that a second name cannot be given here, though a copy could be. */
export function cannotLink(error: unknown): boolean {
  return hasCode(error, ...noLinks, 'EXDEV');
}

/**
 * Gives a verified part its name, if that name is free, and makes the name durable. Never over anything: `link` refuses a
 * taken name in one step; without links, the name is reserved by an empty file of our own first.
 */
export async function publish(part: string, destination: string, reserving: () => Promise<void>): Promise<{ kind: 'named' } | Taken> {
  const stats = await lstat(part, { bigint: true });
  try {
    await link(part, destination);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      // A network folder may repeat a request that went through, and then refuse it.
      if (!(await isNow(destination, stats))) return dropped(part);
    } else if (!hasCode(error, ...noLinks)) {
      throw error;
    } else if (!(await renameOntoReservation(part, destination, reserving))) {
      return dropped(part);
    }
  }
  try {
    await removeIfThere(part);
    await syncFolder(dirname(destination));
  } catch (error) {
    await withdraw(destination, stats);
    throw error;
  }
  return { kind: 'named' };
}

/** Takes a name back that was just given, if it still stands for this file. */
export async function withdraw(destination: string, given: BigIntStats): Promise<void> {
  if (await isNow(destination, given)) await removeIfThere(destination);
}

async function isNow(path: string, stats: BigIntStats): Promise<boolean> {
  const found = await lstat(path, { bigint: true }).catch(() => null);
  return found !== null && isSameFile(found, stats);
}

async function dropped(part: string): Promise<Taken> {
  await unlink(part);
  return { kind: 'taken' };
}

async function renameOntoReservation(part: string, destination: string, reserving: () => Promise<void>): Promise<boolean> {
  await reserving();
  const reservation = await open(destination, 'wx').catch((error: unknown) => {
    if (hasCode(error, 'EEXIST')) return null;
    throw error;
  });
  if (reservation === null) return false;
  try {
    await reservation.close();
    // Someone may have written into the reservation, or put a file of theirs in its place.
    const now = await lstat(destination);
    if (!now.isFile() || now.size > 0) return false;
    await rename(part, destination);
    return true;
  } catch (failure) {
    // It is empty and ours; left behind it would look like a filed picture.
    if (await isEmptyFile(destination)) await removeIfThere(destination);
    throw failure;
  }
}
