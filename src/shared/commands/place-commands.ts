import { t } from '../language/language';
import type { Commands } from './command';

/** What can be done in one place only. */
export const placeCommands = {
  'timeline.pause': { title: t('Pause or resume the timeline'), section: 'timeline', keys: ['p'], words: 'live hold' },

  'library.order': { title: t('Order of the pictures'), section: 'library', keys: ['o'], words: 'sort', early: true },
  'library.turn-view': { title: t('Grid or list'), section: 'library', keys: ['v'], words: 'view table', early: true },
  'library.choose-all': { title: t('Choose all pictures'), section: 'library', keys: ['$mod+a'], words: 'select', early: true },
  'library.copy-files': { title: t('Copy the files'), section: 'library', keys: ['$mod+c'], words: 'clipboard', early: true },
  'library.reveal': { title: t('Show in its folder'), section: 'library', keys: ['$mod+Shift+r'], words: 'reveal file manager finder explorer', early: true },
  'library.rate-1': { title: t('Rate one star'), section: 'library', keys: ['1'], words: 'stars rating worst', early: true },
  'library.rate-2': { title: t('Rate two stars'), section: 'library', keys: ['2'], words: 'stars rating', early: true },
  'library.rate-3': { title: t('Rate three stars'), section: 'library', keys: ['3'], words: 'stars rating', early: true },
  'library.rate-4': { title: t('Rate four stars'), section: 'library', keys: ['4'], words: 'stars rating', early: true },
  'library.rate-5': { title: t('Rate five stars'), section: 'library', keys: ['5'], words: 'stars rating best', early: true },
  'library.clear-rating': { title: t('Clear your rating'), section: 'library', keys: ['0'], words: 'stars none', early: true },

  'quality.scores': { title: t('Show scores'), section: 'quality', keys: ['1'], words: 'distribution' },
  'quality.stacks': { title: t('Show stacks'), section: 'quality', keys: ['2'], words: 'near duplicates similar' },
  'quality.bands': { title: t('Show the limits between the stars'), section: 'quality', keys: ['3', 'b'], words: 'bands rating' },

  'system.map': { title: t('Show the map'), section: 'system', keys: ['1'], words: 'services events' },
  'system.metrics': { title: t('Show metrics'), section: 'system', keys: ['2'], words: 'rates figures' },
  'system.dead-letters': { title: t('Show dead letters'), section: 'system', keys: ['3'], words: 'failed events' },

  'care.health': { title: t('Show health'), section: 'care', keys: ['1'], words: 'findings backups' },
  'care.history': { title: t('Show history'), section: 'care', keys: ['2'], words: 'undo' },
  'care.check': { title: t('Check the files now'), section: 'care', keys: ['c'], words: 'health verify' },

  'inbox.waiting': { title: t('Show what waits'), section: 'inbox', keys: ['1'], words: 'lane' },
  'inbox.working': { title: t('Show what is worked on'), section: 'inbox', keys: ['2'], words: 'lane' },
  'inbox.done': { title: t('Show what is done'), section: 'inbox', keys: ['3'], words: 'lane filed linked' },
  'inbox.set-aside': { title: t('Show what is set aside'), section: 'inbox', keys: ['4'], words: 'lane failed' },
} as const satisfies Commands;
