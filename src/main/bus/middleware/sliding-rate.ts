const slots = 100;
const slotMs = 100;
const windowMs = slots * slotMs;

/** Events per second over the last ten seconds, to a tenth of a second, in fixed memory. */
export class SlidingRate {
  readonly #counts = new Float64Array(slots);
  readonly #began: number;
  /** The number of the newest tenth of a second, and its place. */
  #newest: number;
  #current = 0;
  #until: number;

  constructor(now: number) {
    this.#began = now;
    this.#newest = Math.floor(now / slotMs);
    this.#until = (this.#newest + 1) * slotMs;
  }

  add(now: number): void {
    if (now >= this.#until) this.#advance(now);
    this.#current += 1;
  }

  perSecond(now: number): number {
    if (now >= this.#until) this.#advance(now);
    const seconds = Math.min(windowMs, Math.max(slotMs, now - this.#began)) / 1_000;
    return this.#counts.reduce((sum, count) => sum + count, this.#current) / seconds;
  }

  #advance(now: number): void {
    const slot = Math.floor(now / slotMs);
    this.#counts[this.#newest % slots] = this.#current;
    for (let empty = Math.max(this.#newest + 1, slot - slots + 1); empty <= slot; empty += 1) this.#counts[empty % slots] = 0;
    this.#current = 0;
    this.#newest = slot;
    this.#until = (slot + 1) * slotMs;
  }
}
