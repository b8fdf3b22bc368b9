import { t } from '../language/language';
import type { Commands } from './command';

const section = 'everywhere';

/** What can be done wherever one is. */
export const everywhereCommands = {
  'app.palette': { title: t('Commands'), section, keys: ['$mod+k'], words: t('palette actions'), menu: { menu: 'view', group: 1, label: t('Commands…') } },
  'go.inbox': { title: t('Go to inbox'), section, keys: ['g i'], menu: { menu: 'view', group: 0, label: t('Inbox') } },
  'go.timeline': { title: t('Go to timeline'), section, keys: ['g t'], words: t('events log history'), menu: { menu: 'view', group: 0, label: t('Timeline') } },
  'go.library': { title: t('Go to library'), section, keys: ['g l'], words: t('pictures videos assets'), menu: { menu: 'view', group: 0, label: t('Library') } },
  'go.board': { title: t('Go to projects'), section, keys: ['g p'], words: t('board cards'), menu: { menu: 'view', group: 0, label: t('Projects') } },
  'go.quality': { title: t('Go to quality'), section, keys: ['g q'], words: t('scores stars'), menu: { menu: 'view', group: 0, label: t('Quality') } },
  'go.system': { title: t('Go to system'), section, keys: ['g s'], words: t('map metrics dead letters'), menu: { menu: 'view', group: 0, label: t('System') } },
  'go.care': { title: t('Go to care'), section, keys: ['g c'], words: t('health check backup'), menu: { menu: 'view', group: 0, label: t('Care') } },
  'go.settings': {
    title: t('Settings'), section, keys: ['$mod+,'], words: t('preferences options'), typing: true, menu: { menu: 'file', group: 2, label: t('Settings…') },
  },
  'app.add-files': {
    title: t('Add files'), section, keys: ['$mod+o'], words: t('import open inbox'), typing: true, menu: { menu: 'file', group: 0, label: t('Add Files…') },
  },
  'app.toggle-watching': {
    title: t('Pause or resume watching'), section, keys: [], words: t('stop start inbox'), menu: { menu: 'file', group: 1, label: t('Pause or Resume Watching') },
  },
  'app.source-rules': { title: t('Source rules'), section, keys: [], words: t('tool provenance'), menu: { menu: 'file', group: 2, label: t('Source Rules…') } },
  'app.quality-stages': { title: t('Quality stages'), section, keys: [], words: t('pipeline score'), menu: { menu: 'file', group: 2, label: t('Quality Stages…') } },
  'app.read-again': {
    title: t('Read all metadata again'), section, keys: [], words: t('provenance refresh'), menu: { menu: 'file', group: 2, label: t('Read All Metadata Again…') },
  },
  'edit.undo': { title: t('Undo'), section, keys: ['$mod+z'], words: t('back'), menu: { menu: 'edit', group: 0, label: t('Undo') } },
  'edit.redo': { title: t('Take an undo back'), section, keys: ['$mod+Shift+z', '$mod+y'], words: t('redo again'), menu: { menu: 'edit', group: 0, label: t('Redo') } },
  'app.filter': { title: t('Filter'), section, keys: ['f'], words: t('narrow facets') },
  'app.search': { title: t('Search this place'), section, keys: ['/'], words: t('find text') },
  'app.find': { title: t('Find'), section, keys: ['$mod+f'], words: t('search text'), typing: true, menu: { menu: 'view', group: 1, label: t('Find') } },
  'app.decide': {
    title: t('Decide about pictures'), section, keys: ['c'], words: t('cull rate keep reject'), menu: { menu: 'view', group: 1, label: t('Decide About Pictures') },
  },
  'app.keys': { title: t('Keys'), section, keys: ['Shift+?'], words: t('shortcuts cheat sheet help keyboard'), menu: { menu: 'help', group: 0, label: t('Keys') } },
  'app.next-pane': { title: t('Next pane'), section, keys: ['F6'], words: t('focus'), typing: true },
  'app.previous-pane': { title: t('Previous pane'), section, keys: ['Shift+F6'], words: t('focus'), typing: true },
} as const satisfies Commands;
