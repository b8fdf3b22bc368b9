import type { RecordedEvent } from '@shared/events/catalog';
import type { BusStats, ServiceStats } from '@shared/library/bus-stats';
import type { DispatchView, FailedOutcome, Middleware, SubscriberFigures } from '../middleware';
import { LatencyHistogram } from './latency-histogram';
import { SlidingRate } from './sliding-rate';

/** Figures that the bus does not have and others do. */
export interface MetricsProbe {
  services?(): readonly ServiceStats[];
  /** Handlers that no bus calls: those of services, which are fed from the log. */
  handlers?(): BusStats['handlers'];
  deadLetters?(): number;
}

export interface MetricsOptions {
  /** A call that runs for longer than this counts as stuck. */
  readonly stuckAfterMs?: number;
}

/** One type, while it is counted. */
interface TypeRow {
  count: number;
  first: number;
  last: number;
}

const defaultStuckAfterMs = 30_000;

/**
 * Counts and measures what flows through a bus; `getStats` is asked, nothing is pushed. Counts are exact. Handler times
 * are those of a sample (see {@link Dispatcher}) in histograms of fixed size. Times of events are those of the turn of
 * the event loop in which they were told.
 */
export class EventMetrics implements Middleware {
  readonly name = 'metrics';
  readonly #stuckAfterMs: number;
  readonly #types = new Map<string, TypeRow>();
  readonly #times = new WeakMap<SubscriberFigures, LatencyHistogram>();
  #probes: readonly MetricsProbe[] = [];
  #errors = 0;
  #bus: { readonly view: DispatchView; readonly rate: SlidingRate; readonly began: number } | null = null;

  constructor({ stuckAfterMs = defaultStuckAfterMs }: MetricsOptions = {}) {
    this.#stuckAfterMs = stuckAfterMs;
  }

  attached(view: DispatchView): void {
    this.#bus = { view, rate: new SlidingRate(view.now), began: view.now };
  }

  /** Adds figures of others; the result takes them out again. */
  register(probe: MetricsProbe): () => void {
    this.#probes = [...this.#probes, probe];
    return () => { this.#probes = this.#probes.filter((each) => each !== probe); };
  }

  recordedOf(type: string): ((event: RecordedEvent) => void) | null {
    const bus = this.#bus;
    if (bus === null) return null;
    const { view, rate } = bus;
    const row = this.#types.get(type) ?? { count: 0, first: 0, last: 0 };
    this.#types.set(type, row);
    return () => {
      const { now } = view;
      if (row.count === 0) row.first = now;
      row.count += 1;
      row.last = now;
      rate.add(now);
    };
  }

  failed(_event: RecordedEvent, _outcome: FailedOutcome): void {
    this.#errors += 1;
  }

  timed(subscriber: SubscriberFigures, milliseconds: number): void {
    let times = this.#times.get(subscriber);
    if (times === undefined) this.#times.set(subscriber, (times = new LatencyHistogram()));
    times.add(milliseconds);
  }

  /** Everything that is known now, as plain JSON. @throws Error before the bus has taken it into use */
  getStats(): BusStats {
    if (this.#bus === null) throw new Error('These metrics belong to no bus yet.');
    const { view, rate, began } = this.#bus;
    const { now } = view;
    const handlers = view.subscribers().map((each) => this.#handlerStats(each, now));
    const sum = (pick: (handler: (typeof handlers)[number]) => number) => handlers.reduce((total, each) => total + pick(each), 0);
    const deadLetters = this.#probes.flatMap((probe) => probe.deadLetters?.() ?? []);
    return {
      uptime_ms: now - began,
      total: [...this.#types.values()].reduce((total, { count }) => total + count, 0),
      per_second: rate.perSecond(now),
      types: this.#typeStats(now),
      handlers: [...handlers, ...this.#probes.flatMap((probe) => probe.handlers?.() ?? [])],
      handler_errors: this.#errors,
      pending: sum(({ pending }) => pending),
      stuck: sum(({ stuck }) => stuck),
      dropped: { ...view.refused() },
      middleware_errors: view.middlewareErrors,
      services: this.#probes.flatMap((probe) => probe.services?.() ?? []),
      dead_letters: deadLetters.length === 0 ? null : deadLetters.reduce((total, each) => total + each, 0),
    };
  }

  #typeStats(now: number): BusStats['types'] {
    const seen = [...this.#types].filter(([, { count }]) => count > 0);
    return seen.map(([type, row]) => typeStats(type, row, now)).sort((a, b) => b.count - a.count);
  }

  #handlerStats(subscriber: SubscriberFigures, now: number): BusStats['handlers'][number] {
    const { name, pattern, calls, errors, pending } = subscriber;
    const times = this.#times.get(subscriber);
    return {
      name,
      pattern,
      calls,
      errors,
      timed: times?.count ?? 0,
      p50_ms: times?.quantile(0.5) ?? null,
      p99_ms: times?.quantile(0.99) ?? null,
      longest_ms: times?.longest ?? null,
      pending: pending.count,
      oldest_pending_ms: pending.oldest(now),
      stuck: pending.olderThan(this.#stuckAfterMs, now),
    };
  }
}

function typeStats(type: string, { count, first, last }: TypeRow, now: number): BusStats['types'][number] {
  return { type, count, average_interval_ms: count < 2 ? null : (last - first) / (count - 1), last_ms_ago: Math.max(0, now - last) };
}
