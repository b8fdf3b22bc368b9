import type { Commands } from './command';

const section = 'everywhere';

/** What can be done wherever one is. */
export const everywhereCommands = {
  'app.palette': { title: 'Commands', section, keys: ['$mod+k'], words: 'palette actions', menu: { menu: 'view', group: 1, label: 'Commands…' } },
  'go.inbox': { title: 'Go to inbox', section, keys: ['g i'], menu: { menu: 'view', group: 0, label: 'Inbox' } },
  'go.timeline': { title: 'Go to timeline', section, keys: ['g t'], words: 'events log history', menu: { menu: 'view', group: 0, label: 'Timeline' } },
  'go.library': { title: 'Go to library', section, keys: ['g l'], words: 'pictures videos assets', menu: { menu: 'view', group: 0, label: 'Library' } },
  'go.board': { title: 'Go to projects', section, keys: ['g p'], words: 'board cards', menu: { menu: 'view', group: 0, label: 'Projects' } },
  'go.quality': { title: 'Go to quality', section, keys: ['g q'], words: 'scores stars', menu: { menu: 'view', group: 0, label: 'Quality' } },
  'go.system': { title: 'Go to system', section, keys: ['g s'], words: 'map metrics dead letters', menu: { menu: 'view', group: 0, label: 'System' } },
  'go.care': { title: 'Go to care', section, keys: ['g c'], words: 'health check backup', menu: { menu: 'view', group: 0, label: 'Care' } },
  'go.settings': {
    title: 'Settings', section, keys: ['$mod+,'], words: 'preferences options', typing: true, menu: { menu: 'file', group: 2, label: 'Settings…' },
  },
  'app.add-files': {
    title: 'Add files', section, keys: ['$mod+o'], words: 'import open inbox', typing: true, menu: { menu: 'file', group: 0, label: 'Add Files…' },
  },
  'app.toggle-watching': {
    title: 'Pause or resume watching', section, keys: [], words: 'stop start inbox', menu: { menu: 'file', group: 1, label: 'Pause or Resume Watching' },
  },
  'app.source-rules': { title: 'Source rules', section, keys: [], words: 'tool provenance', menu: { menu: 'file', group: 2, label: 'Source Rules…' } },
  'app.quality-stages': { title: 'Quality stages', section, keys: [], words: 'pipeline score', menu: { menu: 'file', group: 2, label: 'Quality Stages…' } },
  'app.read-again': {
    title: 'Read all metadata again', section, keys: [], words: 'provenance refresh', menu: { menu: 'file', group: 2, label: 'Read All Metadata Again…' },
  },
  'edit.undo': { title: 'Undo', section, keys: ['$mod+z'], words: 'back', menu: { menu: 'edit', group: 0, label: 'Undo' } },
  'edit.redo': { title: 'Take an undo back', section, keys: ['$mod+Shift+z', '$mod+y'], words: 'redo again', menu: { menu: 'edit', group: 0, label: 'Redo' } },
  'app.filter': { title: 'Filter', section, keys: ['f'], words: 'narrow facets' },
  'app.search': { title: 'Search this place', section, keys: ['/'], words: 'find text' },
  'app.find': { title: 'Find', section, keys: ['$mod+f'], words: 'search text', typing: true, menu: { menu: 'view', group: 1, label: 'Find' } },
  'app.decide': {
    title: 'Decide about pictures', section, keys: ['c'], words: 'cull rate keep reject', menu: { menu: 'view', group: 1, label: 'Decide About Pictures' },
  },
  'app.keys': { title: 'Keys', section, keys: ['Shift+?'], words: 'shortcuts cheat sheet help keyboard', menu: { menu: 'help', group: 0, label: 'Keys' } },
  'app.next-pane': { title: 'Next pane', section, keys: ['F6'], words: 'focus', typing: true },
  'app.previous-pane': { title: 'Previous pane', section, keys: ['Shift+F6'], words: 'focus', typing: true },
} as const satisfies Commands;
