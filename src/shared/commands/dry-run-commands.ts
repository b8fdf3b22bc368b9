import { t } from '../language/language';
import type { Commands } from './command';

/** What would become of files, before anything moves. */
export const dryRunCommands = {
  'preview.files': {
    title: t('Preview files before adding'), section: 'everywhere', keys: [], words: t('dry run tree what would happen'),
    menu: { menu: 'file', group: 0, label: t('Preview Files Before Adding…') },
  },
  'preview.folder': {
    title: t('Preview a folder before adding'), section: 'everywhere', keys: [], words: t('dry run tree what would happen'),
    menu: { menu: 'file', group: 0, label: t('Preview a Folder Before Adding…') },
  },
  'preview.waiting': {
    title: t('Preview what waits'), section: 'everywhere', keys: [], words: t('dry run inbox paused tree'),
    menu: { menu: 'file', group: 0, label: t('Preview What Waits…') },
  },
} as const satisfies Commands;
