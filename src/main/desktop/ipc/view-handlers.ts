import type { Workspace } from '../workspace';
import type { Handlers } from './registry';

/** What a person left open. */
export function viewHandlers(workspace: Workspace): Pick<Handlers, 'view/memory' | 'view/keep'> {
  return {
    'view/memory': () => workspace.settings.view,
    'view/keep': (view) => {
      workspace.keep({ view });
      return null;
    },
  };
}
