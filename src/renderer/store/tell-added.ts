import type { Added } from '@shared/ipc/answers';
import { countOf } from '@shared/story/words';
import { say } from './use-toasts';

/** Says what came of files that were dropped or chosen. */
export function tellAdded(added: Added | null): void {
  if (added === null) return;
  if (added.added > 0) say(`${countOf(added.added, 'file')} copied to the inbox`);
  // Four messages fit: what was added, and three problems or two and the number of the others.
  const { problems } = added;
  const shown = problems.length <= 3 ? 3 : 2;
  for (const problem of problems.slice(0, shown)) say(problem, 'problem');
  const more = problems.length - shown;
  if (more > 0) say(`${countOf(more, 'more thing')} could not be added.`, 'problem');
}
