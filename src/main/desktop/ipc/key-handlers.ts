import { t } from '@shared/language/language';
import type { SettingsChanges } from '../settings-changes';
import type { Workspace } from '../workspace';
import { safeMode } from '../safe-mode';
import { type Handlers, PersonalError } from './registry';

/** The keys of commands, as they are kept among the settings. */
export function keyHandlers(workspace: Workspace, changes: SettingsChanges): Pick<Handlers, 'settings/keys' | 'settings/keep-keys'> {
  return {
    'settings/keys': () => (workspace.status.safe_mode ? safeMode.keys : workspace.settings.keys),
    'settings/keep-keys': async ({ keys }) => {
      // What is shown lacks a person's own keys: kept, it would take their place.
      if (workspace.status.safe_mode) throw new PersonalError(t('In safe mode your own keys are left out and cannot be changed. Start Alice as usual first.'));
      await changes.change('keys', keys);
      return workspace.settings.keys;
    },
  };
}
