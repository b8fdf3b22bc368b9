import { join } from 'node:path';
import type { DropAnswers } from '@shared/ipc/drop-calls';
import { t } from '@shared/language/language';
import type { Hub } from '../../hub';
import { folderOfProject, noFolder } from '../../adapters/files/project-folder';
import { NotWritten } from '../../adapters/files/write-into-inbox';
import { fetchIntoInbox } from '../fetch-media';
import { inboxAway } from '../inbox-away';
import { broadcast } from '../main-window';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

const toldEveryMs = 150;

/** Links and pictures without a file, which a person dropped or pasted. Nothing else makes Alice fetch anything. */
export function dropHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, keyof DropAnswers> {
  const running = new Map<string, AbortController>();

  const folderFor = async (inbox: string, projectId: string | null): Promise<string> => {
    if (projectId === null) return inbox;
    const project = (await hub().boards.projects()).find(({ id }) => id === projectId);
    if (project === undefined) throw new PersonalError(t('This project is not there any more. Nothing was added.'));
    const folder = await folderOfProject(inbox, project.name);
    if (folder === null) throw new PersonalError(noFolder(project.name));
    return folder;
  };

  return {
    'inbox/add-link': async ({ id, link, how, project_id }) => {
      // Before the first run is answered there is no inbox.
      const away = inboxAway(hub());
      if (away !== null) throw new PersonalError(away);
      const folder = await folderFor(workspace.status.inbox_path, project_id);
      const stop = new AbortController();
      running.set(id, stop);
      let told = 0;
      const onBytes = (bytes: number, total: number | null) => {
        if (performance.now() - told < toldEveryMs && bytes !== total) return;
        told = performance.now();
        broadcast('fetching', { id, bytes, total });
      };
      try {
        const name = await fetchIntoInbox({ inbox: folder, link, how, stop: stop.signal, onBytes });
        workspace.fetched.remember(join(folder, name), link);
        return { name };
      } catch (error) {
        throw error instanceof NotWritten ? new PersonalError(error.message) : error;
      } finally {
        running.delete(id);
      }
    },
    'inbox/stop-link': ({ id }) => {
      running.get(id)?.abort();
      return null;
    },
  };
}
