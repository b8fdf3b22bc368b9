import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { eventLine } from '@shared/story/event-line';
import { printable } from '@shared/story/printable';
import { app, dialog, powerMonitor, session } from 'electron';
import { thumbnailPath } from '../adapters/media/media-ports';
import { setAboutPanel } from './about';
import type { CrashReports } from './crash-reports';
import { startCrashReports } from './crash-reports-start';
import { DataPlace } from './data-place';
import { OwnDrops } from './drag-out-own-drops';
import { droppedFiles } from './drop-files';
import { EventBatches } from './event-batches';
import { forkUtilityMediaProcess } from './fork-utility';
import { handlersFor } from './ipc/handlers';
import { openIpc } from './ipc/registry';
import type { Languages } from './languages';
import { filesIn, type LaunchOptions, linkIn, suggestedFolders } from './launch-options';
import { LogFiles } from './log-files';
import { broadcast, mainWindow, openMainWindow, painted } from './main-window';
import { AppMenu } from './menu';
import { menuActions } from './menu-actions';
import type { OpenedOutsideKeeper } from './opened-outside';
import { FramePage } from './posters/frame-page';
import { VideoPosters } from './posters/video-posters';
import { registerSchemes, serveApp, serveMedia } from './protocols';
import { lockDown, lockSession } from './security';
import { ScreenPictures } from './screens/screen-pictures';
import { grantedPlace } from './served-files';
import { safeMode } from './safe-mode';
import { Secrets } from './secrets';
import { encryptionOfSystem } from './secrets-of-system';
import { stageSource } from './secrets-of-stages';
import { SettingsStore } from './settings';
import { followSettings } from './settings-effects';
import { settingsChanges } from './settings-of-workspace';
import { followZoomKeys } from './settings-zoom';
import { SystemApp } from './system-app';
import { versionThatRanLast } from './updates';
import { updatesOfApp } from './updates-of-app';
import { WindowMemory } from './window-memory';
import { Workspace } from './workspace';
import { secretsFileName } from '../hub/quality-stages-setup';
import { bugInWords, type ReportBug } from '../kernel/report-bug';

/** What is known before anything is opened. */
export interface Start {
  readonly launch: LaunchOptions;
  /** Where the built program lies, and what comes with it. */
  readonly outFolder: string;
  readonly resources: string;
  readonly languages: Languages;
  readonly opened: OpenedOutsideKeeper;
}

interface Reporting {
  readonly logs: LogFiles;
  readonly crashes: CrashReports;
  readonly reportBug: ReportBug;
}

/** Opens the app, once for each data folder. What is said from here on is said in the language that was chosen. */
export function openApp(start: Start): void {
  registerSchemes();
  lockDown();
  const logs = new LogFiles({ folder: join(app.getPath('userData'), 'logs') });
  const crashes = startCrashReports(join(app.getPath('userData'), 'crash-reports'), join(start.outFolder, '..'));
  const reportBug: ReportBug = (bug) => {
    const sentence = bugInWords(bug);
    process.stderr.write(`${printable(sentence)}\n`);
    logs.write(sentence);
  };
  const uncaught = (error: unknown) => {
    reportBug({ where: 'the main process', error });
    crashes.write('the main process', error);
  };
  process.on('uncaughtException', uncaught);
  process.on('unhandledRejection', uncaught);
  if (start.languages.problem !== null) reportBug({ where: 'the language', error: start.languages.problem });

  // Not awaited: Electron holds 'ready' back until the entry has been evaluated.
  if (app.requestSingleInstanceLock()) void run(start, { logs, crashes, reportBug });
  else {
    process.stderr.write('Alice is open already with this data folder; its window comes to the front.\n');
    app.exit(0);
  }
}

async function run({ launch, outFolder, resources, languages, opened }: Start, { logs, crashes, reportBug }: Reporting): Promise<void> {
  await app.whenReady();
  const place = await DataPlace.open(app.getPath('userData'), launch.data, reportBug).catch((error: unknown) => cannotOpen(error, reportBug));
  if (place === null) return;
  const settings = new SettingsStore(place.folder);
  followSettings(settings, (language) => { languages.keep(language); });

  const secrets = await Secrets.open(join(place.folder, secretsFileName), encryptionOfSystem);
  const stages = stageSource(() => settings.current.quality_stages, secrets);
  const batches = new EventBatches((events) => { broadcast('events', events); });
  // Pictures filed into an earlier folder are still shown out of it.
  const organizedFolders = new Set<string>();
  const startMedia = () => forkUtilityMediaProcess(join(outFolder, 'main', 'media-worker.js'), join(resources, 'quality', 'brisque-live.bin'));
  const workspace: Workspace = new Workspace({
    launch,
    settings,
    suggested: suggestedFolders(app.getPath('pictures')),
    dataFolder: () => place.folder,
    sampleFolder: join(resources, 'sample-inbox'),
    startMedia,
    stages: launch.safeMode ? safeMode.stages(stages) : stages,
    version: app.getVersion(),
    reportBug,
    changed: () => {
      broadcast('status', workspace.status);
      system.changed();
      menu.refresh();
    },
    opened: (hub) => {
      system.opened(hub);
      updates.ranBefore(versionThatRanLast(hub));
      for (const event of hub.log.find({ types: ['hub.started'], newestFirst: true, limit: 1_000 })) {
        if (event.event_type === 'hub.started') organizedFolders.add(event.data.organized_path);
      }
      organizedFolders.add(workspace.status.organized_path);
      hub.bus.on('*', (event) => { batches.add(event); }, { name: 'window' });
      const print = (event: RecordedEvent) => void process.stdout.write(`${eventLine(event)}\n`);
      if (launch.printEvents) hub.bus.on('*', print, { name: 'terminal' });
    },
  });

  const updates = updatesOfApp(settings, reportBug);
  const memory = new WindowMemory(app.getPath('userData'));
  const comeToFront = () => {
    const window = mainWindow();
    if (window === null) {
      const opened = openMainWindow(outFolder, memory);
      system.window(opened);
      menu.follow(opened);
    } else {
      if (window.isMinimized()) window.restore();
      window.focus();
    }
  };
  const system = new SystemApp({ workspace: () => workspace, resources, logs, crashes, comeToFront, reportBug });
  const zoom = followZoomKeys(settingsChanges(workspace), (error) => { reportBug({ where: 'the zoom', error }); });
  const menu: AppMenu = new AppMenu(menuActions({ workspace, system, updates, logs, crashes, zoom, reportBug }));
  const servedRoots = () => (workspace.hub === null ? [] : [workspace.hub.thumbnails, ...organizedFolders]);
  const posters = new VideoPosters({
    startMedia,
    frames: new FramePage(),
    thumbnail: (hash) => workspace.hub && thumbnailPath(workspace.hub.thumbnails, hash),
    video: async (hash) => {
      const asset = workspace.hub?.library.asset(hash);
      return asset?.media_type === 'video' ? grantedPlace(asset.path, servedRoots()) : null;
    },
  });
  const screens = new ScreenPictures({
    startMedia,
    folder: () => workspace.hub && join(place.folder, 'screens'),
    picture: async (hash) => {
      const asset = workspace.hub?.library.asset(hash);
      const path = asset?.media_type === 'image' ? await grantedPlace(asset.path, servedRoots()) : null;
      return path === null || asset?.width == null || asset.height === null ? null : { path, width: asset.width, height: asset.height };
    },
  });
  app.once('will-quit', () => {
    posters.close();
    screens.close();
  });

  lockSession(session.defaultSession);
  serveApp(session.defaultSession, join(outFolder, 'renderer'), join(resources, 'docs'), { look: () => settings.current, languages });
  serveMedia(session.defaultSession, {
    thumbnail: (hash) => workspace.hub && thumbnailPath(workspace.hub.thumbnails, hash),
    picture: (hash) => workspace.hub?.library.asset(hash)?.path ?? null,
    poster: async (hash) => {
      const made = await posters.make(hash);
      if (made) workspace.hub?.thumbnailMade(hash);
      return made;
    },
    screen: (hash) => screens.make(hash),
    roots: () => [...servedRoots(), join(place.folder, 'screens')],
  });
  const handedOut = { asset: (hash: string) => workspace.hub?.library.asset(hash) ?? null, roots: () => [...organizedFolders] };
  const hashesOf = (ids: readonly number[]) => workspace.hub?.pictures.cards(ids).map(({ content_hash }) => content_hash) ?? [];
  const pngOf = (hash: string) => screens.copy(hash);
  const handing = { files: handedOut, hashesOf, ownDrops: new OwnDrops(), pngOf };
  const ofSystem = { workspace, system, menu, logs, crashes, updates, resources, ...handing };
  const handlers = handlersFor(workspace, { source: stages, secrets }, ofSystem, { place, settings, secrets });
  openIpc({ handlers, addFiles: droppedFiles({ workspace, ownDrops: ofSystem.ownDrops }), reportBug });
  setAboutPanel();
  menu.refresh();
  settings.onChange(() => { menu.refresh(); });

  if (!launch.safeMode) updates.begin();
  app.once('before-quit', () => { updates.close(); });
  closeInGoodOrder(workspace, batches, system, reportBug);
  comeToFront();
  const takeArguments = (args: readonly string[], workingFolder: string) => {
    system.followLink(linkIn(args));
    const { files, problems } = filesIn(args.slice(1), workingFolder);
    system.addOpened(files, problems);
  };
  takeArguments(process.argv, process.env['INIT_CWD'] ?? process.cwd());
  opened.take((one) => {
    comeToFront();
    if (one.kind === 'link') system.followLink(one.address);
    else system.addOpened([one.path], []);
  });
  // Only the installed app can be found by the system again.
  if (app.isPackaged) app.setAsDefaultProtocolClient('alice');
  app.on('second-instance', (_event, args, workingFolder) => {
    comeToFront();
    takeArguments(args, workingFolder);
  });
  app.on('activate', comeToFront);
  powerMonitor.on('resume', () => { workspace.woke(); });
  // Opening a large library keeps this process from serving the page: the window's frame comes first.
  await painted(mainWindow());
  await workspace.begin().catch((error: unknown) => {
    reportBug({ where: 'opening the library', error });
    const expected = error instanceof Error && ['DataInUseError', 'UnusableDataError', 'NewerDataError'].includes(error.name);
    if (expected) dialog.showErrorBox(t('Alice cannot open its library'), toldOf(error));
    process.exitCode = 2;
    app.quit();
  });
}

/** Where the data is cannot be known, or it is not there: nothing is begun in its place. */
function cannotOpen(error: unknown, reportBug: ReportBug): null {
  reportBug({ where: 'opening the data folder', error });
  dialog.showErrorBox(t('Alice cannot open its library'), toldOf(error));
  app.exit(2);
  return null;
}

/** So long the window has to say what it wants kept. */
const lastWordMs = 60;

/** Files that are being filed are filed to the end, and the log is closed, before the process goes. */
function closeInGoodOrder(workspace: Workspace, batches: EventBatches, system: SystemApp, reportBug: ReportBug): void {
  let closing = false;
  app.on('window-all-closed', () => {
    if (!system.goesOn) app.quit();
  });
  app.on('before-quit', (event) => {
    if (closing) return;
    event.preventDefault();
    closing = true;
    batches.end();
    system.close();
    broadcast('leaving', null);
    void Promise.all([workspace.close(), delay(lastWordMs)])
      .catch((error: unknown) => { reportBug({ where: 'closing', error }); })
      .finally(() => { app.exit(Number(process.exitCode ?? 0)); });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit(); });
}
