import type { InboxFiles } from '../services/intake/ports';

interface Guard {
  readonly closed: boolean;
  opened(signal?: AbortSignal): Promise<void> | null;
  look(anew: boolean): Promise<void>;
}

/** An inbox whose files are not read while they must not be touched, and which does not take a drive that is gone for files that are. */
export function guardedInbox(files: InboxFiles, guard: Guard): InboxFiles {
  /** What is not an answer about a file may be one about its drive: then the file is asked for again when that is back. */
  const certain = async <T extends { readonly kind: string }>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      const answer = await ask();
      if (answer.kind !== 'gone' && answer.kind !== 'trouble') return answer;
      await guard.look(true);
      if (!guard.closed) return answer;
      await guard.opened();
    }
  };
  return {
    ...files,
    async *scan(...asked) {
      await guard.opened();
      yield* files.scan(...asked);
    },
    look: (path) => certain(() => files.look(path)),
    identify: (path, signal) =>
      certain(async () => {
        await guard.opened(signal);
        return files.identify(path, signal);
      }),
  };
}
