import type { Hub } from '../../hub';
import { NotWritten } from '../../adapters/files/write-into-inbox';
import { fetchIntoInbox } from '../fetch-media';
import { inboxAway } from '../inbox-away';
import type { Workspace } from '../workspace';
import { type Handlers, PersonalError } from './registry';

/** Links and pictures without a file, which a person dropped or pasted. Nothing else makes Alice fetch anything. */
export function dropHandlers(hub: () => Hub, workspace: Workspace): Pick<Handlers, 'inbox/add-link'> {
  return {
    'inbox/add-link': async ({ link, how }) => {
      // Before the first run is answered there is no inbox.
      const away = inboxAway(hub());
      if (away !== null) throw new PersonalError(away);
      const { inbox_path } = workspace.status;
      try {
        return { name: await fetchIntoInbox({ inbox: inbox_path, link, how }) };
      } catch (error) {
        throw error instanceof NotWritten ? new PersonalError(error.message) : error;
      }
    },
  };
}
