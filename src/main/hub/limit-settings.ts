import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** A second place for backups of the log. */
  backup_folder: z.string().min(1).nullable().catch(null).default(null),
  /** Megabytes that stay free on every disk that files go to. */
  keep_free_mb: z.number().min(1).max(1_000_000).nullable().catch(null).default(null),
});

/** What a person chose about limits, in the `settings.json` of the data folder: the same for window and command line. */
export function limitSettingsIn(dataFolder: string): { readonly backupFolder: string | null; readonly reserveBytes: number | null } {
  const { backup_folder, keep_free_mb } = schema.parse(settingsIn(dataFolder));
  return { backupFolder: backup_folder, reserveBytes: keep_free_mb === null ? null : keep_free_mb * 1_000_000 };
}

/** What stands in the settings of a data folder; nothing of it is checked. */
export function settingsIn(dataFolder: string): object {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'));
    return typeof settings === 'object' && settings !== null ? settings : {};
  } catch {
    // None chosen yet, or a file that somebody wrote by hand: what it should say is as if it were not said.
    return {};
  }
}
