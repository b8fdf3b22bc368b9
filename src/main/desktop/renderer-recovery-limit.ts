/** What to do about a window whose page has died: show it again as it was, show it afresh, or show it no more by itself. */
export type Recovery = 'restore' | 'afresh' | 'give-up';

const withinMs = 60_000;
const mostReloads = 3;

/** Counts how often a page died lately. What was in view may be what it died of, so only the first reload brings it back. */
export class ReloadLimit {
  readonly #now: () => number;
  #deaths: number[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  died(): Recovery {
    const at = this.#now();
    this.#deaths = [...this.#deaths.filter((one) => one > at - withinMs), at];
    if (this.#deaths.length > mostReloads) return 'give-up';
    return this.#deaths.length === 1 ? 'restore' : 'afresh';
  }

  /** A person wants it tried again. */
  forget(): void {
    this.#deaths = [];
  }
}
