import { join } from 'node:path';
import type { DropAnswers, FetchProgress } from '@shared/ipc/drop-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
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

  const folderFor = async (inbox: string, projectId: string | null, stop: AbortSignal): Promise<string> => {
    if (projectId === null) return inbox;
    const project = (await hub().boards.projects()).find(({ id }) => id === projectId);
    if (project === undefined) throw new PersonalError(t('This project is not there any more. Nothing was added.'));
    // The fetch says that it was stopped; no folder is made for it.
    if (stop.aborted) return inbox;
    const folder = await folderOfProject(inbox, project.name);
    if (folder === null) throw new PersonalError(noFolder(project.name));
    return folder;
  };

  return {
    'inbox/add-link': async ({ id, link, how, project_id }) => {
      // Before the first run is answered there is no inbox.
      const away = inboxAway(hub());
      if (away !== null) throw new PersonalError(away);
      const stop = new AbortController();
      running.set(id, stop);
      const told = telling(id);
      try {
        const folder = await folderFor(workspace.status.inbox_path, project_id, stop.signal);
        const name = await fetchIntoInbox({ inbox: folder, link, how, stop: stop.signal, onBytes: told.onBytes });
        workspace.fetched.remember(join(folder, name), link);
        return { name };
      } catch (error) {
        throw error instanceof NotWritten ? new PersonalError(toldOf(error)) : error;
      } finally {
        told.end();
        running.delete(id);
      }
    },
    'inbox/stop-link': ({ id }) => {
      running.get(id)?.abort();
      return null;
    },
  };
}

/** Tells the window what came last, a few times a second, also when nothing follows it. */
function telling(id: string) {
  const waiting: { latest: FetchProgress; timer: NodeJS.Timeout | null } = { latest: { id, bytes: 0, total: null }, timer: null };
  const tell = () => {
    waiting.timer = null;
    broadcast('fetching', waiting.latest);
  };
  return {
    onBytes: (bytes: number, total: number | null) => {
      waiting.latest = { id, bytes, total };
      waiting.timer ??= setTimeout(tell, toldEveryMs);
    },
    end: () => {
      if (waiting.timer !== null) clearTimeout(waiting.timer);
    },
  };
}
