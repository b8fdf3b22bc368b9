import { join } from 'node:path';

/** Where the backups of a data folder lie. */
export function backupFolderOf(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** `log-2026-01-02T03-04-05.678Z.sqlite`: colons are not for file names. */
export function backupName(at: Date): string {
  return `log-${stampOf(at)}.sqlite`;
}

/** A moment in UTC as part of a file name. */
export function stampOf(at: Date): string {
  return at.toISOString().replaceAll(':', '-');
}
