import { t } from '../language/language';
import type { Platform, Setting } from './setting';
import { type PanelId, type SettingsPanel, settingsPanels } from './settings-panels';
import { isSettingKey, type SettingKey, settingOf } from './settings-table';

export type SettingsRow = SettingKey | PanelId;

export interface SettingsSection {
  readonly id: string;
  readonly title: string;
  /** In the order in which they are shown. */
  readonly rows: readonly SettingsRow[];
}

export const settingsSections = [
  { id: 'general', title: t('General'), rows: ['open_at_login', 'keep_in_tray'] },
  { id: 'appearance', title: t('Appearance'), rows: ['language', 'theme', 'contrast', 'density', 'motion', 'zoom'] },
  { id: 'files', title: t('Files'), rows: ['inbox', 'organized', 'operation', 'preview_before_adding', 'keep_free_mb', 'backup_folder'] },
  { id: 'sources', title: t('Sources'), rows: ['sources'] },
  { id: 'quality', title: t('Quality'), rows: ['bands', 'refile_on_rating', 'quality_stages'] },
  { id: 'provenance', title: t('Provenance'), rows: ['source_rules', 'read_again'] },
  { id: 'notifications', title: t('Notifications and tray'), rows: ['notify_finished', 'notify_set_aside', 'notify_trouble', 'tray'] },
  { id: 'keys', title: t('Keys'), rows: ['keys'] },
  { id: 'data', title: t('Data'), rows: ['data_folder', 'backups', 'transfer', 'logs'] },
  { id: 'about', title: t('About'), rows: ['about', 'updates', 'look_for_updates', 'release_channel', 'release_list'] },
] as const satisfies readonly SettingsSection[];

export type SectionId = (typeof settingsSections)[number]['id'];

/** What is said of a row, be it a setting or not. */
export function wordsOf(row: SettingsRow): SettingsPanel {
  return isSettingKey(row) ? settingOf(row) : settingsPanels[row];
}

/** The sections with what this system has, and what can be shown now. */
export function sectionsOn(platform: Platform | (string & {}), shown: (row: SettingsRow) => boolean): readonly SettingsSection[] {
  const here = (row: SettingsRow) => {
    const setting: Setting | null = isSettingKey(row) ? settingOf(row) : null;
    return (setting?.only_on?.some((each) => each === platform) ?? true) && shown(row);
  };
  return settingsSections.map((section) => ({ ...section, rows: section.rows.filter(here) })).filter(({ rows }) => rows.length > 0);
}
