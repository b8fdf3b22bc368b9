import type { Commands } from './command';

const section = 'everywhere';

/** Commands that lead to a page of their own in the palette, where what is meant is chosen. */
export const paletteCommands = {
  'palette.move': { title: 'Move to project…', section, keys: [], words: 'file folder assign pictures refile' },
  'palette.place': { title: 'Put on the board of…', section, keys: [], words: 'assign project card pictures' },
  'palette.rate': { title: 'Rate…', section, keys: [], words: 'stars rating pictures' },
  'palette.project': { title: 'Open project…', section, keys: [], words: 'board go to' },
  'palette.date': { title: 'Go to date…', section, keys: [], words: 'timeline day time when jump' },
  'palette.theme': { title: 'Theme…', section, keys: [], words: 'appearance colour light dark system' },
} as const satisfies Commands;
