import { basename } from 'node:path';
import { assetDetected, assetDiscovered, assetSetAside, assetWithdrawn } from '@shared/events/asset-events';
import { assetSidecarDiscovered } from '@shared/events/sidecar-events';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { isSoundTwin, picturesOf } from '@shared/library/sidecar-name';
import { Lifetime } from '../../kernel/lifetime';
import { messageOf } from '../../kernel/report-bug';
import { Bystanders } from './bystanders';
import { type FolderRules, inboxRules, isNobodysTrouble, projectUnder, takes } from './folder-rules';
import type { DiscoverySource, IntakeOptions, Taking } from './intake-options';
import { itsPicture, lonelySidecars, lostItsPicture } from './its-picture';
import { OneScanAtATime } from './one-scan-at-a-time';
import { alone, elsewhere, isDueAgain, isPassing, notMedia, stillLiesHere } from './outcomes';
import type { Identified, NotMedia, Trouble, WatchFolder } from './ports';
import { isBelow } from './project-of';
import { restNeeded } from './settling';
import { Turnstile } from './turnstile';
import { Watching } from './watching';

/** The scan waits while so many files are ahead; beyond the other, hints are dropped for a scan later. */
const [scanAhead, mostHints] = [1_000, 10_000];
/**
 * Finds every file that lands in the inbox, waits until it has stopped growing and gives its bytes a name.
 * Whatever calls `consider`, watcher, scan or retry, a path is worked on once at a time.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #rules: FolderRules;
  readonly #bystanders: Bystanders;
  readonly #lifetime = new Lifetime();
  readonly #abort = new AbortController();
  readonly #turnstile: Turnstile;
  readonly #scans = new OneScanAtATime((folder) => this.#scan(folder));
  #watching: Watching | null = null;
  /** What was set aside for its circumstances before this moment is tried again. */
  #triesAgainBeforeMs = Date.now();

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#rules = options.rules ?? inboxRules;
    this.#bystanders = new Bystanders(options.files, options.memory, options.settleTimes);
    this.#turnstile = new Turnstile(options.concurrency ?? 128);
    this.#lifetime.add(async () => {
      this.#abort.abort();
      await this.#turnstile.end();
    });
  }

  /** True when no file is being looked at. */
  get idle(): boolean {
    return this.#turnstile.size === 0 && this.#scans.idle;
  }

  /** Resolves when every file considered so far has been announced or set aside. */
  settled(): Promise<void> {
    return this.#turnstile.empty();
  }

  /** Considers everything in the inbox, and everything that should be there. The scan is the truth. */
  reconcile(folder = this.#options.inbox): Promise<void> {
    return this.#scans.ask(folder);
  }

  /** The circumstances have changed: everything that was set aside for them is tried again at once. */
  tryAgain(): Promise<void> {
    this.#triesAgainBeforeMs = Date.now();
    return this.reconcile();
  }

  /** Starts watching, before the scan, so that nothing falls between the two. The result stops it. */
  async watch(watchFolder: WatchFolder): Promise<() => Promise<void>> {
    const { inbox, files, scanTimes, rootEveryMs = 2_000 } = this.#options;
    const watching = new Watching({
      inbox, files, watchFolder, rootEveryMs,
      ...(scanTimes && { scanTimes }),
      touched: (path) => (this.#turnstile.pressing >= mostHints ? false : this.consider(path, 'watch_mode') || null),
      scan: () => this.reconcile().catch((error: unknown) => { this.#bug('a scan of the inbox', error); }),
      rootTrouble: (trouble) => this.#inboxTrouble(trouble),
      bug: (where, error) => { this.#bug(where, error); },
    });
    this.#watching = watching;
    await watching.start();
    return () => {
      if (this.#watching === watching) this.#watching = null;
      return watching.stop();
    };
  }

  end(): Promise<void> {
    return this.#lifetime.end();
  }

  /** Takes a path through intake. A call during the work makes it look once more afterwards. False when it was asked already. */
  consider(path: string, how: DiscoverySource, retryOfStory?: string): boolean {
    const taking: Taking = { path, how, retryOfStory, seen: null };
    const kind = retryOfStory === undefined ? 'look' : 'retry';
    return this.#turnstile.enter(path, kind, () => this.#take(taking).catch((error: unknown) => this.#failed(path, error)));
  }

  /** A file that was waiting or set aside has left the inbox. */
  gone(path: string): void {
    this.#turnstile.enter(path, 'gone', () => this.#withdraw(path).catch((error: unknown) => { this.#bug(path, error); }));
  }

  /** A file or folder has been given another name by ourselves. */
  renamed(from: string, to: string): string {
    this.gone(from);
    this.consider(to, 'manual');
    return to;
  }

  async #scan(folder: string): Promise<void> {
    const { inbox, files } = this.#options;
    if (this.#abort.signal.aborted || (folder !== inbox && !this.#rules.subfolders)) return;
    if (folder === inbox) {
      const root = await files.rootLook();
      if (root.kind === 'trouble') return this.#inboxTrouble(root);
      this.gone(inbox);
    }
    const missing = await this.#unfinishedBelow(folder);
    for await (const sighting of files.scan(folder, (each, polled) => { this.#watching?.entering(each, polled); })) {
      if (this.#lifetime.ended) return;
      missing.delete(sighting.path);
      if (sighting.kind === 'path') this.consider(sighting.path, 'file_scan');
      else await this.#setAsideOnce(sighting.path, sighting.trouble);
      await this.#turnstile.roomFor(scanAhead);
    }
    for (const path of missing) {
      this.gone(path);
      await this.#turnstile.roomFor(scanAhead);
    }
  }

  /**
   * That the whole inbox is gone is said by the hub, which pauses; anything else keeps it visible as an entry of its own. Of
   * another watched folder all of it is said by its keeper.
   */
  async #inboxTrouble(trouble: Trouble): Promise<void> {
    if (trouble.reason !== 'vanished' && this.#rules.name === null) await this.#setAsideOnce(this.#options.inbox, trouble);
  }

  async #unfinishedBelow(folder: string): Promise<Set<string>> {
    const paths = new Set<string>();
    for (const page of this.#options.memory.unfinished(folder)) {
      for (const path of page) paths.add(path);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return paths;
  }

  async #withdraw(path: string): Promise<void> {
    const { memory, files, announce } = this.#options;
    const entry = memory.entry(path);
    if (entry === null || (entry.state !== 'waiting' && entry.state !== 'set_aside')) return;
    const look = await files.look(path);
    // Where case does not count, a file that was renamed is still found by its old name.
    const isThere = look.kind === 'trouble' || (look.kind === 'file' && this.#takes(path) && (await files.isListed(path)));
    if (!isThere) await announce(assetWithdrawn({ file_path: path, content_hash: entry.content_hash }), entry.story_id);
  }

  /** Takes a file as far as it can be taken now. A number: to be looked at again after so many milliseconds. */
  async #take(taking: Taking): Promise<number | void> {
    const { path, how } = taking;
    let { retryOfStory } = taking;
    const { files, memory, announce, inbox, settleTimes } = this.#options;
    if (!this.#takes(path)) {
      if (retryOfStory === undefined && isBelow(inbox, path)) return;
      return this.#setAsideOnce(path, elsewhere(path), retryOfStory);
    }
    const look = await files.look(path);
    if (look.kind === 'gone') return this.#gone(path);
    if (look.kind === 'folder') {
      this.#newFolder(path);
      return;
    }
    if (look.kind === 'trouble') return this.#setAsideOnce(path, look, retryOfStory);
    if (memory.beingPut(path)) return 100;
    const entry = memory.entry(path);
    // What was in the way at the last start may be out of it now.
    const again = entry?.state === 'set_aside' && how === 'file_scan' && isPassing(entry.reason);
    if (again && isDueAgain(entry.since, this.#triesAgainBeforeMs)) retryOfStory ??= entry.story_id;
    const known = entry !== null && entry.state !== 'waiting' && stillLiesHere(entry) && memory.wasRead(path, look.identity);
    if (known && (await lostItsPicture(entry, files, memory))) retryOfStory ??= entry.story_id;
    if (retryOfStory === undefined && known) return;

    if (taking.seen?.identity !== look.identity) taking.seen = { identity: look.identity, atMs: performance.now() };
    if (this.#rules.onlyMedia && entry === null && retryOfStory === undefined) {
      const passing = await this.#bystanders.restOf(path, look, taking.seen);
      if (passing !== null) return passing === 0 ? undefined : passing;
    }
    const project_name = projectUnder(inbox, path, this.#rules);
    // A file that was known before is read quietly: most likely nothing about it has changed.
    let story = retryOfStory ?? (entry?.state === 'waiting' ? entry.story_id : undefined);
    if (story === undefined && (entry === null || !stillLiesHere(entry))) {
      story = await announce(assetDetected({ file_path: path, file_size: look.size, project_name, discovery_source: how }));
    }
    const restMs = await restNeeded(files, path, look, taking.seen, settleTimes);
    if (restMs > 0) return restMs;

    const found = await files.identify(path, this.#abort.signal);
    switch (found.kind) {
      case 'gone':
        if (story !== undefined) await announce(assetWithdrawn({ file_path: path }), story);
        return;
      case 'changed':
        // At once when its writer has ended; else the next look sees it grow.
        return 5;
      case 'trouble':
        return this.#setAsideOnce(path, found, story, look.identity);
      case 'not_media':
      case 'identified':
        return this.#name(taking, found, entry, story);
    }
  }

  /** Says what the bytes of a file are called: as a picture or video, or as what travels with one. */
  async #name(taking: Taking, found: Identified | NotMedia, entry: InboxEntry | null, story: string | undefined): Promise<number | void> {
    const { path: file_path, how: discovery_source } = taking;
    const { files, memory, announce, inbox } = this.#options;
    const { content_hash, size: file_size } = found;
    const project_name = projectUnder(inbox, file_path, this.#rules);
    const travels = (found.kind === 'not_media' || isSoundTwin(basename(file_path))) && picturesOf(basename(file_path)).length > 0;
    const picture = travels ? await itsPicture(file_path, files, memory, (path) => { this.consider(path, 'file_scan'); }) : 'none';
    if (picture === 'not_yet') return 250;
    if (found.kind === 'not_media' && picture === 'none') {
      return this.#setAsideOnce(file_path, travels ? alone(found) : notMedia(found), story, found.identity);
    }
    const unchanged = story === undefined && entry?.content_hash === content_hash && stillLiesHere(entry);
    if (!unchanged) {
      await announce(
        found.kind === 'not_media' || picture === 'there'
          ? assetSidecarDiscovered({ file_path, sidecar_hash: content_hash, file_size, project_name })
          : assetDiscovered({
              file_path, content_hash, file_size, media_type: found.media_type, project_name, inbox_path: inbox, discovery_source,
              fetched_from: this.#options.fetchedFrom?.(file_path) ?? null,
            }),
        story,
      );
    }
    memory.remember(file_path, found.identity, content_hash);
    for (const { path, story: itsStory } of lonelySidecars(file_path, memory)) this.consider(path, discovery_source, itsStory);
    if (this.#rules.onlyMedia) for (const path of this.#bystanders.ofPicture(file_path)) this.consider(path, discovery_source);
  }

  /** It may have been a folder that was moved away with everything in it. */
  async #gone(path: string): Promise<void> {
    for (const below of await this.#unfinishedBelow(path)) this.gone(below);
    return this.#withdraw(path);
  }

  #takes(path: string): boolean {
    return takes(this.#options.inbox, path, this.#rules);
  }

  #newFolder(path: string): void {
    if (this.#options.memory.entry(path) !== null) this.gone(path);
    this.reconcile(path).catch((error: unknown) => { this.#bug('a new folder', error); });
  }

  /** Sets a file aside, unless it lies there for the same reason already. */
  async #setAsideOnce(path: string, trouble: Trouble, story?: string, identity?: string): Promise<void> {
    const entry = this.#options.memory.entry(path);
    if (entry === null && story === undefined && isNobodysTrouble(trouble, path, this.#rules)) return;
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
