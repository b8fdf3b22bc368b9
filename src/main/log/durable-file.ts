import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes what was written to a file, or done in a folder, survive a power cut. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows cannot open a folder to make it durable; its file system journals names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder);
}

/** Gives a finished file its name, durably. The name must be free or its holder worthless: it is replaced. */
export function publishDurably(part: string, file: string): void {
  syncPath(part);
  renameSync(part, file);
  syncFolder(dirname(file));
}
