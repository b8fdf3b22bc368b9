import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import type { RunFolders } from './run-folders';
import type { SettingsStore } from './settings';
import { SettingRefused } from './settings-changes';
import { sourceClash } from './settings-places';

interface FolderChange {
  readonly folders: RunFolders;
  readonly settings: SettingsStore;
  /** Has something done while no hub works in the folders. */
  readonly whileClosed: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Takes another inbox or organized folder by the rules of the first run. @throws SettingRefused, and then nothing changes
 * @returns the folder before
 */
export async function changeFolder(which: 'inbox' | 'organized', folder: string, change: FolderChange): Promise<string> {
  const { folders, settings, whileClosed } = change;
  if (folders.named) {
    throw new SettingRefused(t('The folders were named when Alice was started and hold for this run. Start Alice without them to choose others.'));
  }
  const before = folders.now;
  const after = { ...before, [which]: folder };
  const problem = await folders.problem({ operation: settings.current.operation, create: 'both' }, after);
  const clash = problem ?? (await sourceClash(folder, settings.current.sources));
  if (clash !== null) throw new SettingRefused(clash);
  await whileClosed(async () => {
    folders.take(after);
    await folders.create();
    settings.change({ [which]: folder });
  }).catch(async (error: unknown) => {
    await whileClosed(async () => {
      folders.take(before);
      settings.change({ [which]: before[which] });
    });
    throw new SettingRefused(t('The folder {folder} could not be taken: {error} The one before is still used.', { folder, error: toldOf(error) }));
  });
  return before[which];
}
