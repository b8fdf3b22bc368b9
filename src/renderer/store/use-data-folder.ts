import type { ChosenPlace, DataOverview, MoveState } from '@shared/ipc/data-calls';
import { t } from '@shared/language/language';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { say } from './use-toasts';

interface DataFolder {
  readonly overview: DataOverview | null;
  /** A place that was chosen and not moved to yet. */
  readonly chosen: ChosenPlace | null;
  /** How far a move has come; null while there is none. */
  readonly moving: MoveState | null;
  /** Why a move came to no end. */
  readonly problem: string | null;
}

export const useDataFolder = create<DataFolder>(() => ({ overview: null, chosen: null, moving: null, problem: null }));

const lookEveryMs = 150;

export async function loadDataFolder(): Promise<void> {
  const overview = await ask('data/overview', {});
  if (overview !== null) useDataFolder.setState({ overview });
}

export const openDataFolder = () => ask('data/open-folder', {});

export async function choosePlace(): Promise<void> {
  const chosen = await ask('data/choose-place', {});
  if (chosen !== null) useDataFolder.setState({ chosen, problem: null });
}

export const leavePlace = () => useDataFolder.setState({ chosen: null, problem: null });

/** Moves the data folder to the place that was chosen. */
export async function moveData(): Promise<void> {
  const { chosen } = useDataFolder.getState();
  if (chosen === null) return;
  useDataFolder.setState({ moving: { part: 'closing', done: 0, total: 0 }, problem: null });
  const timer = setInterval(() => {
    void askQuietly('data/move-state', {}).then((state) => {
      if (typeof state !== 'string' && useDataFolder.getState().moving !== null && state.answer.part !== 'idle') {
        useDataFolder.setState({ moving: state.answer });
      }
    });
  }, lookEveryMs);
  const moved = await askQuietly('data/move', { id: chosen.id });
  clearInterval(timer);
  if (typeof moved === 'string') {
    useDataFolder.setState({ moving: null, problem: moved });
    return;
  }
  useDataFolder.setState({ moving: null, chosen: null, overview: moved.answer });
  say(t('The data folder was moved, and every file of it read back and compared.'));
}

export const stopMove = () => ask('data/stop-move', {});

/** Says what becomes of the folder where the data was. */
export async function settleOldFolder(wish: 'trash' | 'keep'): Promise<void> {
  const overview = await ask('data/old-folder', { wish });
  if (overview === null) return;
  useDataFolder.setState({ overview });
  say(wish === 'trash' ? t('The old data folder is in the trash.') : t('The old data folder stays where it is. Alice does not use it.'));
}
