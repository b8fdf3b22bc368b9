import type { Commands } from './command';

const section = 'everywhere';

/** Settings that are changed often enough to be changed from anywhere. */
export const settingsCommands = {
  'settings.theme-system': { title: 'Theme as the system', section, keys: [], words: 'appearance colour light dark' },
  'settings.theme-light': { title: 'Light theme', section, keys: [], words: 'appearance colour day' },
  'settings.theme-dark': { title: 'Dark theme', section, keys: [], words: 'appearance colour night' },
  'settings.high-contrast': { title: 'High contrast on or off', section, keys: [], words: 'appearance accessibility readable' },
  'settings.actual-size': {
    title: 'Text in its actual size', section, keys: [], words: 'zoom reset 100 percent', menu: { menu: 'view', group: 2, label: 'Actual Size', fixed: 'CmdOrCtrl+0' },
  },
  'settings.larger': { title: 'Larger text', section, keys: [], words: 'zoom in text size', menu: { menu: 'view', group: 2, label: 'Larger', fixed: 'CmdOrCtrl+Plus' } },
  'settings.smaller': { title: 'Smaller text', section, keys: [], words: 'zoom out text size', menu: { menu: 'view', group: 2, label: 'Smaller', fixed: 'CmdOrCtrl+-' } },
  'settings.export': { title: 'Export settings', section, keys: [], words: 'json file save' },
  'settings.import': { title: 'Import settings', section, keys: [], words: 'json file load' },
  'settings.appearance': { title: 'Settings of the appearance', section, keys: [], words: 'theme contrast motion zoom' },
  'settings.folders': { title: 'Settings of the folders', section, keys: [], words: 'inbox organized files backup' },
  'settings.data': { title: 'Settings of the data folder', section, keys: [], words: 'move log library backup' },
  'settings.about': { title: 'About Alice', section, keys: [], words: 'version licence', menu: { menu: 'help', group: 2, label: 'About Alice' } },
} as const satisfies Commands;
