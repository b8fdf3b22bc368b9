import { stagesAsTold } from './secrets-of-stages';
import { SettingsChanges } from './settings-changes';
import type { Workspace } from './workspace';

/** Changes of the settings that this run works with. */
export function settingsChanges(workspace: Workspace): SettingsChanges {
  return new SettingsChanges({
    settings: () => workspace.settings,
    atStart: () => workspace.settingsAtStart,
    hub: () => workspace.hub,
    change: (key, value, storyId) =>
      key === 'quality_stages' ? workspace.changeSetting(key, value, stagesAsTold, storyId) : workspace.changeSetting(key, value, undefined, storyId),
    changeFolder: (which, folder, storyId) => workspace.changeFolder(which, folder, storyId),
    folders: () => {
      const { inbox_path: inbox, organized_path: organized, folders_for_this_run: forThisRun } = workspace.status;
      return { inbox, organized, forThisRun };
    },
  });
}
