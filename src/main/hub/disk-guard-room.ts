import { stat, statfs } from 'node:fs/promises';
import { hasCode } from '../adapters/files/file-trouble';

/** The room on the device of a folder. */
export interface Room {
  readonly device: number;
  readonly free: number;
  readonly total: number;
  /** How many more files it takes; null where the file system does not count them. */
  readonly freeFiles: number | null;
  readonly totalFiles: number;
}

/** What a folder stands on, or null when it is not there or cannot be reached. */
export async function roomAt(folder: string): Promise<Room | null> {
  try {
    const [{ dev }, { bavail, bsize, blocks, files, ffree }] = await Promise.all([stat(folder), statfs(folder)]);
    return { device: dev, free: bavail * bsize, total: blocks * bsize, freeFiles: files > 0 ? ffree : null, totalFiles: files };
  } catch (error) {
    if (hasCode(error, ...gone)) return null;
    throw error;
  }
}

/** As a drive that was pulled out, a network folder that broke off, or a folder that was removed answers. */
const gone = ['ENOENT', 'ENOTDIR', 'EIO', 'ENXIO', 'ENODEV', 'ENOTCONN', 'ESTALE', 'EHOSTDOWN', 'ETIMEDOUT', 'EACCES'] as const;

/** Small disks are not asked for more than this share of themselves. */
const shareOfTotal = 0.05;
/** Names that a few filings need: folders, temporary names, files of the log. */
const filesNeeded = 64;

/** How many bytes are missing before files may be taken; 0 when there is room. */
export function missingIn(room: Room, reserve: number, largestPending: number): number {
  const base = Math.min(reserve, Math.ceil(room.total * shareOfTotal));
  // What could never fit is no reason for all the others to wait: it is set aside by itself.
  const pending = largestPending * 2 + base <= room.total ? largestPending * 2 : 0;
  return Math.max(0, Math.max(base, pending) - room.free);
}

/** Whether the file system has no room for more names, whatever bytes it has. */
export function isOutOfFiles({ freeFiles, totalFiles }: Room): boolean {
  return freeFiles !== null && freeFiles < Math.min(filesNeeded, Math.max(4, Math.ceil(totalFiles * shareOfTotal)));
}
