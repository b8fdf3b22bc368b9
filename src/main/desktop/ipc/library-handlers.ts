import { t } from '@shared/language/language';
import type { Hub } from '../../hub';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type LibraryCall = 'library/find' | 'library/cards' | 'library/story' | 'library/metadata' | 'library/projects' | 'library/preferences' | 'library/keep-preferences';

/** What can be asked of the library. */
export function libraryHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, LibraryCall> {
  return {
    'library/find': ({ filter, sort }) => hub().pictures.find(filter, sort),
    'library/cards': ({ ids }) => {
      hub().fillPlaceholders();
      return hub().pictures.cards(ids);
    },
    'library/story': ({ content_hash }) => {
      const { library, log, pictures } = hub();
      const asset = library.asset(content_hash);
      if (asset === null) return null;
      const better_than = asset.brisque === null ? null : pictures.betterThan(asset.brisque);
      return { asset, events: log.ofStory(asset.story_id), id: pictures.idOf(content_hash), better_than };
    },
    'library/projects': () => ({ sequence: hub().log.lastSequence, projects: hub().library.projects() }),
    'library/metadata': async ({ content_hash }) => {
      const path = hub().library.asset(content_hash)?.path;
      if (!path) throw new PersonalError(t('This picture is not filed, so there is no file to read.'));
      const found = await hub().readMetadata(path);
      if ('problem' in found) throw new PersonalError(found.problem);
      return found;
    },
    'library/preferences': () => workspace.settings.library,
    'library/keep-preferences': (preferences) => {
      workspace.keep({ library: preferences });
      return null;
    },
  };
}
