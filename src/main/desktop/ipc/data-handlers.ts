import { randomUUID } from 'node:crypto';
import { readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsChanged } from '@shared/events/system-events';
import type { DataOverview, MoveState } from '@shared/ipc/data-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { dialog, shell } from 'electron';
import { DataMoveError, moveData } from '../../hub/move-data';
import { secretsFileName } from '../../hub/quality-stages-setup';
import type { DataPlace } from '../data-place';
import type { Secrets } from '../secrets';
import type { SettingsStore } from '../settings';
import { SettingRefused } from '../settings-changes';
import { liesIn, sourceClash } from '../settings-places';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type DataCall =
  | 'data/overview' | 'data/open-folder' | 'data/choose-place' | 'data/move' | 'data/move-state' | 'data/stop-move' | 'data/old-folder';

export interface DataOfApp {
  readonly place: DataPlace;
  readonly settings: SettingsStore;
  readonly secrets: Secrets;
}

const idle: MoveState = { part: 'idle', done: 0, total: 0 };

/** The data folder: where it is, how much is in it, and moving it. */
export function dataHandlers(workspace: Workspace, { place, settings, secrets }: DataOfApp): Pick<Handlers, DataCall> {
  let chosen: { readonly id: string; readonly folder: string } | null = null;
  let state = idle;
  let stop: AbortController | null = null;

  const overview = async (): Promise<DataOverview> => ({
    folder: place.folder,
    ...(await place.size()),
    fixed: place.named ? t('It was named when Alice was started and holds for this run. Start Alice without --data to move it.') : null,
    old_folder: await place.oldFolder(),
  });

  const problemWith = async (folder: string): Promise<string | null> => {
    const { inbox_path, organized_path } = workspace.status;
    if (await liesIn(folder, place.folder)) return t('{folder} lies in the data folder itself. Choose a folder outside of it.', { folder });
    if (await liesIn(folder, inbox_path)) return t('{folder} lies in the inbox, where files are taken from. Choose a folder outside of it.', { folder });
    if (await liesIn(folder, organized_path)) return t('{folder} lies in the organized folder. Choose a folder outside of it.', { folder });
    const clash = await sourceClash(folder, settings.current.sources);
    if (clash !== null) return clash;
    const inside = await readdir(folder).catch((error: unknown) => toldOf(error));
    if (typeof inside === 'string') return t('{folder} cannot be read: {problem}', { folder, problem: inside });
    return inside.length === 0 ? null : t('{folder} is not empty. Choose or make an empty folder.', { folder });
  };

  const move = async (folder: string, signal: AbortSignal): Promise<void> => {
    const from = place.folder;
    await workspace.whileClosed(async (closing) => {
      const copy = async () => {
        const to = await moveData({
          from,
          to: folder,
          appFolder: place.appFolder,
          signal: AbortSignal.any([signal, closing]),
          onProgress: (part, done, total) => { state = { part, done, total }; },
        });
        place.movedTo(to);
        return to;
      };
      await secrets.whileMoving(async () => join(await settings.whileMoving(copy), secretsFileName));
    });
    await workspace.hub?.say(settingsChanged({ setting: 'data_folder', value: place.folder, previous_value: from }));
  };

  return {
    'data/overview': overview,
    'data/open-folder': async () => {
      const refusal = await shell.openPath(place.folder);
      if (refusal !== '') throw new PersonalError(t('The data folder could not be opened: {refusal}', { refusal }));
      return null;
    },
    'data/choose-place': async () => {
      const { filePaths } = await dialog.showOpenDialog({
        title: t('Choose an empty folder for the data'), properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = filePaths;
      if (folder === undefined) return null;
      const problem = await problemWith(folder);
      if (problem !== null) throw new PersonalError(problem);
      chosen = { id: randomUUID(), folder };
      const free_bytes = await statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => null);
      return { ...chosen, bytes: (await place.size()).bytes, free_bytes };
    },
    'data/move': async ({ id }) => {
      if (place.named) throw new PersonalError((await overview()).fixed ?? '');
      if (chosen?.id !== id) throw new PersonalError(t('This place is not known any more. Choose it again.'));
      if (stop !== null) throw new PersonalError(t('The data folder is being moved already.'));
      stop = new AbortController();
      state = { part: 'closing', done: 0, total: 0 };
      try {
        await move(chosen.folder, stop.signal);
      } catch (error) {
        throw error instanceof DataMoveError || error instanceof SettingRefused ? new PersonalError(toldOf(error)) : error;
      } finally {
        [stop, chosen, state] = [null, null, idle];
      }
      return overview();
    },
    'data/move-state': () => state,
    'data/stop-move': () => {
      stop?.abort();
      return null;
    },
    'data/old-folder': async ({ wish }) => {
      const old = await place.oldFolder();
      if (old !== null && wish === 'trash') {
        await shell.trashItem(old).catch((error: unknown) => {
          throw new PersonalError(t('The old data folder {folder} could not be put into the trash: {problem}', {
            folder: old,
            problem: toldOf(error),
          }));
        });
      }
      if (old !== null) await place.forgetOldFolder();
      return overview();
    },
  };
}
