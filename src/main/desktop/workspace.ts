import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventDraft } from '@shared/events/define-event';
import { settingsChanged } from '@shared/events/system-events';
import type { AppStatus, SetupCheck } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import type { OpenedLink } from '@shared/library/deep-link';
import type { DryRunBegun } from '@shared/library/dry-run';
import type { SettingKey } from '@shared/settings/settings-table';
import { addToInbox, type AddedFiles } from '../adapters/files/add-to-inbox';
import type { Moves } from '../hub/dry-run-moves';
import { DryRuns, type Given } from '../hub/dry-runs';
import { type Hub, openHub } from '../hub';
import { prepareLibrary } from '../hub/prepare-library';
import { atMostEvery } from '../kernel/at-most-every';
import { KeptUntilAsked } from '../kernel/kept-until-asked';
import { changeFolder } from './change-folder';
import { FetchedFrom } from './fetched-from';
import { inboxAway } from './inbox-away';
import { follow } from './links';
import { RunFolders } from './run-folders';
import { safeMode } from './safe-mode';
import type { Settings } from './settings';
import { SettingRefused } from './settings-changes';
import type { WorkspaceOptions } from './workspace-options';

const lookAgainMs = 5_000;
const tellEveryMs = 100;

/**
 * The folders that this run works with and the hub between them. Before the first run is answered there is no hub;
 * when a folder goes missing, the hub waits and looks again.
 */
export class Workspace {
  readonly dryRuns = new DryRuns();
  readonly fetched = new FetchedFrom();
  /** A folder that was dropped, until the window asks for it. */
  readonly dropped = new KeptUntilAsked<string>();
  readonly #options: WorkspaceOptions;
  readonly #folders: RunFolders;
  #hub: Hub | null = null;
  #watching: AppStatus['watching'] = 'off';
  #trouble: string | null = null;
  #preparing: AppStatus['preparing'] = null;
  readonly #closing = new AbortController();
  /** A link that came before there was a library, until the window asks for it. */
  readonly #link = new KeptUntilAsked<string>();
  /** What is done while the hub is closed for it. */
  #away: Promise<unknown> | null = null;
  #lookAgain: NodeJS.Timeout | null = null;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#folders = new RunFolders(options);
  }

  get hub(): Hub | null {
    return this.#hub;
  }

  get settingsAtStart(): Settings {
    return this.#options.settings.atStart;
  }

  get settings(): Settings {
    return this.#options.settings.current;
  }

  get status(): AppStatus {
    const { version, settings } = this.#options;
    return {
      set_up: this.#hub !== null || this.#away !== null,
      version,
      platform: process.platform,
      inbox_path: this.#folders.now.inbox,
      organized_path: this.#folders.now.organized,
      operation: settings.current.operation,
      folders_for_this_run: this.#folders.named,
      watching: this.#watching,
      safe_mode: this.#options.launch.safeMode,
      paused: this.#hub?.pausedFor()?.said() ?? null,
      // What was done about a damaged log stands there until the next start, unless something is wrong now.
      trouble: this.#trouble ?? this.#hub?.recovered() ?? null,
      theme: settings.current.theme,
      contrast: settings.current.contrast,
      motion: settings.current.motion,
      density: settings.current.density,
      free_bytes: this.#folders.freeBytes,
      preparing: this.#preparing,
    };
  }

  /** Opens the hub at once when it is known where files go; else the first run asks. */
  async begin(): Promise<void> {
    const { launch, settings } = this.#options;
    await this.#folders.measure();
    const { named } = this.#folders;
    const answered = settings.current.inbox !== null && settings.current.organized !== null;
    if (!named && !answered && !launch.acceptDefaults) return;
    // Folders that were just named are made; those that were there before may be on a drive that is not plugged in.
    if (named || !answered) await this.#folders.create();
    await this.#open();
    if (launch.sample) await this.addSamples();
  }

  /** Remembers a folder that was chosen in the first run. */
  async wish(which: 'inbox' | 'organized', folder: string): Promise<SetupCheck> {
    this.#folders.take({ ...this.#folders.now, [which]: folder });
    await this.#folders.measure();
    return this.check();
  }

  check(): Promise<SetupCheck> {
    return this.#folders.check();
  }

  /** Ends the first run. @throws when the folders will not do; the first run has shown the sentence already. */
  async finishSetup(operation: 'copy' | 'move'): Promise<void> {
    const problem = await this.#folders.problem({ operation, create: 'both' });
    if (problem !== null) throw new Error(problem);
    await this.#folders.create();
    this.#options.settings.change({ ...this.#folders.now, operation });
    await this.#open();
  }

  /**
   * @param told what the event says of a value that holds more than everybody may read
   * @param storyId what it is part of; a story of its own when left out
   */
  async changeSetting<K extends SettingKey>(
    setting: K, value: Settings[K], told: (value: Settings[K]) => unknown = (all) => all, storyId?: string,
  ): Promise<void> {
    const previous_value = this.settings[setting];
    if (previous_value === value) return;
    this.#options.settings.change({ [setting]: value });
    await this.#hub?.say(settingsChanged({ setting, value: told(value), previous_value: told(previous_value) }), storyId);
    this.#options.changed();
  }

  /** @throws SettingRefused, and then nothing changes */
  async changeFolder(which: 'inbox' | 'organized', value: string, storyId?: string): Promise<void> {
    const { settings } = this.#options;
    const whileClosed = (work: () => Promise<void>) => this.whileClosed(work);
    const previous_value = await changeFolder(which, value, { folders: this.#folders, settings, whileClosed });
    await this.#hub?.say(settingsChanged({ setting: which, value, previous_value }), storyId);
    this.#options.changed();
  }

  /** Closes the hub in good order, has something done that needs that, and opens it again, whatever came of it. */
  async whileClosed<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#away !== null) throw new SettingRefused(t('Alice is busy with its folders at the moment. Try again when that is done.'));
    const paused = this.#watching === 'paused';
    const done = (async () => {
      if (this.#lookAgain) clearTimeout(this.#lookAgain);
      await this.#hub?.close('closed');
      this.#hub = null;
      try {
        return await work(this.#closing.signal);
      } finally {
        await this.#open();
        if (paused) await this.setWatching('paused');
      }
    })();
    this.#away = done;
    this.#options.changed();
    try {
      return await done;
    } finally {
      this.#away = null;
      this.#options.changed();
    }
  }

  /** How a person looks at things is no fact about them, and no event. */
  keep(kept: Partial<Pick<Settings, 'library' | 'view' | 'timeline_filters'>>): void {
    this.#options.settings.change(kept);
  }

  async dropFolder([path]: readonly string[]): Promise<AddedFiles> {
    this.dropped.keep(path ?? null);
    return { added: 0, problems: [] };
  }

  /** Watches these folders beside the inbox from now on. */
  async keepSources(sources: Settings['sources'], told: EventDraft, storyId?: string): Promise<void> {
    this.#options.settings.change({ sources });
    try {
      await this.#hub?.say(told, storyId);
    } finally {
      // What is kept by now, whichever of several changes comes here last.
      await this.#hub?.sources.apply(this.#sources);
    }
    this.#options.changed();
  }

  async setWatching(watching: 'on' | 'paused'): Promise<void> {
    if (this.#hub === null || this.#watching === watching || this.#watching === 'off') return;
    this.#watching = watching;
    this.#options.changed();
    await (watching === 'on' ? this.#hub.resume() : this.#hub.pause());
  }

  /** Begins to find out what would become of files; of those that wait in the inbox for null. */
  beginDryRun(given: Given | null, moves: Moves | null = null): DryRunBegun {
    const { startMedia, version, reportBug, stages } = this.#options;
    const { operation, source_rules } = this.settings;
    const asked = { operation: () => operation, ownRules: () => source_rules, dataFolder: this.#options.dataFolder() };
    return this.dryRuns.begin({ ...this.#folders.now, ...asked, startMedia, version, reportBug, stages }, given, moves, reportBug);
  }

  /** @param project to which they are added; null lets the first folder be their project */
  async add(paths: readonly string[], project: string | null = null): Promise<AddedFiles> {
    const away = inboxAway(this.#hub);
    return away === null ? addToInbox(this.#folders.now.inbox, paths, project) : { added: 0, problems: [away] };
  }

  /** What lies in the sample folder goes into the inbox, not the folder itself: it is no project. */
  async addSamples(): Promise<AddedFiles> {
    const { sampleFolder } = this.#options;
    const names = await readdir(sampleFolder);
    return this.add(names.map((name) => join(sampleFolder, name)));
  }

  /** Follows a link. Null while there is no library: then it is kept until the window asks for it. */
  follow(address: string): OpenedLink | null {
    if (this.#hub !== null) return follow(address, this.#hub);
    this.#link.keep(address);
    return null;
  }

  /** The link that came before there was a library, once. */
  takeLink(): OpenedLink | null {
    const address = this.#hub === null ? null : this.#link.take();
    return address === null ? null : this.follow(address);
  }

  /** The system says that the computer has woken up. */
  woke(): void {
    this.#hub?.woke();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#lookAgain) clearTimeout(this.#lookAgain);
    this.dryRuns.end();
    await this.#away?.catch(() => undefined);
    await this.#hub?.close('closed');
    this.#hub = null;
  }

  get #sources(): Settings['sources'] {
    const { sources } = this.settings;
    return this.#options.launch.safeMode ? safeMode.sources(sources) : sources;
  }

  async #open(): Promise<void> {
    const { startMedia, version, reportBug, opened, changed, stages } = this.#options;
    const dataFolder = this.#options.dataFolder();
    const operation = () => this.settings.operation;
    const ownRules = () => this.settings.source_rules;
    const refileOnRating = () => this.settings.refile_on_rating;
    await this.#prepare(dataFolder);
    if (this.#closing.signal.aborted) return;
    const fetchedFrom = this.fetched.of;
    const asked = { operation, ownRules, refileOnRating, sources: this.#sources, sourcesChanged: changed, fetchedFrom };
    this.#hub = openHub({ ...this.#folders.now, ...asked, dataFolder, startMedia, version, reportBug, stages, pauseChanged: changed });
    opened(this.#hub);
    await this.#startWhenFoldersAreThere(this.#hub);
  }

  async #prepare(dataFolder: string): Promise<void> {
    const tell = atMostEvery(tellEveryMs, this.#options.changed);
    this.#preparing = { done: 0, total: 0 };
    await prepareLibrary(dataFolder, (progress) => {
      this.#preparing = progress;
      tell();
    }, this.#closing.signal);
    this.#preparing = null;
  }

  /** A drive that is not plugged in is no reason to create an empty folder in its place. */
  async #startWhenFoldersAreThere(hub: Hub): Promise<void> {
    const problem = await this.#folders.problem({ operation: this.settings.operation, create: 'none' });
    this.#trouble = problem === null ? null : t('{problem} Is the drive plugged in? Nothing is lost; files wait in the inbox.', { problem });
    const { safeMode: safe } = this.#options.launch;
    this.#watching = problem !== null ? 'off' : safe ? 'paused' : 'on';
    this.#options.changed();
    if (problem === null) {
      await hub.start(safe ? { watch: true, takeIn: false } : { watch: true });
      await this.#folders.measure();
      this.#options.changed();
      return;
    }
    this.#lookAgain = setTimeout(() => {
      this.#startWhenFoldersAreThere(hub).catch((error: unknown) => { this.#options.reportBug({ where: 'starting the hub', error }); });
    }, lookAgainMs);
  }
}
