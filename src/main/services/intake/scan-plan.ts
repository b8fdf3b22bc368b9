/** Hints that come closer together than this belong to one burst, in milliseconds. */
const calmAfterMs = 2_000;
const longestWaitMs = 15_000;
/** So many hints at once may be the rest of more: a watcher that is overrun drops what it cannot hold, and says nothing. */
const manyHints = 8;

export interface ScanTimes {
  /** How often everything is looked through, in milliseconds. */
  readonly everyMs: number;
  /** The same while nobody tells of changes: a network drive, or a watcher that failed. */
  readonly blindMs: number;
}

export const defaultScanTimes: ScanTimes = { everyMs: 10 * 60_000, blindMs: 15_000 };

/**
 * Says when everything is looked through: regularly, more often where nobody tells of changes, and after each burst of
 * hints once it calms down, at the latest fifteen seconds after it began. A large inbox is not looked through all the
 * time: a scan that took long is followed by a rest of four times its length.
 */
export class ScanPlan {
  readonly #scan: () => Promise<void>;
  readonly #times: ScanTimes;
  #blind = false;
  #hints = 0;
  #burstBegan = 0;
  #lastHint = 0;
  #lastScanMs = 0;
  #lastScanEnd: number;
  #timer: NodeJS.Timeout | null = null;
  #scanning = false;
  #ended = false;

  constructor(scan: () => Promise<void>, times: ScanTimes = defaultScanTimes) {
    this.#scan = scan;
    this.#times = times;
    this.#lastScanEnd = performance.now();
    this.#arm();
  }

  /** Nobody tells of changes (any more). */
  set blind(blind: boolean) {
    if (this.#blind === blind) return;
    this.#blind = blind;
    this.#arm();
  }

  hint(): void {
    this.#lastHint = performance.now();
    this.#hints += 1;
    if (this.#hints === 1) this.#burstBegan = this.#lastHint;
    if (this.#hints === manyHints) this.#arm();
  }

  /** A hint was dropped: a scan is due, however few hints there were. */
  dropped(): void {
    this.hint();
    if (this.#hints >= manyHints) return;
    this.#hints = manyHints;
    this.#arm();
  }

  end(): void {
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** When the next scan is due, by the clock of `performance`. */
  #due(): number {
    const regular = this.#lastScanEnd + Math.max(this.#blind ? this.#times.blindMs : this.#times.everyMs, 4 * this.#lastScanMs);
    if (this.#hints < manyHints) return regular;
    const rested = this.#lastScanEnd + Math.min(4 * this.#lastScanMs, longestWaitMs);
    const calm = Math.min(this.#lastHint + calmAfterMs, this.#burstBegan + longestWaitMs);
    return Math.min(regular, Math.max(calm, rested));
  }

  #arm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#ended || this.#scanning) return;
    this.#timer = setTimeout(() => { void this.#look(); }, Math.max(0, this.#due() - performance.now()));
    // What is still to be looked through keeps no program open.
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    if (this.#due() > performance.now() + 1) {
      this.#arm();
      return;
    }
    this.#scanning = true;
    const began = performance.now();
    // Few hints that came without a burst are forgotten with the scan, as it has seen what they told of.
    this.#hints = 0;
    await this.#scan();
    this.#scanning = false;
    this.#lastScanEnd = performance.now();
    this.#lastScanMs = this.#lastScanEnd - began;
    this.#arm();
  }
}
