import type { Added } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { say } from './use-toasts';

/** Says what came of files that were dropped or chosen. @param project the one that they were dropped on */
export function tellAdded(added: Added | null, project: string | null = null): void {
  if (added === null) return;
  if (added.added > 0) {
    say(project === null
      ? t('{count, plural, one {# file} other {# files}} copied to the inbox', { count: added.added })
      : t('{count, plural, one {# file} other {# files}} copied to the inbox for {project}', { count: added.added, project }));
  }
  // Four messages fit: what was added, and three problems or two and the number of the others.
  const { problems } = added;
  const shown = problems.length <= 3 ? 3 : 2;
  for (const problem of problems.slice(0, shown)) say(problem, 'problem');
  const more = problems.length - shown;
  if (more > 0) say(t('{more, plural, one {# more thing} other {# more things}} could not be added.', { more }), 'problem');
}

/** Says that pictures of the library are on their way to a project. */
export function tellOnTheWay(added: Added | null, project: string): void {
  const count = added?.assigned ?? 0;
  if (count > 0) say(t('{count, plural, one {# picture} other {# pictures}} on the way to {name}', { count, name: project }));
}
