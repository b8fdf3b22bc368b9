import { z } from 'zod';
import { t } from '../language/language';
import { defineSetting, type SettingControl } from './setting';

const folder = z.string().min(1).max(32_768).nullable();

/** Where files come from and go to. */
export const fileSettings = {
  inbox: defineSetting({
    /** Null until a person has answered the first run. */
    schema: folder,
    initial: null,
    get title() { return t('Inbox folder'); },
    get sentence() { return t('Where new pictures and videos arrive. What lies in the folder before stays there.'); },
    words: [t('folder'), t('watch'), t('source'), t('path'), t('directory'), t('drop')],
    control: { kind: 'folder' },
    is_place: true,
  }),
  organized: defineSetting({
    schema: folder,
    initial: null,
    get title() { return t('Organized folder'); },
    get sentence() { return t('Where finished files are put. What was filed before stays where it is, and is still shown.'); },
    words: [t('folder'), t('library'), t('path'), t('directory'), t('destination'), t('target')],
    control: { kind: 'folder' },
    is_place: true,
  }),
  operation: defineSetting({
    schema: z.enum(['copy', 'move']),
    initial: 'copy',
    get title() { return t('When a file is filed'); },
    get sentence() { return t('Copy keeps the original in the inbox. Move takes it out of the inbox once its copy is proven to be the same.'); },
    words: [t('copy'), t('move'), t('original'), t('keep'), t('operation')],
    get control(): SettingControl { return { kind: 'choice', options: [['copy', t('Copy, keep originals')], ['move', t('Move')]] }; },
  }),
  preview_before_adding: defineSetting({
    schema: z.boolean(),
    initial: false,
    get title() { return t('Show a preview before files are added'); },
    get sentence() { return t('What is dropped or chosen is shown first as the folders that would result; nothing is added or moved until you accept it.'); },
    words: [t('dry run'), t('preview'), t('tree'), t('drop'), t('ask'), t('confirm')],
    control: { kind: 'switch' },
  }),
  keep_free_mb: defineSetting({
    /** Megabytes that stay free on every disk that files go to; null for the usual number. */
    schema: z.number().min(1).max(1_000_000).nullable(),
    initial: null,
    get title() { return t('Space to keep free'); },
    get sentence() { return t('Before a disk has less than this left, files wait in the inbox and nothing is lost.'); },
    words: [t('disk'), t('full'), t('room'), t('megabytes'), t('free'), t('limit'), t('reserve')],
    get control(): SettingControl { return { kind: 'number', least: 1, most: 1_000_000, step: 100, unit: t('MB'), usual: t('Usual') }; },
  }),
  backup_folder: defineSetting({
    schema: folder,
    initial: null,
    get title() { return t('Second place for backups'); },
    get sentence() { return t('Each backup of the log is copied there, too, best onto another disk.'); },
    words: [t('backup'), t('folder'), t('copy'), t('safety'), t('restore'), t('disk')],
    get control(): SettingControl { return { kind: 'folder', none: t('None') }; },
    is_place: true,
  }),
} as const;
