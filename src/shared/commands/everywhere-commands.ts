import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** What can be done wherever one is. */
export const everywhereCommands = {
  'app.palette': { title: t('Commands'), section, keys: ['$mod+k'], words: t('palette actions') },
  'go.inbox': { title: t('Go to inbox'), section, keys: ['g i'] },
  'go.timeline': { title: t('Go to timeline'), section, keys: ['g t'], words: t('events log history') },
  'go.library': { title: t('Go to library'), section, keys: ['g l'], words: t('pictures videos assets') },
  'go.board': { title: t('Go to projects'), section, keys: ['g p'], words: t('board cards') },
  'go.quality': { title: t('Go to quality'), section, keys: ['g q'], words: t('scores stars') },
  'go.system': { title: t('Go to system'), section, keys: ['g s'], words: t('map metrics dead letters') },
  'go.care': { title: t('Go to care'), section, keys: ['g c'], words: t('health check backup') },
  'go.settings': { title: t('Settings'), section, keys: ['$mod+,'], words: t('preferences options'), typing: true },
  'app.add-files': { title: t('Add files'), section, keys: ['$mod+o'], words: t('import open inbox'), typing: true },
  'app.toggle-watching': { title: t('Pause or resume watching'), section, keys: [], words: t('stop start inbox') },
  'app.source-rules': { title: t('Source rules'), section, keys: [], words: t('tool provenance') },
  'app.quality-stages': { title: t('Quality stages'), section, keys: [], words: t('pipeline score') },
  'app.read-again': { title: t('Read all metadata again'), section, keys: [], words: t('provenance refresh') },
  'edit.undo': { title: t('Undo'), section, keys: ['$mod+z'], words: t('back') },
  'edit.redo': { title: t('Take an undo back'), section, keys: ['$mod+Shift+z', '$mod+y'], words: t('redo again') },
  'edit.rename': { title: t('Rename…'), section, keys: ['F2'], words: t('name title project column saved search filter'), typing: true },
  'app.filter': { title: t('Filter'), section, keys: ['f'], words: t('narrow facets') },
  'app.search': { title: t('Search this place'), section, keys: ['/'], words: t('find text') },
  'app.find': { title: t('Find'), section, keys: ['$mod+f'], words: t('search text'), typing: true },
  'app.decide': { title: t('Decide about pictures'), section, keys: ['c'], words: t('cull rate keep reject') },
  'app.keys': { title: t('Keys'), section, keys: ['Shift+?'], words: t('shortcuts cheat sheet help keyboard') },
  'app.menu': { title: t('Menu'), section, keys: ['F10'], words: t('file edit view help'), typing: true },
  'app.next-pane': { title: t('Next pane'), section, keys: ['F6'], words: t('focus'), typing: true },
  'app.previous-pane': { title: t('Previous pane'), section, keys: ['Shift+F6'], words: t('focus'), typing: true },
} as const satisfies Commands;
