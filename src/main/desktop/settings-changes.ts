import { isDeepStrictEqual } from 'node:util';
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
  readonly change: (key: SettingKey, value: never) => Promise<void>;
  /** The same for inbox and organized folder, which must fit each other. @throws with a sentence */
  readonly changeFolder: (which: 'inbox' | 'organized', folder: string) => Promise<void>;
  /** Folders as they hold for this run. */
  readonly folders: () => { readonly inbox: string; readonly organized: string; readonly forThisRun: boolean };
}

/** A change cannot be made or taken back; the message is a sentence for the person. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

/** Changes settings, each told by an event, and takes changes back by these events. */
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

  /** @throws SettingRefused */
  async change<K extends SettingKey>(key: K, value: SettingValues[K]): Promise<ChangedSetting> {
    const { title, schema } = settingOf(key);
    if (!schema.safeParse(value).success) throw new SettingRefused(t('{title} cannot be set to that. Nothing was changed.', { title }));
    if (isDeepStrictEqual(this.#options.settings()[key], value)) return { sequence: null, now: this.now };
    const problem = key === 'backup_folder' && typeof value === 'string' ? await backupPlaceProblem(value, { ...this.#options.folders(), sources: this.#options.settings().sources }) : null;
    if (problem !== null) throw new SettingRefused(problem);
    if (key === 'inbox' || key === 'organized') await this.#options.changeFolder(key, value as string);
    else await this.#options.change(key, value as never);
    return { sequence: this.#lastChangeOf(key), now: this.now };
  }

  reset(key: Exclude<SettingKey, 'inbox' | 'organized'>): Promise<ChangedSetting> {
    return this.change(key, settingOf(key).initial as never);
  }

  chooseFolder(key: FolderKey, folder: string): Promise<ChangedSetting> {
    return this.change(key, folder);
  }

  /** Takes changes back, the latest first. @throws SettingRefused when one was changed since, or cannot be taken back like this */
  async takeBack(sequences: readonly number[]): Promise<{ readonly sequences: readonly number[]; readonly now: SettingsNow }> {
    const taken: number[] = [];
    for (const sequence of [...sequences].sort((one, other) => other - one)) {
      const event = this.#options.hub()?.log.after(sequence - 1, 1)[0];
      if (event?.event_type !== 'settings.changed' || event.sequence !== sequence) throw new SettingRefused(t('This change is not known any more.'));
      const { setting, value, previous_value } = event.data;
      // Of stages the log does not tell all: what could be a key stays out of it.
      if (!isSettingKey(setting) || setting === 'quality_stages') {
        throw new SettingRefused(t('This change was made in an editor of its own. Change it back there.'));
      }
      const { title } = settingOf(setting);
      if (!isDeepStrictEqual(this.#options.settings()[setting], value)) {
        throw new SettingRefused(t('{title} was changed again since. It stays as it is now.', { title }));
      }
      const { sequence: told } = await this.change(setting, previous_value as never);
      if (told !== null) taken.push(told);
    }
    return { sequences: taken, now: this.now };
  }

  #lastChangeOf(key: SettingKey): number | null {
    const [last] = this.#options.hub()?.log.find({ types: ['settings.changed'], newestFirst: true, limit: 1 }) ?? [];
    return last?.event_type === 'settings.changed' && last.data.setting === key ? last.sequence : null;
  }
}
