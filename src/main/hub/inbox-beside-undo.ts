import { setTimeout as delay } from 'node:timers/promises';
import type { InboxFiles, InboxMemory } from '../services/intake/ports';
import type { FileIntent } from '../services/organizer/ports';

interface Inbox {
  readonly files: InboxFiles;
  readonly memory: InboxMemory;
  readonly openOperations: () => readonly FileIntent[];
}

const lookEveryMs = 20;
/** An operation that is not over by then is not going to be: the file is looked at as it lies. */
const waitAtMostMs = 30_000;

/**
 * The inbox while an undo is undone: a file that Alice files again from there has not been taken out by anyone. It is looked at
 * when the event that tells of it is recorded.
 */
export function inboxBesideUndo({ files, memory, openOperations }: Inbox): { files: InboxFiles; memory: InboxMemory } {
  const leaves = (path: string) => openOperations().some(({ kind, source_path }) => kind === 'restore' && source_path === path);
  return {
    files: {
      ...files,
      async look(path) {
        for (let waited = 0; waited < waitAtMostMs && leaves(path); waited += lookEveryMs) await delay(lookEveryMs);
        return files.look(path);
      },
    },
    memory: { ...memory, entry: (path) => (leaves(path) ? null : memory.entry(path)) },
  };
}
