import type { FolderWatch, InboxFiles, RootLook, Trouble, WatchFolder } from './ports';
import { ScanPlan, type ScanTimes } from './scan-plan';

export interface WatchingOptions {
  readonly inbox: string;
  readonly files: InboxFiles;
  readonly watchFolder: WatchFolder;
  readonly scanTimes?: ScanTimes;
  /** How often it is checked that the inbox is still the same folder, in milliseconds. */
  readonly rootEveryMs: number;
  /** Takes a hint; false when there were too many and it was dropped, null when the path is being looked at anyway. */
  readonly touched: (path: string) => boolean | null;
  /** Looks through everything. Never rejects. */
  readonly scan: () => Promise<void>;
  /** The inbox cannot be looked into. Never rejects. */
  readonly rootTrouble: (trouble: Trouble) => Promise<void>;
  readonly bug: (where: string, error: unknown) => void;
}

/** Watches an inbox, keeps to the plan of scans, and notices when another folder takes the inbox's place. */
export class Watching {
  readonly #options: WatchingOptions;
  readonly #plan: ScanPlan;
  #watch: FolderWatch | null = null;
  #root: RootLook | null = null;
  #failed = false;
  #polled = false;
  #checking = false;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(options: WatchingOptions) {
    this.#options = options;
    this.#plan = new ScanPlan(options.scan, options.scanTimes);
  }

  async start(): Promise<void> {
    this.#root = await this.#options.files.rootLook();
    this.#polled = this.#root.kind === 'folder' && this.#root.polled;
    await this.#watchAnew();
    this.#timer = setInterval(() => { void this.#checkRoot(); }, this.#options.rootEveryMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#plan.end();
    if (this.#timer) clearInterval(this.#timer);
    await this.#watch?.stop();
  }

  /** A scan is about to read a folder. */
  entering(folder: string, polled: boolean): void {
    if (this.#stopped) return;
    this.#watch?.cover(folder);
    if (polled && !this.#polled) {
      this.#polled = true;
      this.#plan.blind = true;
    }
  }

  async #watchAnew(): Promise<void> {
    await this.#watch?.stop();
    this.#failed = false;
    this.#watch = await this.#options.watchFolder(this.#options.inbox, {
      touched: (path) => { this.#touched(path); },
      failed: (error) => { this.#fail(error); },
    });
    this.#plan.blind = this.#polled || this.#failed;
  }

  #touched(path: string): void {
    if (this.#stopped) return;
    const taken = this.#options.touched(path);
    if (taken === false) this.#plan.dropped();
    else if (taken === true) this.#plan.hint();
  }

  /** Without a watcher everything is still found, by scans that come more often. Said once. */
  #fail(error: unknown): void {
    if (this.#failed || this.#stopped) return;
    this.#failed = true;
    this.#plan.blind = true;
    this.#options.bug('the watcher (the inbox is looked through every few seconds instead)', error);
  }

  async #checkRoot(): Promise<void> {
    // On a drive that does not answer, the last check is still waiting.
    if (this.#checking || this.#stopped) return;
    this.#checking = true;
    try {
      const [before, now] = [this.#root, await this.#options.files.rootLook()];
      this.#root = now;
      if (now.kind === 'trouble') await this.#options.rootTrouble(now);
      else if (before?.kind !== 'folder' || before.identity !== now.identity) {
        this.#polled = now.polled;
        await this.#watchAnew();
        await this.#options.scan();
      }
    } catch (error) {
      this.#options.bug('the inbox itself', error);
    } finally {
      this.#checking = false;
    }
  }
}
