import {
  type AliceEvent,
  type EventOf,
  type EventType,
  parseEvent,
  type RecordedEvent,
  type UncheckedEvent,
} from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import type { EventPattern } from '@shared/events/pattern';
import { Dispatcher, type DispatcherOptions } from './dispatcher';
import type { Middleware } from './middleware';
import type { Receipt, Recorder } from './recorder';
import type { Handler } from './subscription';

/** The events that a pattern can bring: one type, or any. */
export type EventFor<P extends EventPattern> = P extends EventType ? Recorded<EventOf<P>> : RecordedEvent;

/** A subscriber as an object: hears each event that one of its patterns means, once. */
export interface Subscriber<P extends EventPattern = EventPattern> {
  /** As the metrics name it; the name of its class, when left out. */
  readonly name?: string;
  readonly eventTypes: readonly P[];
  handleEvent(event: EventFor<P>): void | Promise<void>;
}

type HandlerOf<P extends EventPattern> = (event: EventFor<P>) => void | Promise<void>;

interface Named {
  /** As the metrics name it; the function's own name, when left out. */
  readonly name?: string;
}

/**
 * Records first, then tells. `publish` validates, asks the middleware in the order of `use`, hands the event to the
 * recorder and resolves once it is durable; subscribers hear it in log order and cannot harm each other. Each way of
 * subscribing gives back its own undo; the same function twice is two subscriptions.
 */
export class EventBus {
  readonly #recorder: Recorder;
  readonly #dispatcher: Dispatcher;
  /** Those who wait until every handler of an event has ended, by its id. */
  readonly #awaited = new Map<string, (told: Promise<void>) => void>();

  constructor(recorder: Recorder, options?: DispatcherOptions) {
    this.#recorder = recorder;
    this.#dispatcher = new Dispatcher(options);
    recorder.onCommit((events) => { this.#tell(events); });
  }

  /** Adds a middleware behind those already there; the result takes it out again. */
  use(middleware: Middleware): () => void {
    return this.#dispatcher.use(middleware);
  }

  /** Hears an exact type, a prefix such as `asset.*`, or `*`; the result unsubscribes. */
  on<P extends EventPattern>(pattern: P, handler: HandlerOf<P>, { name = handler.name || 'unnamed' }: Named = {}): () => void {
    return this.#dispatcher.add(name, [pattern], handler as Handler);
  }

  /** An event that matches several of the subscriber's patterns reaches it once; the result unsubscribes. */
  subscribe<P extends EventPattern>(subscriber: Subscriber<P>): () => void {
    const { name = subscriber.constructor === Object ? 'unnamed' : subscriber.constructor.name, eventTypes } = subscriber;
    return this.#dispatcher.add(name, eventTypes, (event) => subscriber.handleEvent(event as EventFor<P>));
  }

  /**
   * Publishes events in order, as one durable unit, and resolves with those that were recorded.
   * @throws InvalidEventError naming the field; then none of the events is recorded.
   */
  async publish(events: UncheckedEvent | readonly UncheckedEvent[], receipt?: Receipt): Promise<readonly RecordedEvent[]> {
    return this.#recorder.append(this.#admitted(events), receipt);
  }

  /** The same, and waits until every handler of those events has ended; for one that never ends, forever. */
  async publishAndWait(events: UncheckedEvent | readonly UncheckedEvent[], receipt?: Receipt): Promise<readonly RecordedEvent[]> {
    const admitted = this.#admitted(events);
    const told: Promise<void>[] = [];
    for (const { event_id } of admitted) this.#awaited.set(event_id, (each) => told.push(each));
    try {
      const recorded = await this.#recorder.append(admitted, receipt);
      await Promise.all(told);
      return recorded;
    } finally {
      for (const { event_id } of admitted) this.#awaited.delete(event_id);
    }
  }

  #admitted(events: UncheckedEvent | readonly UncheckedEvent[]): AliceEvent[] {
    const list = Array.isArray(events) ? (events as readonly UncheckedEvent[]) : [events as UncheckedEvent];
    return list.map(parseEvent).flatMap((event) => this.#dispatcher.admit(event) ?? []);
  }

  #tell(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const wait = this.#awaited.size === 0 ? undefined : this.#awaited.get(event.event_id);
      if (wait === undefined) this.#dispatcher.tell(event);
      else wait(this.#dispatcher.tellAndWait(event));
    }
  }
}
