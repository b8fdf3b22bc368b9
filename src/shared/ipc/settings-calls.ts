import { folderKeys, type SettingKey, settingsTable, type SettingValues, type SimpleKey, simpleKeys } from '../settings/settings-table';
import { z } from 'zod';

const nothing = z.strictObject({});

/** One setting with its new value. */
export type SimpleChange = { [K in SimpleKey]: { key: K; value: SettingValues[K] } }[SimpleKey];

const [first, ...others] = simpleKeys.map((key) => z.strictObject({ key: z.literal(key), value: settingsTable[key].schema }));
if (first === undefined) throw new Error('There is no setting.');
const simpleChange = z.discriminatedUnion('key', [first, ...others]) as unknown as z.ZodType<SimpleChange, SimpleChange>;

/** What the window asks of settings. Places are chosen in dialogs of the system, never named by it. */
export const settingsCalls = {
  'settings/all': nothing,
  'settings/change': simpleChange,
  'settings/reset': z.strictObject({ key: z.enum([...simpleKeys, 'backup_folder']) }),
  'settings/choose-folder': z.strictObject({ key: z.enum(folderKeys) }),
  'settings/export': z.strictObject({ with_places: z.boolean() }),
  /** Asks for a file and tells what it would change. */
  'settings/read-import': nothing,
  'settings/import': z.strictObject({ id: z.uuid() }),
  'settings/open-notices': nothing,
} as const satisfies Record<string, z.ZodType>;

/** A value that the window shows: of a list with an editor, how many entries it has. */
export type ShownValue = string | number | boolean | null;

/** All settings as they hold now. */
export interface SettingsNow {
  readonly values: Readonly<Record<SettingKey, ShownValue>>;
  /** Those that are not as they were at first. */
  readonly changed: readonly SettingKey[];
  /** Named on the command line, so that they hold for this run and cannot be changed in it. */
  readonly for_this_run: readonly SettingKey[];
  /** Changed since Alice was started, and holding from her next start on. */
  readonly from_next_start: readonly SettingKey[];
}

/** What came of a change: the event that tells it, by which it can be taken back; null when nothing changed. */
export interface ChangedSetting {
  readonly sequence: number | null;
  readonly now: SettingsNow;
}

export interface ImportChange {
  readonly key: SettingKey;
  readonly from: string;
  readonly to: string;
}

/** What a file of settings would do. */
export interface ImportPreview {
  readonly id: string;
  readonly file_name: string;
  readonly changes: readonly ImportChange[];
  /** How many settings are in it that are so already. */
  readonly same: number;
  /** A sentence for each thing in it that does not fit, and is left out. */
  readonly problems: readonly string[];
}

export interface SettingsAnswers {
  'settings/all': SettingsNow;
  'settings/change': ChangedSetting;
  'settings/reset': ChangedSetting;
  /** Null when no folder was chosen. */
  'settings/choose-folder': ChangedSetting | null;
  /** Null when no file was named. */
  'settings/export': { readonly file_name: string } | null;
  'settings/read-import': ImportPreview | null;
  'settings/import': { readonly sequences: readonly number[]; readonly now: SettingsNow; readonly problems: readonly string[] };
  'settings/open-notices': null;
}
