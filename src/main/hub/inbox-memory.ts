import { sep } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import type { IdentityCache } from '../projections/identity-cache';
import type { LibraryQueries } from '../projections/library-queries';
import type { InboxMemory } from '../services/intake/ports';

interface MemoryOptions {
  readonly inbox: string;
  readonly library: LibraryQueries;
  /** What an existing library holds, when this hub only rehearses. */
  readonly rehearsalOf: LibraryQueries | null;
  readonly identities: IdentityCache;
  /** Whether a file operation that is not over has laid claim to a path. */
  readonly beingPut: (path: string) => boolean;
  readonly storyOf: (storyId: string) => readonly RecordedEvent[];
}

/** What intake and sidecars remember of files: the library's own folds. */
export function inboxMemory({ inbox, library, rehearsalOf, identities, beingPut, storyOf }: MemoryOptions): InboxMemory {
  return {
    entry: (path) => library.inboxEntry(path) ?? rehearsalOf?.inboxEntry(path) ?? null,
    entries: (paths) => {
      const entries = library.inboxEntries(paths);
      const known = new Set(entries.map(({ file_path }) => file_path));
      return [...entries, ...(rehearsalOf?.inboxEntries(paths) ?? []).filter(({ file_path }) => !known.has(file_path))];
    },
    *unfinished(folder) {
      const start = folder.endsWith(sep) ? folder : folder + sep;
      if (folder !== inbox) {
        yield* library.unfinishedBetween(start, start.slice(0, -1) + String.fromCharCode(sep.charCodeAt(0) + 1));
        return;
      }
      // Few of the many files of an inbox are unfinished, so those are asked for and not the folder.
      for (const page of library.unfinished()) yield page.filter((path) => path.startsWith(start));
    },
    isSidecar: ({ story_id, file_path }) => {
      const found = storyOf(story_id).findLast(
        (event) => (event.event_type === 'asset.discovered' || event.event_type === 'asset.sidecar_discovered') && event.data.file_path === file_path,
      );
      return found?.event_type === 'asset.sidecar_discovered';
    },
    beingPut,
    wasRead: (path, identity) => identities.has(path, identity),
    remember: (path, identity, hash) => { identities.remember(path, identity, hash); },
    leftAlone: (paths) => identities.leftAlone(paths),
    leaveAlone: (path, identity) => { identities.leaveAlone(path, identity); },
  };
}
