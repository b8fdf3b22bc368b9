import type { EventOf } from '../events/catalog';
import { atStart } from '../language/formats';
import { t } from '../language/language';

type SourceEvent = EventOf<'source.added' | 'source.changed' | 'source.removed' | 'source.missing' | 'source.returned'>;
type Choice = EventOf<'source.added' | 'source.changed'>['data'];

const words: Readonly<Record<string, (now: Choice) => string>> = {
  name: ({ name }) => t('it is called {name}', { name }),
  project: ({ project }) => (project === null ? t('the folders inside give the project') : t('its files belong to {project}', { project })),
  operation: ({ operation }) => (operation === 'copy' ? t('files are copied, originals stay') : t('files are moved')),
  subfolders: ({ subfolders }) => (subfolders ? t('folders inside it count') : t('folders inside it are left out')),
  only_media: ({ only_media }) => (only_media ? t('other files are left alone') : t('other files are set aside')),
  polling: ({ polling }) => (polling ? t('it is looked through every few seconds') : t('it tells of its changes by itself')),
  enabled: ({ enabled }) => (enabled ? t('it is watched') : t('it is paused')),
};

/** What is said of a watched folder: title and detail; its path stands beside them. */
export function describeSourceEvent(event: SourceEvent): readonly [title: string, detail: string] {
  const { name } = event.data;
  switch (event.event_type) {
    case 'source.added': {
      const { operation, project } = event.data;
      const copied =
        project === null
          ? t('Files are copied, originals stay; the folders inside give the project')
          : t('Files are copied, originals stay; its files belong to {project}', { project });
      const moved =
        project === null
          ? t('Files are moved; the folders inside give the project')
          : t('Files are moved; its files belong to {project}', { project });
      return [t('Source {name} is watched', { name }), operation === 'copy' ? copied : moved];
    }
    case 'source.changed': {
      const { changed } = event.data;
      if (changed.length === 1 && changed[0] === 'enabled') {
        const title = event.data.enabled ? t('Source {name} is watched again', { name }) : t('Source {name} is paused', { name });
        return [title, t('Its files stay as they are')];
      }
      const all = changed.flatMap((field) => words[field]?.(event.data) ?? []).join('; ');
      return [t('Source {name} was changed', { name }), atStart(all)];
    }
    case 'source.removed':
      return [t('Source {name} was removed', { name }), t('Its files stay as they are; nothing more is taken from it')];
    case 'source.missing':
      return [t('Source {name} is away', { name }), event.data.message.replace(/\.$/, '')];
    case 'source.returned':
      return [t('Source {name} is back', { name }), t('It is looked through')];
  }
}
