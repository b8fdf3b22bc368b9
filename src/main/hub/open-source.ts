import type { EventDraft } from '@shared/events/define-event';
import { assetWithdrawn } from '@shared/events/asset-events';
import { sourceMissing, sourceReturned } from '@shared/events/source-events';
import type { Source } from '@shared/library/source';
import type { Database } from 'better-sqlite3';
import { inboxFilesOf } from '../adapters/files/inbox-files';
import { watchFolder } from '../adapters/watcher/folder-watcher';
import { pollFolder } from '../adapters/watcher/folder-poller';
import type { ReportBug } from '../kernel/report-bug';
import type { LibraryQueries } from '../projections/library-queries';
import { Intake } from '../services/intake/intake-service';
import type { Announce } from '../services/intake/intake-options';
import type { InboxFiles, InboxMemory } from '../services/intake/ports';
import type { ScanTimes } from '../services/intake/scan-plan';
import type { SettleTimes } from '../services/intake/settling';
import { guardedInbox } from './guarded-inbox';
import { SourcePresence } from './source-presence';

/** What every source of a hub shares. */
export interface SourceTools {
  readonly database: Database;
  readonly library: LibraryQueries;
  readonly organized: string;
  readonly largestFile: number;
  /** What is remembered of a source's files. */
  readonly memory: (folder: string) => InboxMemory;
  /** The guards of the whole hub around the files of a source. */
  readonly guarded: (files: InboxFiles, memory: InboxMemory) => { readonly files: InboxFiles; readonly memory: InboxMemory };
  readonly announce: Announce;
  /** Says what the hub itself has noticed. */
  readonly say: (draft: EventDraft) => Promise<void>;
  /** Why a source may not be watched where it lies, as a sentence; null when it may. */
  readonly problemWith: (source: Source) => Promise<string | null>;
  /** Told when a source has gone, is back, or is refused. */
  readonly changed: () => void;
  readonly reportBug: ReportBug;
  readonly settleTimes: SettleTimes;
  readonly scanTimes: ScanTimes | undefined;
}

/** A file may have been set aside for so long before it was noticed that its drive was gone. */
const noticedWithinMs = 10_000;

/** One source at work: its own intake, so that what happens to it concerns no other. */
export class OpenSource {
  readonly source: Source;
  readonly intake: Intake;
  readonly presence: SourcePresence;
  readonly #tools: SourceTools;
  readonly #memory: InboxMemory;
  readonly #saidMissing: () => boolean;
  #unwatch: (() => Promise<void>) | null = null;
  #refused: string | null = null;
  #goneSince = 0;
  /** Whether it is watched, or about to be. */
  #wanted = false;
  #ended = false;

  constructor(source: Source, tools: SourceTools, saidMissing: () => boolean) {
    this.source = source;
    this.#tools = tools;
    this.#saidMissing = saidMissing;
    const { id, name, path, project, subfolders, only_media: onlyMedia, polling } = source;
    const { database, organized, largestFile, announce, reportBug, settleTimes, scanTimes } = tools;
    const files = inboxFilesOf(path, { organized, largestFile, subfolders, ...(polling && { isNetworkFolder: async () => true }) });
    this.presence = new SourcePresence({
      id, name, path, database, rootLook: () => files.rootLook(), changed: (sentence) => this.#presenceChanged(sentence),
    });
    const own = guardedInbox({ ...files, rootLook: () => this.presence.rootLook() }, this.presence);
    const guarded = tools.guarded(own, tools.memory(path));
    this.#memory = guarded.memory;
    this.intake = new Intake({
      inbox: path, rules: { project, subfolders, onlyMedia, name }, ...guarded,
      announce: (draft, story) => announce(inItsFolder(draft), story),
      reportBug: ({ where, error }) => { reportBug({ where: `the source ${name}, ${where}`, error }); },
      settleTimes, ...(scanTimes && { scanTimes }),
    });
  }

  /** Why it is not to be watched where it lies. */
  get refused(): string | null {
    return this.#refused;
  }

  /** True when none of its files is being looked at, or all that are wait for its drive. */
  get idle(): boolean {
    return this.intake.idle || this.presence.closed;
  }

  /** Takes in what lies in it, and goes on watching when asked to. Resolves when it was looked through. */
  async takeIn(watch: boolean): Promise<void> {
    if (!this.source.enabled || this.#ended) return;
    const before = this.#refused;
    this.#refused = await this.#tools.problemWith(this.source);
    if (before !== this.#refused) this.#tools.changed();
    if (this.#refused !== null) return;
    if (watch && !this.#wanted) {
      this.#wanted = true;
      const stop = await this.intake.watch(this.source.polling ? pollFolder() : watchFolder);
      if (this.#stillWanted()) this.#unwatch = stop;
      else await stop();
    }
    await this.intake.reconcile();
  }

  async pause(): Promise<void> {
    const stop = this.#unwatch;
    this.#wanted = false;
    this.#unwatch = null;
    await stop?.();
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.pause();
    const ended = this.intake.end();
    this.presence.end();
    await ended;
  }

  #stillWanted(): boolean {
    return this.#wanted && !this.#ended;
  }

  async #presenceChanged(sentence: string | null): Promise<void> {
    const { id: source_id, name, path } = this.source;
    const { say, changed, reportBug } = this.#tools;
    changed();
    try {
      if (sentence === null) {
        await say(sourceReturned({ source_id, name, path }));
        this.#tryAgain();
      } else {
        this.#goneSince = Date.now();
        // One that stays away is not said to be so at every start.
        if (!this.#saidMissing()) await say(sourceMissing({ source_id, name, path, message: sentence }));
      }
    } catch (error) {
      reportBug({ where: `the source ${name}`, error });
    }
  }

  /** What was set aside since the drive has gone was set aside for that. */
  #tryAgain(): void {
    for (const paths of this.#memory.unfinished(this.source.path)) {
      for (const entry of this.#memory.entries(paths)) {
        if (entry.state !== 'set_aside' || Date.parse(entry.since) < this.#goneSince - noticedWithinMs) continue;
        this.intake.consider(entry.file_path, 'manual', entry.story_id);
      }
    }
    this.intake.tryAgain().catch((error: unknown) => { this.#tools.reportBug({ where: `the source ${this.source.name}`, error }); });
  }
}

/** Files of a folder that is watched no longer, and that were never taken, are not waited for any more. */
export async function withdrawAll(folder: string, memory: InboxMemory, announce: Announce): Promise<void> {
  for (const paths of memory.unfinished(folder)) {
    for (const { file_path, content_hash, story_id } of memory.entries(paths)) {
      await announce(assetWithdrawn({ file_path, content_hash }), story_id);
    }
  }
}

/** A file of a source lies in no inbox, whatever the sentences say that are made for one. */
function inItsFolder(draft: EventDraft): EventDraft {
  const { data } = draft;
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return draft;
  return { ...draft, data: { ...data, message: data.message.replaceAll('in the inbox', 'where it is') } };
}
