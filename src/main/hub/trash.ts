import type { EventOf, RecordedEvent } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { emptyTrash, trashContents, type TrashedFile } from '../adapters/files/trash-contents';
import type { LogReader } from '../log/log-reader';

/** What a hub can do with what it took out of the organized folder. */
export interface HubTrash {
  /** The newest first. */
  list(): Promise<readonly TrashedFile[]>;
  /** Deletes what was put there before a time for good. Resolves with what is gone. */
  empty(before?: Date): Promise<readonly TrashedFile[]>;
}

export function hubTrash(organized: string): HubTrash {
  return {
    list: () => trashContents(organized),
    async empty(before) {
      const files = await trashContents(organized);
      const old = before === undefined ? files : files.filter(({ trashed_at }) => Date.parse(trashed_at) < before.getTime());
      return emptyTrash(old, organized);
    },
  };
}

const pageSize = 500;

/** The undo that put a file into a folder of the trash; null when it was something else. */
export function unfiledTo(log: LogReader, id: string): Recorded<EventOf<'asset.unfiled'>> | null {
  for (let before = log.lastSequence + 1; ; ) {
    const page = log.find({ types: ['asset.unfiled'], before, limit: pageSize, newestFirst: true });
    const found = page.find((event) => isFrom(event, id));
    if (found?.event_type === 'asset.unfiled') return found;
    const last = page.at(-1);
    if (last === undefined) return null;
    before = last.sequence;
  }
}

function isFrom(event: RecordedEvent, id: string): boolean {
  return event.event_type === 'asset.unfiled' && event.data.trash_path?.split(/[\\/]/).at(-2) === id;
}
