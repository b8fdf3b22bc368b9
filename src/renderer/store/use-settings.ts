import type { ChangedSetting, ImportPreview, SettingsNow, SimpleChange } from '@shared/ipc/settings-calls';
import { t } from '@shared/language/language';
import { type FolderKey, type SettingKey, settingOf, type SimpleKey } from '@shared/settings/settings-table';
import { valueInWords } from '@shared/settings/setting-words';
import { create } from 'zustand';
import { ask } from './ask';
import { onNewEvents } from './new-events';
import { dismiss, say } from './use-toasts';
import { wishUndo } from './use-undo';

interface SettingsState {
  /** Null until the first answer. */
  readonly now: SettingsNow | null;
  /** A file of settings that was read and not taken over yet. */
  readonly import: ImportPreview | null;
}

export const useSettings = create<SettingsState>(() => ({ now: null, import: null }));

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
  if (lastOffer !== null) dismiss(lastOffer);
  lastOffer = say(text, { action: { label: t('Undo'), run: () => void wishUndo({ kind: 'operations', sequences }, { several: false }) } });
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
