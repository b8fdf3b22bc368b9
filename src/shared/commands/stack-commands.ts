import { t } from '../language/language';
import type { Commands } from './command';

const section = 'stacks';

/** What is decided about the stack of lookalikes, and the picture in it, that the keyboard is on. */
export const stackCommands = {
  'stacks.keep-this': { title: t('Keep this one instead'), section, keys: ['Space'], words: t('best choose stack'), onList: true },
  'stacks.keep-best': { title: t('Keep the best of the stack'), section, keys: ['b'], words: t('decide reject others'), onList: true },
  'stacks.keep-all': { title: t('Keep all of the stack'), section, keys: ['a'], words: t('decide'), onList: true },
  'stacks.compare': { title: t('Compare the stack'), section, keys: ['Enter'], words: t('side by side'), onList: true },
  'stacks.open': { title: t('Open the picture of the stack in the library'), section, keys: ['o'], words: t('show'), onList: true },
} as const satisfies Commands;
