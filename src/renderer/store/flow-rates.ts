import type { RecordedEvent } from '@shared/events/catalog';

const secondOf = (ms: number) => Math.floor(ms / 1000);

/** How many events of each type there were in each of the last seconds. Its memory does not grow with the events. */
export class FlowRates {
  readonly #rings = new Map<string, Uint32Array>();
  /** The running second. Those after it in the rings are empty. */
  #running = 0;
  /** The last event that is counted, so that none is counted twice. */
  #sequence = 0;

  constructor(readonly seconds: number) {}

  /** Counts events by the time at which they happened; those of the future count as now. In log order. */
  add(events: readonly RecordedEvent[], now = Date.now()): void {
    this.#advance(now);
    for (const { sequence, event_type, timestamp } of events) {
      if (sequence <= this.#sequence) continue;
      this.#sequence = sequence;
      const second = Math.min(secondOf(Date.parse(timestamp)), this.#running);
      if (second <= this.#running - this.seconds) continue;
      let ring = this.#rings.get(event_type);
      if (ring === undefined) this.#rings.set(event_type, (ring = new Uint32Array(this.seconds)));
      const slot = second % this.seconds;
      ring[slot] = (ring[slot] ?? 0) + 1;
    }
  }

  /** The types that have been counted, also those whose events are long past. */
  get types(): readonly string[] {
    return [...this.#rings.keys()];
  }

  /** Events of a type in the last seconds, the running one included. */
  sum(type: string, seconds: number, now = Date.now()): number {
    this.#advance(now);
    const ring = this.#rings.get(type);
    if (ring === undefined) return 0;
    let sum = 0;
    for (let back = 0; back < Math.min(seconds, this.seconds); back += 1) sum += ring[(this.#running - back) % this.seconds] ?? 0;
    return sum;
  }

  /**
   * Events a second of some types together, oldest first: the mean of each bin of `bin` seconds, over the last `seconds`.
   * Bins begin at whole multiples, so that a bin keeps its value; the one that is running is left out.
   */
  series(types: readonly string[], { seconds, bin, now = Date.now() }: SeriesWish): RateSeries {
    this.#advance(now);
    const end = Math.floor(this.#running / bin) * bin;
    const bins = Math.max(0, Math.floor((seconds - 1 - (this.#running - end)) / bin));
    const first = end - bins * bin;
    const times = Array.from({ length: bins }, (_, index) => first + index * bin);
    const perSecond = times.map((begin) => {
      let sum = 0;
      for (const type of types) {
        const ring = this.#rings.get(type);
        if (ring === undefined) continue;
        for (let second = begin; second < begin + bin; second += 1) sum += ring[second % this.seconds] ?? 0;
      }
      return sum / bin;
    });
    return { times, perSecond };
  }

  /** Empties the seconds that have passed since. A clock that was set back moves nothing. */
  #advance(now: number): void {
    const to = secondOf(now);
    if (to <= this.#running) return;
    const from = Math.max(this.#running + 1, to - this.seconds + 1);
    for (let second = from; second <= to; second += 1) {
      for (const ring of this.#rings.values()) ring[second % this.seconds] = 0;
    }
    this.#running = to;
  }
}

interface SeriesWish {
  /** At most as many as are kept. */
  readonly seconds: number;
  readonly bin: number;
  readonly now?: number;
}

export interface RateSeries {
  /** The second at which each bin begins, since 1970. */
  readonly times: readonly number[];
  readonly perSecond: readonly number[];
}
