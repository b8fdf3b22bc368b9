import { z } from 'zod';
import { t } from '../language/language';
import { defineSetting } from './setting';

/** How Alice stands in the system. */
export const generalSettings = {
  open_at_login: defineSetting({
    schema: z.boolean(),
    initial: false,
    get title() { return t('Open at login'); },
    get sentence() { return t('Alice starts with your computer and takes in what has arrived since.'); },
    words: [t('start'), t('startup'), t('autostart'), t('boot'), t('launch')],
    control: { kind: 'switch' },
    only_on: ['darwin', 'win32'],
  }),
} as const;
