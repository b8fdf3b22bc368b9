import {
  type AliceEvent,
  type EventOf,
  type EventType,
  parseEvent,
  type RecordedEvent,
  type UncheckedEvent,
} from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { type EventPattern, matchesPattern } from '@shared/events/pattern';
import type { Receipt, Recorder } from './recorder';

/** Sees each event before it is recorded and may drop it; hears how handlers fared. Order is the order of `use`. */
export interface Middleware {
  readonly name: string;
  /** Return false to drop the event: it is neither recorded nor told. */
  admit?(event: AliceEvent): boolean;
  recorded?(event: RecordedEvent): void;
  handled?(event: RecordedEvent, outcome: HandlerOutcome): void;
}

export interface HandlerOutcome {
  readonly pattern: EventPattern;
  readonly milliseconds: number;
  /** What the handler threw, if it did. */
  readonly error?: unknown;
}

type Handler<E> = (event: E) => void | Promise<void>;

/** The events that a pattern can bring: one type, or any. */
export type EventFor<P extends EventPattern> = P extends EventType ? Recorded<EventOf<P>> : RecordedEvent;

/** A subscriber as an object: the same as one `on` per pattern. */
export interface Subscriber {
  readonly eventTypes: readonly EventPattern[];
  handleEvent(event: RecordedEvent): void | Promise<void>;
}

interface Subscription {
  readonly pattern: EventPattern;
  readonly handle: Handler<RecordedEvent>;
}

/**
 * Records first, then tells. `publish` validates, asks the middleware, hands the event to the recorder
 * and resolves once it is durable; subscribers hear it in log order and cannot harm each other.
 */
export class EventBus {
  // The lists are replaced, never edited, so a listener may leave while it is being told.
  #subscriptions: readonly Subscription[] = [];
  #middleware: readonly Middleware[] = [];
  readonly #byType = new Map<string, readonly Subscription[]>();
  readonly #recorder: Recorder;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
    recorder.onCommit((events) => {
      this.#tell(events);
    });
  }

  /** Adds a middleware behind those already there; the result takes it out again. */
  use(middleware: Middleware): () => void {
    this.#middleware = [...this.#middleware, middleware];
    return () => {
      this.#middleware = this.#middleware.filter((each) => each !== middleware);
    };
  }

  /** Hears an exact type, a prefix such as `asset.*`, or `*`; the result unsubscribes. */
  on<P extends EventPattern>(pattern: P, handler: Handler<EventFor<P>>): () => void {
    const subscription: Subscription = { pattern, handle: handler as Handler<RecordedEvent> };
    this.#subscriptions = [...this.#subscriptions, subscription];
    this.#byType.clear();
    return () => {
      this.#subscriptions = this.#subscriptions.filter((each) => each !== subscription);
      this.#byType.clear();
    };
  }

  /** An event that matches several of the subscriber's patterns reaches it once. */
  subscribe(subscriber: Subscriber): () => void {
    const meant = (event: RecordedEvent) => subscriber.eventTypes.some((pattern) => matchesPattern(pattern, event.event_type));
    return this.on('*', (event) => (meant(event) ? subscriber.handleEvent(event) : undefined));
  }

  /**
   * Publishes events in order, as one durable unit, and resolves with those that were recorded.
   * @throws InvalidEventError naming the field; then none of the events is recorded.
   */
  async publish(events: UncheckedEvent | readonly UncheckedEvent[], receipt?: Receipt): Promise<readonly RecordedEvent[]> {
    const list = Array.isArray(events) ? (events as readonly UncheckedEvent[]) : [events as UncheckedEvent];
    const admitted = list.map(parseEvent).filter((event) => this.#middleware.every((each) => each.admit?.(event) ?? true));
    return this.#recorder.append(admitted, receipt);
  }

  #tell(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      for (const middleware of this.#middleware) middleware.recorded?.(event);
      for (const subscription of this.#subscribersOf(event.event_type)) this.#hand(subscription, event);
    }
  }

  #subscribersOf(type: string): readonly Subscription[] {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const found = this.#subscriptions.filter(({ pattern }) => matchesPattern(pattern, type));
    this.#byType.set(type, found);
    return found;
  }

  #hand({ pattern, handle }: Subscription, event: RecordedEvent): void {
    const began = performance.now();
    const done = (failure?: { error: unknown }) => {
      const outcome = { pattern, milliseconds: performance.now() - began, ...failure };
      for (const middleware of this.#middleware) middleware.handled?.(event, outcome);
    };
    try {
      const pending = handle(event);
      if (pending === undefined) done();
      else pending.then(() => { done(); }, (error: unknown) => { done({ error }); });
    } catch (error) {
      done({ error });
    }
  }
}
