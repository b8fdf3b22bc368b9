import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** Commands that lead to a page of their own in the palette, where what is meant is chosen. */
export const paletteCommands = {
  'palette.open': { title: t('Open a picture or project…'), section, keys: ['$mod+p'], words: t('quick open go to find') },
  'palette.move': { title: t('Move to project…'), section, keys: ['m'], words: t('file folder assign pictures refile') },
  'palette.place': { title: t('Put on the board of…'), section, keys: [], words: t('assign project card pictures') },
  'palette.rate': { title: t('Rate…'), section, keys: [], words: t('stars rating pictures') },
  'palette.project': { title: t('Open project…'), section, keys: [], words: t('board go to') },
  'palette.date': { title: t('Go to date…'), section, keys: [], words: t('timeline day time when jump') },
  'palette.theme': { title: t('Theme…'), section, keys: [], words: t('appearance colour light dark system') },
} as const satisfies Commands;
