import { t } from '../language/language';
import type { Commands } from './command';

/** What can be done with the pictures that are chosen in the library. */
export const chosenCommands = {
  'chosen.assign': { title: t('Assign the chosen to a project…'), section: 'library', keys: ['m', 'Shift+a'], words: t('board column move pictures') },
  'chosen.compare': { title: t('Compare the chosen side by side'), section: 'library', keys: ['Shift+c'], words: t('cull two four') },
  'chosen.copy-prompts': { title: t('Copy the prompts of the chosen'), section: 'library', keys: ['$mod+Shift+c'], words: t('clipboard text') },
  'chosen.undo-filing': { title: t('Undo the filing of the chosen'), section: 'library', keys: [], words: t('take back files') },
  'chosen.none': { title: t('Choose none'), section: 'library', keys: [], words: t('clear selection deselect') },
} as const satisfies Commands;
