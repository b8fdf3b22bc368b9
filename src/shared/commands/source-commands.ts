import { t } from '../language/language';
import type { Commands } from './command';

/** What is done about the folders that are watched beside the inbox. */
export const sourceCommands = {
  'sources.add': { title: t('Watch a folder'), section: 'everywhere', keys: [], words: t('source add comfyui downloads') },
} as const satisfies Commands;
