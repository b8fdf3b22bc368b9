import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** Settings that are changed often enough to be changed from anywhere. */
export const settingsCommands = {
  'settings.theme-system': { title: t('Theme as the system'), section, keys: [], words: t('appearance colour light dark') },
  'settings.theme-light': { title: t('Light theme'), section, keys: [], words: t('appearance colour day') },
  'settings.theme-dark': { title: t('Dark theme'), section, keys: [], words: t('appearance colour night') },
  'settings.high-contrast': { title: t('High contrast on or off'), section, keys: [], words: t('appearance accessibility readable') },
  'settings.actual-size': { title: t('Text in its actual size'), section, keys: [], words: t('zoom reset 100 percent') },
  'settings.larger': { title: t('Larger text'), section, keys: [], words: t('zoom in text size') },
  'settings.smaller': { title: t('Smaller text'), section, keys: [], words: t('zoom out text size') },
  'settings.export': { title: t('Export settings'), section, keys: [], words: t('json file save') },
  'settings.import': { title: t('Import settings'), section, keys: [], words: t('json file load') },
  'settings.appearance': { title: t('Settings of the appearance'), section, keys: [], words: t('theme contrast motion zoom') },
  'settings.folders': { title: t('Settings of the folders'), section, keys: [], words: t('inbox organized files backup') },
  'settings.data': { title: t('Settings of the data folder'), section, keys: [], words: t('move log library backup') },
  'settings.about': { title: t('About Alice'), section, keys: [], words: t('version licence') },
} as const satisfies Commands;
