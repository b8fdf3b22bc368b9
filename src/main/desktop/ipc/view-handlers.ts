import { withNothingOpen } from '@shared/library/view-memory';
import type { Workspace } from '../workspace';
import type { Handlers } from './registry';

/**
 * What a person left open.
 *
 * @param opensAfresh whether the window is not to show it again
 */
export function viewHandlers(workspace: Pick<Workspace, 'settings' | 'keep'>, opensAfresh: () => boolean): Pick<Handlers, 'view/memory' | 'view/keep'> {
  return {
    'view/memory': () => (opensAfresh() ? withNothingOpen(workspace.settings.view) : workspace.settings.view),
    'view/keep': (view) => {
      workspace.keep({ view });
      return null;
    },
  };
}
