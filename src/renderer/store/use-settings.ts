import type { ChangedSetting, ImportPreview, SettingsNow, SimpleChange } from '@shared/ipc/settings-calls';
import { t } from '@shared/language/language';
import { type FolderKey, type SettingKey, settingOf, type SimpleKey } from '@shared/settings/settings-table';
import { valueInWords } from '@shared/settings/setting-words';
import { create } from 'zustand';
import { ask } from './ask';
import { onNewEvents } from './new-events';
import { dismiss, say } from './use-toasts';

interface SettingsState {
  /** Null until the first answer. */
  readonly now: SettingsNow | null;
  /** A file of settings that was read and not taken over yet. */
  readonly import: ImportPreview | null;
  /** Changes of this window that can be taken back, and those that were, each as its events. */
  readonly done: readonly (readonly number[])[];
  readonly undone: readonly (readonly number[])[];
}

export const useSettings = create<SettingsState>(() => ({ now: null, import: null, done: [], undone: [] }));

export async function loadSettings(): Promise<void> {
  const now = await ask('settings/all', {});
  if (now !== null) useSettings.setState({ now });
}

export const changeSetting = async (change: SimpleChange) => tell(change.key, await ask('settings/change', change));

export const resetSetting = async (key: SimpleKey | 'backup_folder') => tell(key, await ask('settings/reset', { key }));

export const chooseSettingFolder = async (key: FolderKey) => tell(key, await ask('settings/choose-folder', { key }));

let lastOffer: number | null = null;

function tell(key: SettingKey, changed: ChangedSetting | null): void {
  if (changed === null) return;
  const { now, sequence } = changed;
  useSettings.setState({ now });
  if (sequence === null) return;
  const { title, control } = settingOf(key);
  const words = valueInWords(key, now.values[key]);
  offerUndo(control.kind === 'folder' ? t('{title} changed to {value}', { title, value: words }) : `${title}: ${words}`, [sequence]);
}

/** One message at a time says what was changed: who tries values wants no tower of them. */
function offerUndo(text: string, sequences: readonly number[]): void {
  useSettings.setState(({ done }) => ({ done: [...done, sequences], undone: [] }));
  if (lastOffer !== null) dismiss(lastOffer);
  lastOffer = say(text, { action: { label: t('Undo'), run: () => void takeBack(sequences) } });
}

async function takeBack(sequences: readonly number[], again = false): Promise<void> {
  const taken = await ask('settings/take-back', { sequences: [...sequences] });
  const without = (all: readonly (readonly number[])[]) => all.filter((each) => each !== sequences);
  useSettings.setState(({ done, undone }) => ({ done: without(done), undone: without(undone) }));
  if (taken === null) return;
  useSettings.setState(({ done, undone }) => ({
    now: taken.now,
    done: again && taken.sequences.length > 0 ? [...done, taken.sequences] : done,
    undone: !again && taken.sequences.length > 0 ? [...undone, taken.sequences] : undone,
  }));
  if (lastOffer !== null) dismiss(lastOffer);
  const count = sequences.length;
  lastOffer = say(
    again
      ? t('{count, plural, one {# setting} other {# settings}} changed again', { count })
      : t('{count, plural, one {# setting} other {# settings}} as before', { count }),
  );
}

/** Takes the last change of this window back, or makes it again. False when there is none. */
export function takeBackLatest(direction: 'undo' | 'redo'): boolean {
  const { done, undone } = useSettings.getState();
  const latest = (direction === 'undo' ? done : undone).at(-1);
  if (latest === undefined) return false;
  void takeBack(latest, direction === 'redo');
  return true;
}

export async function exportSettings(with_places: boolean): Promise<void> {
  const written = await ask('settings/export', { with_places });
  if (written !== null) say(t('Settings exported to {file_name}', { file_name: written.file_name }));
}

/** Asks for a file and shows what it would change. */
export async function chooseImport(): Promise<void> {
  const preview = await ask('settings/read-import', {});
  if (preview !== null) useSettings.setState({ import: preview });
}

export const leaveImport = () => useSettings.setState({ import: null });

export async function applyImport(): Promise<void> {
  const preview = useSettings.getState().import;
  leaveImport();
  const done = preview === null ? null : await ask('settings/import', { id: preview.id });
  if (preview === null || done === null) return;
  useSettings.setState({ now: done.now });
  for (const problem of done.problems.slice(0, 3)) say(problem, 'problem');
  const count = done.sequences.length;
  if (count === 0) return;
  offerUndo(
    t('{count, plural, one {# setting} other {# settings}} taken from {name}', { count, name: preview.file_name }),
    done.sequences,
  );
}

/** Settings are changed elsewhere, too: by editors of their own, and on the command line. */
export function followSettings(): () => void {
  return onNewEvents((events) => {
    if (events.some(({ event_type }) => event_type === 'settings.changed') && useSettings.getState().now !== null) void loadSettings();
  });
}
