import type { RunOver } from './notifications-run';
import { type Happened, type Notice, noticeOf, type WantedNotices } from './notifications-words';

export interface NotificationsOptions {
  readonly show: (notice: Notice) => void;
  readonly wanted: () => WantedNotices;
  /** Whether somebody looks at the window. */
  readonly looking: () => boolean;
  /** Whether the system is known to want quiet. */
  readonly quiet: () => Promise<boolean>;
  readonly now?: () => number;
}

const nothing: Happened = { run: null, trouble: null };
const apartMs = 60_000;

/**
 * Decides which notification is shown when: none while somebody looks at the window or wants quiet, all that happened in one,
 * at most one a minute. What somebody has seen in the window is not told afterwards.
 */
export class Notifications {
  readonly #options: NotificationsOptions;
  readonly #now: () => number;
  #waiting: Happened = nothing;
  #last = Number.NEGATIVE_INFINITY;
  #busy = false;

  constructor(options: NotificationsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Whether something is still to be told. */
  get waiting(): boolean {
    return this.#waiting.run !== null || this.#waiting.trouble !== null;
  }

  runOver(run: RunOver): void {
    this.#waiting = { ...this.#waiting, run: sumOf(this.#waiting.run, run) };
  }

  /** @param trouble null when it is over: then it is no longer told */
  troubled(trouble: string | null): void {
    this.#waiting = { ...this.#waiting, trouble };
  }

  /** Looks whether something may be shown now; asked again and again. */
  async look(): Promise<void> {
    if (this.#options.looking()) this.#waiting = nothing;
    if (this.#busy || !this.waiting || this.#now() - this.#last < apartMs) return;
    this.#busy = true;
    try {
      if (await this.#options.quiet()) return;
    } finally {
      this.#busy = false;
    }
    const notice = this.#options.looking() ? null : noticeOf(this.#waiting, this.#options.wanted());
    this.#waiting = nothing;
    if (notice === null) return;
    this.#last = this.#now();
    this.#options.show(notice);
  }
}

function sumOf(before: RunOver | null, run: RunOver): RunOver {
  if (before === null) return run;
  const { filed, duplicates, set_aside, newest = null } = before;
  const sum = { filed: filed + run.filed, duplicates: duplicates + run.duplicates, set_aside: set_aside + run.set_aside };
  return { ...sum, newest: run.newest ?? newest };
}
