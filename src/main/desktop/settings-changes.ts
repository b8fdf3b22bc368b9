import { isDeepStrictEqual } from 'node:util';
import type { EventOf } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import type { ChangedSetting, SettingsNow, ShownValue } from '@shared/ipc/settings-calls';
import { t } from '@shared/language/language';
import {
  type FolderKey, isSettingKey, type SettingKey, settingKeys, settingOf, type SettingValues,
} from '@shared/settings/settings-table';
import type { Hub } from '../hub';
import type { Settings } from './settings';
import { backupPlaceProblem } from './settings-places';

/** What it takes to change settings. */
export interface ChangesOptions {
  readonly settings: () => Settings;
  readonly atStart: () => Settings;
  readonly hub: () => Hub | null;
  /** Keeps a setting and says so. */
  readonly change: (key: SettingKey, value: never, storyId?: string) => Promise<void>;
  /** The same for inbox and organized folder, which must fit each other. @throws with a sentence */
  readonly changeFolder: (which: 'inbox' | 'organized', folder: string, storyId?: string) => Promise<void>;
  /** Folders as they hold for this run. */
  readonly folders: () => { readonly inbox: string; readonly organized: string; readonly forThisRun: boolean };
}

type Told = Recorded<EventOf<'settings.changed'>>;

/** A change cannot be made or taken back; the message is a sentence for the person. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

/** Changes settings, each told by an event, and puts them back by these events. */
export class SettingsChanges {
  readonly #options: ChangesOptions;

  constructor(options: ChangesOptions) {
    this.#options = options;
  }

  get now(): SettingsNow {
    const kept = this.#options.settings();
    const { inbox, organized, forThisRun } = this.#options.folders();
    const shown = (key: SettingKey): ShownValue => {
      const value = key === 'inbox' ? inbox : key === 'organized' ? organized : kept[key];
      return typeof value === 'object' && value !== null ? Object.keys(value).length : value;
    };
    // Folders that there must be have nothing to go back to.
    const differs = (key: SettingKey) => key !== 'inbox' && key !== 'organized' && !isDeepStrictEqual(kept[key], settingOf(key).initial);
    const atStart = this.#options.atStart();
    const waits = (key: SettingKey) => settingOf(key).from_next_start === true && !isDeepStrictEqual(kept[key], atStart[key]);
    return {
      values: Object.fromEntries(settingKeys.map((key) => [key, shown(key)])) as Record<SettingKey, ShownValue>,
      changed: settingKeys.filter(differs),
      for_this_run: forThisRun ? ['inbox', 'organized'] : [],
      from_next_start: settingKeys.filter(waits),
    };
  }

  /** @param storyId what it is part of @throws SettingRefused */
  async change<K extends SettingKey>(key: K, value: SettingValues[K], storyId?: string): Promise<ChangedSetting> {
    const { title, schema, control } = settingOf(key);
    if (!schema.safeParse(value).success) throw new SettingRefused(t('{title} cannot be set to that. Nothing was changed.', { title }));
    if (isDeepStrictEqual(this.#options.settings()[key], value)) return { sequence: null, now: this.now };
    const wrong = control.kind === 'text' && typeof value === 'string' ? control.problem(value) : null;
    if (wrong !== null) throw new SettingRefused(t('{problem} {title} was not changed.', { problem: wrong, title }));
    const problem = key === 'backup_folder' && typeof value === 'string' ? await backupPlaceProblem(value, { ...this.#options.folders(), sources: this.#options.settings().sources }) : null;
    if (problem !== null) throw new SettingRefused(problem);
    if (key === 'inbox' || key === 'organized') await this.#options.changeFolder(key, value as string, storyId);
    else await this.#options.change(key, value as never, storyId);
    return { sequence: this.#lastChangeOf(key), now: this.now };
  }

  reset(key: Exclude<SettingKey, 'inbox' | 'organized'>): Promise<ChangedSetting> {
    return this.change(key, settingOf(key).initial as never);
  }

  chooseFolder(key: FolderKey, folder: string): Promise<ChangedSetting> {
    return this.change(key, folder);
  }

  /** Why a change cannot be taken back, as a sentence; null when it can. */
  problemWith({ data: { setting, value } }: Told): string | null {
    if (!isSettingKey(setting)) return t('This change is not known any more.');
    if (isDeepStrictEqual(this.#options.settings()[setting], value)) return null;
    return t('{title} was changed again since. It stays as it is now.', { title: settingOf(setting).title });
  }

  /** @throws SettingRefused */
  async putBack({ data: { setting, previous_value } }: Told, storyId: string): Promise<void> {
    if (isSettingKey(setting)) await this.change(setting, previous_value as never, storyId);
  }

  #lastChangeOf(key: SettingKey): number | null {
    const [last] = this.#options.hub()?.log.find({ types: ['settings.changed'], newestFirst: true, limit: 1 }) ?? [];
    return last?.event_type === 'settings.changed' && last.data.setting === key ? last.sequence : null;
  }
}
