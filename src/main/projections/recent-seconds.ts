import { secondMs } from '@shared/library/event-density';

/** So long seconds are kept: as long as a strip that is cut into them can be, and then some. */
export const secondsKeptMs = 4 * 3_600_000;

/**
 * Events by second and type, of the last hours: a log that has just begun is looked at more closely than one of years. Whatever
 * happened within {@link secondsKeptMs} is in it.
 */
export class RecentSeconds {
  readonly #seconds = new Map<number, Map<number, number>>();
  #first = Number.POSITIVE_INFINITY;

  /** The first moment of the earliest second that is kept. */
  get first(): number | null {
    return Number.isFinite(this.#first) ? this.#first * secondMs : null;
  }

  add(second: number, type: number, events: number): void {
    let types = this.#seconds.get(second);
    if (types === undefined) this.#seconds.set(second, (types = new Map<number, number>()));
    types.set(type, (types.get(type) ?? 0) + events);
    this.#first = Math.min(this.#first, second);
  }

  /** Lets go of what happened before a moment. */
  forget(before: number): void {
    this.#first = Number.POSITIVE_INFINITY;
    for (const second of this.#seconds.keys()) {
      if (second * secondMs < before) this.#seconds.delete(second);
      else this.#first = Math.min(this.#first, second);
    }
  }

  /** Tells of every second within the bounds: in which stretch, of which type, how many. */
  each(bounds: readonly number[], tell: (stretch: number, type: number, events: number, moment: number) => void): void {
    const last = bounds.length - 2;
    let stretch = 0;
    for (const [second, types] of this.#seconds) {
      const moment = second * secondMs;
      // Seconds ascend but for clocks that were set back, so this is a step at most.
      while (stretch < last && moment >= (bounds[stretch + 1] ?? 0)) stretch += 1;
      while (stretch > 0 && moment < (bounds[stretch] ?? 0)) stretch -= 1;
      if (moment < (bounds[stretch] ?? 0) || moment >= (bounds[stretch + 1] ?? 0)) continue;
      for (const [type, events] of types) tell(stretch, type, events, moment);
    }
  }
}
