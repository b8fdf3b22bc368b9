import { join } from 'node:path';
import type { CommandId } from '@shared/commands/all-commands';
import type { RecordedEvent } from '@shared/events/catalog';
import type { Arrival, LedPlace } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { linkToAsset } from '@shared/library/deep-link';
import { app, type BrowserWindow, Notification, shell } from 'electron';
import type { AddedFiles } from '../adapters/files/add-to-inbox';
import type { Hub } from '../hub';
import type { ReportBug } from '../kernel/report-bug';
import type { CrashReports } from './crash-reports';
import { DockProgress, noProgress, progressOf } from './dock-progress';
import type { LogFiles } from './log-files';
import { broadcast, mainWindow } from './main-window';
import { Notifications } from './notifications';
import { wantsQuiet } from './notifications-quiet';
import { RunFollower } from './notifications-run';
import type { Notice } from './notifications-words';
import { recoverRenderer } from './renderer-recovery';
import { askAboutHungPage } from './renderer-recovery-question';
import { appOrigin } from './security';
import { TrayIcon } from './tray';
import { hasTrayHost } from './tray-host';
import { trayModelOf } from './tray-menu';
import type { Workspace } from './workspace';

export interface SystemAppOptions {
  readonly workspace: () => Workspace;
  readonly resources: string;
  readonly logs: LogFiles;
  readonly crashes: CrashReports;
  /** Brings the window to the front, and opens it when it is closed. */
  readonly comeToFront: () => void;
  readonly reportBug: ReportBug;
}

const lookEveryMs = 1_000;
/** A wish from the menu that a window did not come for so long is not wanted any more. */
const wishHoldsMs = 30_000;
const togetherMs = 150;
const shownFiled = 5;
const beyondAnySequence = Number.MAX_SAFE_INTEGER;

/** Alice as a program among others: icon in the tray, notifications, progress in the dock, and windows that die. */
export class SystemApp {
  readonly #options: SystemAppOptions;
  readonly #runs = new RunFollower();
  readonly #notifications: Notifications;
  readonly #dock: DockProgress;
  readonly tray: TrayIcon;
  #looking: NodeJS.Timeout | null = null;
  #trouble: string | null = null;
  #shown: Notification | null = null;
  #listening = false;
  #afterDeath: Arrival['after_death'] = null;
  #place: LedPlace | null = null;
  #link: string | null = null;
  readonly #files: string[] = [];
  readonly #notTaken: string[] = [];
  #wish: { readonly command: CommandId; readonly at: number } | null = null;
  /** A hub that closes ends its decoders. */
  #closing = false;
  readonly health = { window_deaths: 0, decoder_deaths: 0 };

  constructor(options: SystemAppOptions) {
    this.#options = options;
    const { workspace, resources, comeToFront, reportBug } = options;
    this.#dock = new DockProgress(
      ({ value, mode }) => { mainWindow()?.setProgressBar(value, mode === 'none' ? undefined : { mode }); },
      (count) => { app.setBadgeCount(count); },
    );
    this.#notifications = new Notifications({
      show: (notice) => { this.#notify(notice); },
      wanted: () => {
        const { notify_finished: finished, notify_set_aside: set_aside, notify_trouble: trouble } = workspace().settings;
        return { finished, set_aside, trouble };
      },
      looking: () => mainWindow()?.isFocused() === true,
      quiet: () => wantsQuiet(),
    });
    this.tray = new TrayIcon({
      iconFolder: join(resources, 'tray'),
      host: () => hasTrayHost(),
      act: {
        open: comeToFront,
        openInbox: () => void shell.openPath(workspace().status.inbox_path),
        openPicture: (hash) => {
          comeToFront();
          this.followLink(`alice://asset/${hash}`);
        },
        setWatching: (watching) => {
          workspace().setWatching(watching).catch((error: unknown) => { reportBug({ where: 'the switch in the tray', error }); });
        },
        quit: () => { app.quit(); },
      },
    });
    // Without it Windows shows no notification.
    if (process.platform === 'win32') app.setAppUserModelId(app.name);
    app.on('child-process-gone', (_event, { type, name, serviceName, reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      if (!this.#closing && (name === 'Alice media' || serviceName === 'Alice media')) this.health.decoder_deaths += 1;
      options.logs.write(`A process ended (${name ?? type}): ${reason}, code ${exitCode}`);
    });
  }

  /** Whether Alice goes on when her window is closed. Where nothing would lead back to her, she does not. */
  get goesOn(): boolean {
    return process.platform === 'darwin' || (this.#options.workspace().settings.keep_in_tray && this.tray.shown);
  }

  opened(hub: Hub): void {
    this.#closing = false;
    hub.bus.on('*', (event) => { this.#hear(event); }, { name: 'system' });
    if (this.#files.length + this.#notTaken.length > 0) setTimeout(() => { this.#addFiles(); }, togetherMs);
  }

  /** The window died twice, so it is opened with nothing of what it showed. */
  get opensAfresh(): boolean {
    return this.#afterDeath === 'afresh';
  }

  /** The status may have changed. */
  changed(): void {
    this.#soon();
  }

  window(window: BrowserWindow): void {
    const { logs, crashes } = this.#options;
    recoverRenderer(window, {
      home: `${appOrigin}/index.html`,
      ask: (signal) => askAboutHungPage(window, signal),
      died: (reason, recovery) => {
        this.#listening = false;
        this.#afterDeath = recovery === 'restore' ? 'restored' : 'afresh';
        this.health.window_deaths += 1;
        logs.write(`The window died: ${reason}; ${recovery}`);
        crashes.write('the window', `The page of the window died: ${reason}`);
      },
      choose: {
        logs: () => void shell.openPath(logs.folder),
        reports: () => void shell.openPath(crashes.folder),
        quit: () => { app.quit(); },
      },
    });
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#listening = false;
    });
    window.once('closed', () => { this.#listening = false; });
    window.on('focus', () => { this.#soon(); });
    this.#dock.again();
    this.#soon();
  }

  /** Shows what a link leads to; a window that is still opening, or still to be opened, asks for it by itself. */
  followLink(address: string | null): void {
    if (address === null) return;
    this.#link = this.#listening ? null : address;
    const opened = this.#listening ? this.#options.workspace().follow(address) : null;
    if (opened !== null) broadcast('link', opened);
  }

  /** Adds files that were opened with Alice; those that come before there is a library, once there is a window that can tell of it. */
  addOpened(paths: readonly string[], problems: readonly string[]): void {
    this.#files.push(...paths);
    this.#notTaken.push(...problems);
    // A file manager hands several over one by one.
    if (this.#listening && paths.length + problems.length > 0) setTimeout(() => { this.#addFiles(); }, togetherMs);
  }

  #addFiles(): void {
    // Without a library nothing knows whether the inbox is there: they wait for it.
    if (!this.#listening || this.#options.workspace().hub === null) return;
    const paths = this.#files.splice(0);
    const notTaken = this.#notTaken.splice(0);
    if (paths.length + notTaken.length === 0) return;
    const told = ({ added, problems }: AddedFiles) => { broadcast('added', { added, problems: [...notTaken, ...problems] }); };
    this.#options.workspace().add(paths).then(told, (error: unknown) => {
      this.#options.reportBug({ where: 'adding files that were opened with Alice', error });
      const problem = t('The files that were opened with Alice could not be added: {error} They are untouched.', { error: toldOf(error) });
      told({ added: 0, problems: [problem] });
    });
  }

  /** Has the window do a command; one that is still opening, or still to be opened, asks for it by itself. */
  doCommand(command: CommandId): void {
    this.#wish = this.#listening ? null : { command, at: Date.now() };
    if (mainWindow() === null || !command.startsWith('edit.')) this.#options.comeToFront();
    if (this.#listening) broadcast('command', command);
  }

  /** What a window should know when it begins, once. */
  arrival(): Arrival {
    this.#listening = true;
    setTimeout(() => { this.#addFiles(); }, togetherMs);
    const link = this.#link === null ? null : this.#options.workspace().follow(this.#link);
    const crashes = this.#options.crashes.takeNew();
    const arrival = { after_death: this.#afterDeath, crashes, place: this.#place, link, command: this.#wished() };
    this.#afterDeath = null;
    this.#place = null;
    this.#link = null;
    return arrival;
  }

  #wished(): CommandId | null {
    const wish = this.#wish;
    this.#wish = null;
    return wish !== null && Date.now() - wish.at < wishHoldsMs ? wish.command : null;
  }

  close(): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
    this.#dock.tell(noProgress, 0);
    this.tray.remove();
  }

  #hear(event: RecordedEvent): void {
    if (event.event_type === 'hub.stopped') this.#closing = true;
    this.#options.crashes.remember(event.event_type);
    this.#runs.hear(event, Date.now());
    this.#soon();
  }

  #soon(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = null;
      try {
        this.#look();
      } catch (error) {
        this.#options.reportBug({ where: 'tray and notifications', error });
      }
    }, lookEveryMs);
  }

  #look(): void {
    const { hub, status, settings } = this.#options.workspace();
    const now = Date.now();
    const counts = hub?.library.inboxCounts() ?? null;
    const over = counts === null ? null : this.#runs.look(counts, now);
    if (over !== null) this.#notifications.runOver(over);
    const trouble = status.paused ?? (status.set_up && status.watching === 'off' ? status.trouble : null);
    if (trouble !== this.#trouble) this.#notifications.troubled(trouble);
    this.#trouble = trouble;
    this.#dock.tell(progressOf(this.#runs.run, { ...status, away: hub === null && status.set_up }, now), counts?.set_aside ?? 0);
    void this.tray.want(settings.tray && !status.safe_mode);
    this.tray.tell(trayModelOf(status, counts, hub?.library.assetsBefore(beyondAnySequence, shownFiled) ?? []));
    void this.#notifications.look();
    if (this.#runs.run !== null || this.#notifications.waiting) this.#soon();
  }

  #notify({ title, body, place, picture }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => {
      this.#place = picture === null ? place : null;
      this.#options.comeToFront();
      if (picture !== null) this.followLink(linkToAsset(picture));
      if (picture !== null || !this.#listening) return;
      this.#place = null;
      broadcast('place', place);
    });
    notification.show();
    // One that is collected as garbage hears no click; the newest takes the place of the one before.
    this.#shown?.close();
    this.#shown = notification;
  }
}
