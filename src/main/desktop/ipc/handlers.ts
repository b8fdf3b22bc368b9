import { assetRetryRequested } from '@shared/events/asset-events';
import type { Added, AppStatus, Snapshot } from '@shared/ipc/answers';
import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { dialog, shell } from 'electron';
import type { Hub } from '../../hub';
import { doorManifests, serviceManifests } from '../../hub/service-manifests';
import { stagesAsTold } from '../secrets-of-stages';
import { settingsChanges } from '../settings-of-workspace';
import { sourcesOfWorkspace } from '../sources-of-workspace';
import { StageChanges } from '../stage-changes';
import { takingBack } from '../take-back';
import type { Workspace } from '../workspace';
import { boardHandlers } from './board-handlers';
import { careHandlers } from './care-handlers';
import { chosenHandlers } from './chosen-handlers';
import { dataHandlers, type DataOfApp } from './data-handlers';
import { dropHandlers } from './drop-handlers';
import { dryRunHandlers } from './dry-run-handlers';
import { historyHandlers } from './history-handlers';
import { keyHandlers } from './key-handlers';
import { libraryHandlers } from './library-handlers';
import { menuHandlers } from './menu-handlers';
import { qualityHandlers } from './quality-handlers';
import { ratingHandlers } from './rating-handlers';
import { sourceHandlers } from './source-handlers';
import { stackHandlers } from './stack-handlers';
import { stageHandlers, type StagesOfApp } from './stage-handlers';
import { readingHandlers } from './reading-handlers';
import { settingsHandlers } from './settings-handlers';
import { type AppOfSystem, systemAppHandlers } from './system-app-handlers';
import { timelineHandlers, wholeStory } from './timeline-handlers';
import { type Handlers, PersonalError } from './registry';
import { updateHandlers } from './update-handlers';
import { viewHandlers } from './view-handlers';

const snapshotEvents = 1_000;
const snapshotAssets = 1_000;
/** Rows of a lane that the window begins with; the counts beside them are of all. */
const snapshotLane = 1_000;
const snapshotDone = 200;
const beyondAnySequence = Number.MAX_SAFE_INTEGER;

/** What the window may ask for, answered from the hub. */
export function handlersFor(workspace: Workspace, stages: StagesOfApp, app: AppOfSystem, data: DataOfApp): Handlers {
  const hub = (): Hub => {
    if (workspace.hub === null) throw new PersonalError(workspace.status.set_up ? t('Alice is changing its folders. Try again in a moment.') : t('Choose the folders first.'));
    return workspace.hub;
  };
  const status = (): AppStatus => workspace.status;
  const settings = settingsChanges(workspace);
  const stageChanges = new StageChanges({
    ...stages,
    keep: async (all, storyId) => {
      await workspace.changeSetting('quality_stages', [...all], stagesAsTold, storyId);
      workspace.hub?.stagesChanged();
    },
  });
  const entryOf = (storyId: string) => {
    const entry = hub().library.inboxEntryOfStory(storyId);
    if (entry === null) throw new PersonalError(t('This file is not in the inbox any more.'));
    return entry;
  };

  return {
    ...historyHandlers(hub, takingBack(hub, { settings, sources: sourcesOfWorkspace(hub, workspace), stages: stageChanges })),
    ...careHandlers(hub),
    ...libraryHandlers(hub, workspace),
    ...readingHandlers(hub, workspace),
    ...timelineHandlers(hub, workspace),
    ...ratingHandlers(hub, workspace),
    ...qualityHandlers(hub),
    ...stackHandlers(hub),
    ...boardHandlers(hub),
    ...sourceHandlers(hub, workspace),
    ...chosenHandlers(hub),
    ...dropHandlers(hub, workspace),
    ...dryRunHandlers(hub, workspace),
    ...viewHandlers(workspace, () => app.system.opensAfresh),
    ...stageHandlers(hub, stageChanges, stages),
    ...dataHandlers(workspace, data),
    ...settingsHandlers(workspace, settings),
    ...systemAppHandlers(app),
    ...menuHandlers(app.menu),
    ...updateHandlers(app.updates),
    ...keyHandlers(workspace, settings),
    'app/status': status,
    'app/snapshot': () => snapshotOf(hub()),
    'app/link': () => workspace.takeLink(),
    'app/follow-link': ({ address }) => workspace.follow(address),
    'app/set-watching': async ({ watching }) => {
      await workspace.setWatching(watching);
      return status();
    },
    'app/set-operation': async ({ operation }) => {
      await workspace.changeSetting('operation', operation);
      return status();
    },

    'setup/check': () => workspace.check(),
    'setup/choose-folder': async ({ which }) => {
      const { inbox_path, organized_path } = status();
      const chosen = await dialog.showOpenDialog({
        title: which === 'inbox' ? t('Choose the inbox folder') : t('Choose the folder for organized files'),
        defaultPath: which === 'inbox' ? inbox_path : organized_path,
        properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = chosen.filePaths;
      return folder === undefined ? workspace.check() : workspace.wish(which, folder);
    },
    'setup/finish': async ({ operation, with_samples }) => {
      try {
        await workspace.finishSetup(operation);
      } catch (error) {
        throw new PersonalError(toldOf(error));
      }
      if (with_samples) await workspace.addSamples();
      return status();
    },

    'system/overview': () => overviewOf(hub()),
    'system/retry': async ({ service, sequence }) => {
      await hub().retryDeadLetter(service, sequence).catch((error: unknown) => { throw new PersonalError(toldOf(error)); });
      return null;
    },
    'events/story': ({ correlation_id }) => wholeStory(hub().log, correlation_id),

    'library/show-in-folder': ({ content_hash }) => {
      const path = hub().library.asset(content_hash)?.path;
      if (!path) throw new PersonalError(t('This picture is not filed yet.'));
      shell.showItemInFolder(path);
      return null;
    },

    'inbox/choose-files': () => chooseFiles(workspace),
    'inbox/add-samples': () => workspace.addSamples(),
    'inbox/open-folder': async () => {
      const problem = await shell.openPath(status().inbox_path);
      if (problem !== '') throw new PersonalError(t('The inbox folder could not be opened: {problem}', { problem }));
      return null;
    },
    'inbox/retry': async ({ story_id }) => {
      await hub().say(assetRetryRequested({ file_path: entryOf(story_id).file_path }), story_id);
      return null;
    },
    'inbox/show-in-folder': ({ story_id }) => {
      shell.showItemInFolder(entryOf(story_id).file_path);
      return null;
    },
  };
}

function snapshotOf({ log, library }: Hub): Snapshot {
  return {
    sequence: log.lastSequence,
    event_count: log.lastSequence,
    events: log.find({ limit: snapshotEvents, newestFirst: true }),
    assets: library.assetsBefore(beyondAnySequence, snapshotAssets),
    asset_count: library.assetCount,
    inbox: [
      ...library.inboxInState('set_aside', snapshotLane),
      ...library.inboxInState('working', snapshotLane),
      ...library.inboxInState('waiting', snapshotLane),
      ...library.inboxInState('filed', snapshotDone),
      ...library.inboxInState('duplicate', snapshotDone),
    ],
    inbox_counts: library.inboxCounts(),
    projects: library.projects(),
  };
}

function overviewOf(hub: Hub): SystemOverview {
  return {
    stats: hub.metrics(),
    services: [...serviceManifests, ...doorManifests].map(({ name, summary, consumes, publishes }) => ({
      name,
      summary,
      hears: [...consumes],
      says: publishes.map(({ type }) => type),
    })),
    dead_letters: hub.deadLetters().flatMap((letter) => {
      const [event] = hub.log.after(letter.sequence - 1, 1);
      return event?.sequence === letter.sequence ? [{ ...letter, event }] : [];
    }),
  };
}

async function chooseFiles(workspace: Workspace): Promise<Added> {
  const chosen = await dialog.showOpenDialog({
    title: t('Add pictures and videos to the inbox'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: t('Pictures and videos'), extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif', 'heic', 'tif', 'tiff', 'bmp', 'mp4', 'mov', 'webm', 'mkv'] },
      { name: t('All files'), extensions: ['*'] },
    ],
  });
  return chosen.canceled ? { added: 0, problems: [] } : workspace.add(chosen.filePaths);
}
