import type { Commands } from './command';

/** What can be done in one place only. */
export const placeCommands = {
  'timeline.pause': { title: 'Pause or resume the timeline', section: 'timeline', keys: ['p'], words: 'live hold' },

  'library.order': { title: 'Order of the pictures', section: 'library', keys: ['o'], words: 'sort', early: true },
  'library.turn-view': { title: 'Grid or list', section: 'library', keys: ['v'], words: 'view table', early: true },
  'library.choose-all': { title: 'Choose all pictures', section: 'library', keys: ['$mod+a'], words: 'select', early: true },
  'library.copy-files': { title: 'Copy the files', section: 'library', keys: ['$mod+c'], words: 'clipboard', early: true },
  'library.reveal': { title: 'Show in its folder', section: 'library', keys: ['$mod+Shift+r'], words: 'reveal file manager finder explorer', early: true },
  'library.rate-1': { title: 'Rate one star', section: 'library', keys: ['1'], words: 'stars rating worst', early: true },
  'library.rate-2': { title: 'Rate two stars', section: 'library', keys: ['2'], words: 'stars rating', early: true },
  'library.rate-3': { title: 'Rate three stars', section: 'library', keys: ['3'], words: 'stars rating', early: true },
  'library.rate-4': { title: 'Rate four stars', section: 'library', keys: ['4'], words: 'stars rating', early: true },
  'library.rate-5': { title: 'Rate five stars', section: 'library', keys: ['5'], words: 'stars rating best', early: true },
  'library.clear-rating': { title: 'Clear your rating', section: 'library', keys: ['0'], words: 'stars none', early: true },

  'quality.scores': { title: 'Show scores', section: 'quality', keys: ['1'], words: 'distribution' },
  'quality.stacks': { title: 'Show stacks', section: 'quality', keys: ['2'], words: 'near duplicates similar' },
  'quality.bands': { title: 'Show the limits between the stars', section: 'quality', keys: ['3', 'b'], words: 'bands rating' },

  'system.map': { title: 'Show the map', section: 'system', keys: ['1'], words: 'services events' },
  'system.metrics': { title: 'Show metrics', section: 'system', keys: ['2'], words: 'rates figures' },
  'system.dead-letters': { title: 'Show dead letters', section: 'system', keys: ['3'], words: 'failed events' },

  'care.health': { title: 'Show health', section: 'care', keys: ['1'], words: 'findings backups' },
  'care.history': { title: 'Show history', section: 'care', keys: ['2'], words: 'undo' },
  'care.check': { title: 'Check the files now', section: 'care', keys: ['c'], words: 'health verify' },

  'inbox.waiting': { title: 'Show what waits', section: 'inbox', keys: ['1'], words: 'lane' },
  'inbox.working': { title: 'Show what is worked on', section: 'inbox', keys: ['2'], words: 'lane' },
  'inbox.done': { title: 'Show what is done', section: 'inbox', keys: ['3'], words: 'lane filed linked' },
  'inbox.set-aside': { title: 'Show what is set aside', section: 'inbox', keys: ['4'], words: 'lane failed' },
} as const satisfies Commands;
