import type { Hub } from '../hub';
import { sourceChanges } from './source-changes';
import type { Workspace } from './workspace';

/** Changes to the sources that this run works with. */
export function sourcesOfWorkspace(hub: () => Hub, workspace: Workspace) {
  return sourceChanges({
    kept: () => workspace.settings.sources,
    problemWith: (source) => hub().sources.problemWith(source),
    keep: async (sources, told, storyId) => {
      // While the folders are being changed there is nobody who could work with other sources.
      hub();
      await workspace.keepSources([...sources], told, storyId);
    },
    toldOf: (id) => hub().log.aboutSubject(id),
  });
}
