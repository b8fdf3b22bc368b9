import type { z } from 'zod';
import { appearanceSettings } from './appearance-settings';
import { fileSettings } from './file-settings';
import { generalSettings } from './general-settings';
import { keySettings } from './key-settings';
import { ratingSettings } from './rating-settings';
import type { Setting } from './setting';
import { systemSettings } from './system-settings';
import { updateSettings } from './update-settings';

/** Every setting that a person sees, by the name under which it is kept and told. */
export const settingsTable = {
  ...generalSettings, ...appearanceSettings, ...fileSettings, ...ratingSettings, ...systemSettings, ...keySettings, ...updateSettings,
} as const;

type Table = typeof settingsTable;
export type SettingKey = keyof Table;
export type SettingValues = { -readonly [K in SettingKey]: z.output<Table[K]['schema']> };

export const settingKeys = Object.keys(settingsTable) as SettingKey[];

export const settingOf = (key: SettingKey): Setting => settingsTable[key];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingsTable, key);

/** Folders, which are chosen in a dialog of the system. */
export const folderKeys = ['inbox', 'organized', 'backup_folder'] as const satisfies readonly SettingKey[];
export type FolderKey = (typeof folderKeys)[number];
/** Lists that have an editor of their own. */
export const editorKeys = ['quality_stages', 'source_rules', 'keys'] as const satisfies readonly SettingKey[];
export type EditorKey = (typeof editorKeys)[number];
/** Those that the window changes as they stand. */
export type SimpleKey = Exclude<SettingKey, FolderKey | EditorKey>;
export const simpleKeys = settingKeys.filter((key): key is SimpleKey => !([...folderKeys, ...editorKeys] as SettingKey[]).includes(key));

type Fields = { [K in SettingKey]: z.ZodDefault<Table[K]['schema']> };

/** How they are kept: each one with what holds while it was never changed. */
export function settingFields(): Fields {
  return Object.fromEntries(settingKeys.map((key) => {
    const { schema, initial } = settingOf(key);
    return [key, schema.default(initial as never)];
  })) as unknown as Fields;
}
