/**
 * A clock that is looked at once per turn (until the next microtask) instead of once per event: a look at the clock can
 * cost as much as telling ten subscribers. Within a turn time stands still, unless `look` is called.
 */
export class TurnClock {
  readonly #read: () => number;
  #now = 0;
  #known = false;
  readonly #forget = () => { this.#known = false; };

  constructor(read: () => number = () => performance.now()) {
    this.#read = read;
  }

  get now(): number {
    return this.#known ? this.#now : this.look();
  }

  /** Looks at the clock now; what `now` says follows. */
  look(): number {
    this.#now = this.#read();
    if (!this.#known) {
      this.#known = true;
      queueMicrotask(this.#forget);
    }
    return this.#now;
  }
}
