import type { BusStats } from '@shared/library/bus-stats';
import { LatencyHistogram } from '../bus/middleware/latency-histogram';

interface Row {
  calls: number;
  errors: number;
  /** When the calls that have not ended began. */
  readonly open: Set<{ readonly since: number }>;
  readonly times: LatencyHistogram;
}

/** A call that runs for longer than this counts as stuck, in milliseconds. */
const stuckAfterMs = 30_000;

/** Counts and times the calls of a service's handlers, by event type. */
export class HandlerTimes {
  readonly #name: string;
  readonly #rows = new Map<string, Row>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Runs one call and passes on what it gives or throws. */
  async of<T>(eventType: string, call: () => T | Promise<T>): Promise<T> {
    const row = this.#row(eventType);
    const running = { since: performance.now() };
    row.calls += 1;
    row.open.add(running);
    try {
      return await call();
    } catch (error) {
      row.errors += 1;
      throw error;
    } finally {
      row.open.delete(running);
      row.times.add(performance.now() - running.since);
    }
  }

  figures(): BusStats['handlers'] {
    const now = performance.now();
    return [...this.#rows].map(([pattern, { calls, errors, open, times }]) => {
      const ages = [...open].map(({ since }) => now - since);
      return {
        name: this.#name,
        pattern,
        calls,
        errors,
        timed: times.count,
        p50_ms: times.quantile(0.5),
        p99_ms: times.quantile(0.99),
        longest_ms: times.count === 0 ? null : times.longest,
        pending: ages.length,
        oldest_pending_ms: ages.length === 0 ? null : Math.max(...ages),
        stuck: ages.filter((age) => age > stuckAfterMs).length,
      };
    });
  }

  #row(eventType: string): Row {
    const known = this.#rows.get(eventType);
    if (known) return known;
    const row = { calls: 0, errors: 0, open: new Set<{ readonly since: number }>(), times: new LatencyHistogram() };
    this.#rows.set(eventType, row);
    return row;
  }
}
