import { t } from '../language/language';
import type { Commands } from './command';

/** What would become of files, before anything moves. */
export const dryRunCommands = {
  'preview.files': { title: t('Preview files before adding'), section: 'everywhere', keys: [], words: t('dry run tree what would happen') },
  'preview.folder': { title: t('Preview a folder before adding'), section: 'everywhere', keys: [], words: t('dry run tree what would happen') },
  'preview.waiting': { title: t('Preview what waits'), section: 'everywhere', keys: [], words: t('dry run inbox paused tree') },
} as const satisfies Commands;
