import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** Commands that lead to a page of their own in the palette, where what is meant is chosen. */
export const paletteCommands = {
  'palette.move': { title: t('Move to project…'), section, keys: [], words: 'file folder assign pictures refile' },
  'palette.place': { title: t('Put on the board of…'), section, keys: [], words: 'assign project card pictures' },
  'palette.rate': { title: t('Rate…'), section, keys: [], words: 'stars rating pictures' },
  'palette.project': { title: t('Open project…'), section, keys: [], words: 'board go to' },
  'palette.date': { title: t('Go to date…'), section, keys: [], words: 'timeline day time when jump' },
  'palette.theme': { title: t('Theme…'), section, keys: [], words: 'appearance colour light dark system' },
} as const satisfies Commands;
