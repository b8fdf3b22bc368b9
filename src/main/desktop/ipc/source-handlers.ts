import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { dialog, shell } from 'electron';
import type { Hub } from '../../hub';
import { SourceRefused } from '../source-changes';
import { sourcesOfWorkspace } from '../sources-of-workspace';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

type SourceCall =
  | 'sources/list' | 'sources/choose' | 'sources/choose-dropped' | 'sources/add' | 'sources/change' | 'sources/remove' | 'sources/open-folder';

/** The folders that are watched beside the inbox. */
export function sourceHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, SourceCall> {
  const changes = sourcesOfWorkspace(hub, workspace);
  const list = () => hub().sources.list();
  return {
    'sources/list': list,
    'sources/choose': async () => {
      const picked = await dialog.showOpenDialog({ title: t('Choose a folder to watch'), properties: ['openDirectory'] });
      const [path] = picked.filePaths;
      return picked.canceled || path === undefined ? null : changes.choose(path).catch(inOneSentence);
    },
    'sources/choose-dropped': () => {
      const path = workspace.dropped.take();
      return path === null ? null : changes.choose(path).catch(inOneSentence);
    },
    'sources/add': async ({ id, choice }) => {
      await changes.add(id, choice).catch(inOneSentence);
      return list();
    },
    'sources/change': async ({ id, choice }) => {
      await changes.change(id, choice).catch(inOneSentence);
      return list();
    },
    'sources/remove': async ({ id }) => {
      await changes.remove(id).catch(inOneSentence);
      return list();
    },
    'sources/open-folder': async ({ id }) => {
      const problem = await shell.openPath(changes.pathOf(id));
      if (problem !== '') throw new PersonalError(t('The folder could not be opened: {problem}', { problem }));
      return null;
    },
  };
}

function inOneSentence(error: unknown): never {
  throw error instanceof SourceRefused ? new PersonalError(toldOf(error)) : error;
}
