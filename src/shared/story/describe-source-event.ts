import type { EventOf } from '../events/catalog';

type SourceEvent = EventOf<'source.added' | 'source.changed' | 'source.removed' | 'source.missing' | 'source.returned'>;
type Choice = EventOf<'source.added' | 'source.changed'>['data'];

const words: Readonly<Record<string, (now: Choice) => string>> = {
  name: ({ name }) => `it is called ${name}`,
  project: ({ project }) => (project === null ? 'the folders inside give the project' : `its files belong to ${project}`),
  operation: ({ operation }) => (operation === 'copy' ? 'files are copied, originals stay' : 'files are moved'),
  subfolders: ({ subfolders }) => (subfolders ? 'folders inside it count' : 'folders inside it are left out'),
  only_media: ({ only_media }) => (only_media ? 'other files are left alone' : 'other files are set aside'),
  polling: ({ polling }) => (polling ? 'it is looked through every few seconds' : 'it tells of its changes by itself'),
  enabled: ({ enabled }) => (enabled ? 'it is watched' : 'it is paused'),
};

/** What is said of a watched folder: title and detail; its path stands beside them. */
export function describeSourceEvent(event: SourceEvent): readonly [title: string, detail: string] {
  const { name } = event.data;
  switch (event.event_type) {
    case 'source.added': {
      const { operation, project } = event.data;
      const kept = operation === 'copy' ? 'Files are copied, originals stay' : 'Files are moved';
      return [`Source ${name} is watched`, `${kept}; ${project === null ? 'the folders inside give the project' : `its files belong to ${project}`}`];
    }
    case 'source.changed': {
      const { changed } = event.data;
      if (changed.length === 1 && changed[0] === 'enabled') return [`Source ${name} ${event.data.enabled ? 'is watched again' : 'is paused'}`, 'Its files stay as they are'];
      const all = changed.flatMap((field) => words[field]?.(event.data) ?? []).join('; ');
      return [`Source ${name} was changed`, all.charAt(0).toUpperCase() + all.slice(1)];
    }
    case 'source.removed':
      return [`Source ${name} was removed`, 'Its files stay as they are; nothing more is taken from it'];
    case 'source.missing':
      return [`Source ${name} is away`, event.data.message.replace(/\.$/, '')];
    case 'source.returned':
      return [`Source ${name} is back`, 'It is looked through'];
  }
}
