import { t } from '../language/language';
import type { Commands } from './command';

/** What can be done in one place only. */
export const placeCommands = {
  'timeline.pause': { title: t('Pause or resume the timeline'), section: 'timeline', keys: ['p'], words: t('live hold') },
  'timeline.open': { title: t('Open the event'), section: 'timeline', keys: ['Enter', 'Space'], words: t('details story'), onList: true },
  'timeline.fold': { title: t('Unfold or fold the story'), section: 'timeline', keys: [], words: t('steps expand collapse') },
  'timeline.picture': { title: t('Go to the picture of the event'), section: 'timeline', keys: ['o', 'w'], words: t('library show'), onList: true },
  'timeline.copy-json': { title: t('Copy the event as JSON'), section: 'timeline', keys: ['$mod+c'], words: t('clipboard data'), onList: true },
  'timeline.copy-link': { title: t('Copy the link to the event'), section: 'timeline', keys: [], words: t('clipboard address url share') },
  'timeline.export': { title: t('Export the events that are shown…'), section: 'timeline', keys: [], words: t('save file ndjson json log filter') },
  'timeline.undo-filing': { title: t('Undo the filing of the story'), section: 'timeline', keys: ['u'], words: t('take back file'), onList: true },
  'timeline.retry': { title: t('Try the file of the story again'), section: 'timeline', keys: ['r'], words: t('retry set aside'), onList: true },

  'library.order': { title: t('Order of the pictures'), section: 'library', keys: ['o'], words: t('sort'), early: true },
  'library.turn-view': { title: t('Grid or list'), section: 'library', keys: ['v'], words: t('view table'), early: true },
  'library.choose-all': { title: t('Choose all pictures'), section: 'library', keys: ['$mod+a'], words: t('select'), early: true },
  'library.copy-files': { title: t('Copy the files'), section: 'library', keys: ['$mod+c'], words: t('clipboard'), early: true },
  'library.copy-image': { title: t('Copy the picture itself'), section: 'library', keys: ['$mod+Alt+c'], words: t('clipboard image paste pixels') },
  'library.copy-link': { title: t('Copy the link to the picture'), section: 'library', keys: [], words: t('clipboard address url share') },
  'library.reveal': { title: t('Show in its folder'), section: 'library', keys: ['$mod+Shift+r'], words: t('reveal file manager finder explorer'), early: true },
  'library.rate-1': { title: t('Rate one star'), section: 'library', keys: ['1'], words: t('stars rating worst'), early: true },
  'library.rate-2': { title: t('Rate two stars'), section: 'library', keys: ['2'], words: t('stars rating'), early: true },
  'library.rate-3': { title: t('Rate three stars'), section: 'library', keys: ['3'], words: t('stars rating'), early: true },
  'library.rate-4': { title: t('Rate four stars'), section: 'library', keys: ['4'], words: t('stars rating'), early: true },
  'library.rate-5': { title: t('Rate five stars'), section: 'library', keys: ['5'], words: t('stars rating best'), early: true },
  'library.clear-rating': { title: t('Clear your rating'), section: 'library', keys: ['0'], words: t('stars none'), early: true },

  'library.open': { title: t('Open the picture'), section: 'library', keys: ['Enter'], words: t('inspector details'), onList: true },
  'library.quick-look': { title: t('Quick look'), section: 'library', keys: ['Space'], words: t('large preview view'), onList: true },
  'library.why': { title: t('Why is it here'), section: 'library', keys: ['w'], words: t('reason provenance story'), onList: true },
  'library.in-timeline': { title: t('Show the picture in the timeline'), section: 'library', keys: [], words: t('events story log') },
  'library.inspector': { title: t('Show or hide the inspector'), section: 'library', keys: ['i'], words: t('pane details facts') },
  'library.larger': { title: t('Larger pictures'), section: 'library', keys: ['+', 'Shift++', '='], words: t('size zoom'), onList: true },
  'library.smaller': { title: t('Smaller pictures'), section: 'library', keys: ['-'], words: t('size zoom'), onList: true },

  'quality.scores': { title: t('Show scores'), section: 'quality', keys: ['1'], words: t('distribution') },
  'quality.stacks': { title: t('Show stacks'), section: 'quality', keys: ['2'], words: t('near duplicates similar') },
  'quality.bands': { title: t('Show the limits between the stars'), section: 'quality', keys: ['3', 'b'], words: t('bands rating') },

  'system.map': { title: t('Show the map'), section: 'system', keys: ['1'], words: t('services events') },
  'system.metrics': { title: t('Show metrics'), section: 'system', keys: ['2'], words: t('rates figures') },
  'system.dead-letters': { title: t('Show dead letters'), section: 'system', keys: ['3'], words: t('failed events') },

  'system.open-letter': { title: t('Open the dead letter'), section: 'system', keys: ['Enter', 'Space'], words: t('event details'), onList: true },
  'system.retry': { title: t('Try the dead letter again'), section: 'system', keys: ['r'], words: t('retry failed event'), onList: true },

  'care.health': { title: t('Show health'), section: 'care', keys: ['1'], words: t('findings backups') },
  'care.history': { title: t('Show history'), section: 'care', keys: ['2'], words: t('undo') },
  'care.check': { title: t('Check the files now'), section: 'care', keys: ['c'], words: t('health verify') },

  'care.open-entry': { title: t('Open the entry of the history'), section: 'care', keys: ['Enter', 'Space'], words: t('details'), onList: true },
  'care.undo-entry': { title: t('Undo the entry of the history'), section: 'care', keys: ['u'], words: t('take back'), onList: true },
  'care.undo-since': {
    title: t('Undo everything since an entry of the history…'), section: 'care', keys: ['Shift+u'], words: t('take back moment'), onList: true,
  },

  'inbox.waiting': { title: t('Show what waits'), section: 'inbox', keys: ['1'], words: t('lane') },
  'inbox.working': { title: t('Show what is worked on'), section: 'inbox', keys: ['2'], words: t('lane') },
  'inbox.done': { title: t('Show what is done'), section: 'inbox', keys: ['3'], words: t('lane filed linked') },
  'inbox.set-aside': { title: t('Show what is set aside'), section: 'inbox', keys: ['4'], words: t('lane failed') },
  'inbox.dry-run': { title: t('Dry run of what waits, or of files'), section: 'inbox', keys: ['d'], words: t('preview tree what would happen') },
  'inbox.retry': { title: t('Try the file again'), section: 'inbox', keys: ['r'], words: t('retry set aside'), onList: true },
  'inbox.picture': { title: t('Go to the picture of the file'), section: 'inbox', keys: ['Enter'], words: t('library show open'), onList: true },
} as const satisfies Commands;
