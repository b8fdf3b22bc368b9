import type { SettingsChanges } from '../settings-changes';
import type { Workspace } from '../workspace';
import type { Handlers } from './registry';

/** The keys of commands, as they are kept among the settings. */
export function keyHandlers(workspace: Workspace, changes: SettingsChanges): Pick<Handlers, 'settings/keys' | 'settings/keep-keys'> {
  return {
    'settings/keys': () => workspace.settings.keys,
    'settings/keep-keys': async ({ keys }) => {
      await changes.change('keys', keys);
      return workspace.settings.keys;
    },
  };
}
