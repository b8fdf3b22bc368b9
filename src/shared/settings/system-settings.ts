import { z } from 'zod';
import { t } from '../language/language';
import { defineSetting } from './setting';

const onOrOff = { schema: z.boolean(), control: { kind: 'switch' } } as const;

/** How Alice tells of itself while nobody looks at its window. */
export const systemSettings = {
  tray: defineSetting({
    ...onOrOff,
    initial: true,
    get title() { return t('Icon in the tray'); },
    get sentence() { return t('Shows beside the clock whether Alice watches, and leads to its window and to the inbox, where the system has a place for it.'); },
    words: [t('menu bar'), t('icon'), t('status'), t('background'), t('notification area')],
  }),
  keep_in_tray: defineSetting({
    ...onOrOff,
    initial: false,
    get title() { return t('Keep watching when the window is closed'); },
    get sentence() { return t('Alice goes on in the tray, where there is one. Off: closing the window quits.'); },
    words: [t('close'), t('quit'), t('background'), t('tray'), t('exit'), t('run')],
  }),
  notify_finished: defineSetting({
    ...onOrOff,
    initial: true,
    get title() { return t('Tell when a run is over'); },
    get sentence() { return t('How many pictures were filed and how many set aside, once nothing waits any more and the window is not in front.'); },
    words: [t('notification'), t('message'), t('done'), t('finished'), t('filed')],
  }),
  notify_set_aside: defineSetting({
    ...onOrOff,
    initial: true,
    get title() { return t('Tell when a file needs you'); },
    get sentence() { return t('A file was set aside and waits for a decision of yours.'); },
    words: [t('notification'), t('message'), t('set aside'), t('broken'), t('attention')],
  }),
  notify_trouble: defineSetting({
    ...onOrOff,
    initial: true,
    get title() { return t('Tell when Alice had to pause'); },
    get sentence() { return t('A disk is full or a folder is gone, and files wait until it is mended.'); },
    words: [t('notification'), t('message'), t('disk'), t('full'), t('drive'), t('trouble'), t('paused')],
  }),
} as const;
