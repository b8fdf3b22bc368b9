import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { DataPointerError, dataFolderIn } from '../hub/data-pointer';
import { logFileName } from '../log/open-database';
import { UsageError } from './usage-error';

/** Where the app keeps log, projections and thumbnails when nothing else is said: the same place for window and command line. */
export function defaultDataFolder(): string {
  try {
    return dataFolderIn(appFolder());
  } catch (error) {
    throw error instanceof DataPointerError ? new UsageError(error.message) : error;
  }
}

function appFolder(): string {
  switch (platform()) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Alice');
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Alice');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Alice');
  }
}

export function dataFolderOf(option: string | undefined): string {
  return option === undefined ? defaultDataFolder() : resolve(option);
}

/** The data folder of a command that only reads. @throws UsageError when there is no log in it. */
export function existingDataFolder(option: string | undefined): string {
  const folder = dataFolderOf(option);
  if (!existsSync(join(folder, logFileName))) {
    throw new UsageError(`There is no event log in ${folder}. Organize something first, or name the data folder with --data.`);
  }
  return folder;
}
