import type { Stats } from 'node:fs';
import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durable-folder';

/** A file that Alice took out of the organized folder and kept. */
export interface TrashedFile {
  /** The folder that it lies in, named after the operation that put it there. */
  readonly id: string;
  readonly path: string;
  readonly file_name: string;
  readonly bytes: number;
  /** UTC. */
  readonly trashed_at: string;
}

/** What lies in the trash of an organized folder, the newest first. */
export async function trashContents(organized: string): Promise<TrashedFile[]> {
  const trash = join(organized, '.alice-trash');
  const found: TrashedFile[] = [];
  for (const id of await namesIn(trash)) {
    const folder = join(trash, id);
    // When it got its folder is when it was put here: a file that is moved keeps its own times.
    const made = await statsOf(folder);
    if (!made?.isDirectory()) continue;
    for (const file_name of await namesIn(folder)) {
      const path = join(folder, file_name);
      const stats = await statsOf(path);
      if (stats?.isFile()) found.push({ id, path, file_name, bytes: stats.size, trashed_at: made.mtime.toISOString() });
    }
  }
  return found.sort((a, b) => b.trashed_at.localeCompare(a.trashed_at));
}

/** Deletes files of the trash for good, and the folders that are empty then. Says which are gone. */
export async function emptyTrash(files: readonly TrashedFile[], organized: string): Promise<TrashedFile[]> {
  const trash = join(organized, '.alice-trash');
  const gone: TrashedFile[] = [];
  for (const file of files) {
    const removed = await unlink(file.path).then(() => true, () => false);
    if (removed) gone.push(file);
  }
  for (const id of new Set(gone.map((file) => file.id))) await rmdir(join(trash, id)).catch(() => undefined);
  if (gone.length > 0) await syncFolder(trash).catch(() => undefined);
  return gone;
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function statsOf(path: string): Promise<Stats | null> {
  return lstat(path).catch(() => null);
}
