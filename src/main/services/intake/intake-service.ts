import { assetDetected, assetDiscovered, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import type { EventDraft } from '@shared/events/define-event';
import { defineService, type Service } from '../../kernel/define-service';
import { Lifetime } from '../../kernel/lifetime';
import { defineManifest } from '../../kernel/manifest';
import { messageOf, type ReportBug } from '../../kernel/report-bug';
import type { InboxFiles, InboxMemory, Trouble, WatchFolder } from './ports';
import { projectOf } from './project-of';
import { settled, type SettleTimes } from './settling';
import { Turnstile } from './turnstile';

/** Says an event of a story: a new one when no id is given. Resolves with the story's id once it is recorded. */
export type Announce = (draft: EventDraft, storyId?: string) => Promise<string>;

export interface IntakeOptions {
  readonly inbox: string;
  readonly files: InboxFiles;
  readonly memory: InboxMemory;
  readonly announce: Announce;
  readonly reportBug: ReportBug;
  readonly settleTimes: SettleTimes;
  /** How many files are looked at and read at once. */
  readonly concurrency?: number;
}

type DiscoverySource = 'file_scan' | 'watch_mode' | 'manual';

export const intakeManifest = defineManifest({
  name: 'intake',
  summary: 'Finds every file that lands in the inbox, waits until it has stopped growing and gives its bytes a name.',
  consumes: ['asset.retry_requested'],
  publishes: [assetDetected, assetDiscovered, assetSetAside, assetWithdrawn],
});

/**
 * Finds every file that lands in the inbox, waits until it has stopped growing and gives its bytes a name.
 * Whatever calls `consider`, watcher, scan or retry, a path is worked on once at a time.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #lifetime = new Lifetime();
  readonly #abort = new AbortController();
  readonly #turnstile: Turnstile;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#turnstile = new Turnstile(options.concurrency ?? 16);
    this.#lifetime.add(async () => {
      this.#abort.abort();
      await this.#turnstile.empty();
    });
  }

  /** The part that hears events: a person's wish to try a file again. */
  readonly service = (): Service =>
    defineService({
      ...intakeManifest,
      on: {
        'asset.retry_requested': (event) => {
          this.consider(event.data.file_path, 'manual', event.correlation_id);
        },
      },
    });

  /** True when no file is being looked at. */
  get idle(): boolean {
    return this.#turnstile.size === 0;
  }

  /** Resolves when every file considered so far has been announced or set aside. */
  settled(): Promise<void> {
    return this.#turnstile.empty();
  }

  /** Considers everything in the inbox, and everything that should be there. The scan is the truth. */
  async reconcile(folder = this.#options.inbox): Promise<void> {
    const seen = new Set<string>();
    for await (const sighting of this.#options.files.scan(folder)) {
      if (this.#lifetime.ended) return;
      seen.add(sighting.path);
      if (sighting.kind === 'path') this.consider(sighting.path, 'file_scan');
      else await this.#setAsideOnce(sighting.path, sighting.trouble);
      await this.#turnstile.roomFor(1_000);
    }
    if (folder !== this.#options.inbox) return;
    for (const { file_path } of this.#options.memory.unfinished()) if (!seen.has(file_path)) this.gone(file_path);
  }

  /** Starts watching, before the scan, so that nothing falls between the two. The result stops it. */
  watch(watchFolder: WatchFolder): Promise<() => Promise<void>> {
    return watchFolder(this.#options.inbox, {
      changed: (path) => { this.consider(path, 'watch_mode'); },
      gone: (path) => { this.gone(path); },
      // A watcher can miss files that were written before it saw their folder.
      newFolder: (path) => void this.reconcile(path).catch((error: unknown) => { this.#bug('a new folder', error); }),
      failed: (error) => { this.#bug('the watcher', error); },
    });
  }

  end(): Promise<void> {
    return this.#lifetime.end();
  }

  /** Takes a path through intake. A second call while the first is at work makes it look once more afterwards. */
  consider(path: string, how: DiscoverySource, retryOfStory?: string): void {
    const kind = retryOfStory === undefined ? 'look' : 'retry';
    this.#turnstile.enter(path, kind, () => this.#take(path, how, retryOfStory).catch((error: unknown) => this.#failed(path, error)));
  }

  /** A file that was waiting or set aside has left the inbox. */
  gone(path: string): void {
    this.#turnstile.enter(path, 'gone', () => this.#withdraw(path).catch((error: unknown) => { this.#bug(path, error); }));
  }

  async #withdraw(path: string): Promise<void> {
    const entry = this.#options.memory.entry(path);
    if (entry === null || (entry.state !== 'waiting' && entry.state !== 'set_aside')) return;
    if ((await this.#options.files.look(path)).kind !== 'gone') return;
    await this.#options.announce(assetWithdrawn({ file_path: path, content_hash: entry.content_hash }), entry.story_id);
  }

  async #take(path: string, how: DiscoverySource, retryOfStory: string | undefined): Promise<void> {
    const { files, memory, announce, inbox } = this.#options;
    const first = await files.look(path);
    if (first.kind === 'gone') return this.#withdraw(path);
    if (first.kind === 'trouble') return this.#setAsideOnce(path, first, retryOfStory);
    const entry = memory.entry(path);
    // What was in the way at the last start may be out of it now.
    if (entry?.state === 'set_aside' && how === 'file_scan' && isPassing(entry.reason)) retryOfStory ??= entry.story_id;
    const waiting = entry?.state === 'waiting';
    if (retryOfStory === undefined && !waiting && memory.wasRead(path, first.identity)) return;

    const project_name = projectOf(inbox, path);
    // A file that was known before is read quietly: most likely nothing about it has changed.
    let story = retryOfStory ?? (waiting ? entry.story_id : undefined);
    if (story === undefined && (entry === null || !stillLiesHere(entry))) {
      story = await announce(assetDetected({ file_path: path, file_size: first.size, project_name, discovery_source: how }));
    }

    const look = await settled(files, path, this.#options.settleTimes, this.#abort.signal);
    if (look.kind === 'trouble') return this.#setAsideOnce(path, look, story);
    const found = look.kind === 'gone' ? look : await files.identify(path);
    switch (found.kind) {
      case 'gone':
        if (story !== undefined) await announce(assetWithdrawn({ file_path: path }), story);
        return;
      case 'changed':
        this.consider(path, how, retryOfStory);
        return;
      case 'trouble':
        return this.#setAsideOnce(path, found, story, look.kind === 'file' ? look.identity : undefined);
      case 'identified': {
        const unchanged = story === undefined && entry?.content_hash === found.content_hash && stillLiesHere(entry);
        if (!unchanged) {
          const { content_hash, size: file_size, media_type } = found;
          await announce(
            assetDiscovered({
              file_path: path, content_hash, file_size, media_type, project_name, inbox_path: inbox, discovery_source: how,
            }),
            story,
          );
        }
        memory.remember(path, found.identity, found.content_hash);
      }
    }
  }

  /** Sets a file aside, unless it lies there for the same reason already. */
  async #setAsideOnce(path: string, trouble: Trouble, story?: string, identity?: string): Promise<void> {
    const entry = this.#options.memory.entry(path);
    const known = entry?.state === 'set_aside' && entry.reason === trouble.reason && entry.file_size === trouble.size;
    if (!known || story !== undefined) {
      const { reason, message, size: file_size } = trouble;
      await this.#options.announce(assetSetAside({ file_path: path, file_size, stage: 'intake', reason, message }), story ?? entry?.story_id);
    }
    if (identity !== undefined) this.#options.memory.remember(path, identity, null);
  }

  async #failed(path: string, error: unknown): Promise<void> {
    if (this.#abort.signal.aborted) return;
    this.#bug(path, error);
    const message = `Alice could not take this file in (${messageOf(error)}). It lies untouched in the inbox; try it again.`;
    await this.#setAsideOnce(path, { kind: 'trouble', reason: 'internal_error', message, size: null }).catch((failure: unknown) => {
      this.#bug(`${path}, and it could not be set aside`, failure);
    });
  }

  #bug(where: string, error: unknown): void {
    this.#options.reportBug({ where: `intake at ${where}`, error });
  }
}

/** Whether a reason lies in the circumstances, not in the file. */
function isPassing(reason: string | null): boolean {
  return reason !== null && ['disk_full', 'read_only', 'no_permission', 'file_operation_failed', 'internal_error', 'vanished'].includes(reason);
}

/** False for a file that was moved out: when one lies there again, it is a new one. */
function stillLiesHere(entry: { readonly state: string; readonly operation: string | null }): boolean {
  return !(entry.state === 'filed' && entry.operation === 'move');
}
