import { useLog } from './use-log';

/** Places of the log: where this window began, and where its person last added files. */
const marks: { since: number | null; added: number | null } = { since: null, added: null };

/** Remembers where this window began, as soon as the log is there. */
export function followOwnActs(): () => void {
  return useLog.subscribe(({ ready, sequence }) => {
    if (ready) marks.since ??= sequence;
  });
}

/** Files are about to be added here: what is filed from now on may be undone first. */
export function filesAreComing(): void {
  marks.added = useLog.getState().sequence;
}

/** What was done here is undone before what came in by itself. */
export function ownActs(): { readonly since?: number; readonly added: number | null } {
  const { since, added } = marks;
  return since === null ? { added } : { since, added };
}

/** Whether files of an entry were added here, or it is about something else that a person did. */
export function isOwn({ id, last_sequence }: { readonly id: string; readonly last_sequence: number }): boolean {
  return !id.startsWith('filed-') || (marks.added !== null && last_sequence > marks.added);
}
