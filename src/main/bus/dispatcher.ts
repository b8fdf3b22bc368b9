import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import type { EventPattern } from '@shared/events/pattern';
import type { DispatchView, Middleware } from './middleware';
import { tickOf } from './pending-calls';
import { type Gate, type Route, Routes } from './route';
import type { Handler, Subscription } from './subscription';
import { TurnClock } from './turn-clock';

export interface DispatcherOptions {
  readonly now?: () => number;
  /** A middleware threw while it listened; left out, the error is thrown where nothing waits for it. */
  readonly onMiddlewareError?: (name: string, error: unknown) => void;
}

/** The calls of one event that gave promises, and who waits for all of them. */
interface Group {
  readonly event: RecordedEvent;
  left: number;
  readonly resolve: (() => void) | null;
}

/** While a timed event comes at least this long after the one before, in milliseconds, each one is timed … */
const calmMs = 1;
/** … and in a storm one in 128 to 383, at random so that no rhythm of the events hides from it. */
const leastSkipped = 128;

/**
 * Tells events to middleware and subscribers. The way of each event type is worked out once, as flat lists; telling is a
 * loop over them that allocates nothing and does not look at the clock. A handler that throws, rejects or never ends
 * harms nobody.
 *
 * Counts (calls, errors, pending) are exact. Times are a sample: with up to about 1,000 events a second every call is
 * timed, above that those of one event in 128 to 383; a middleware with `handled` has each call timed.
 */
export class Dispatcher implements DispatchView {
  readonly #routes = new Routes();
  readonly #refused = new Map<string, number>();
  readonly #clock: TurnClock;
  readonly #read: () => number;
  readonly #onMiddlewareError: (name: string, error: unknown) => void;
  #timers: readonly Middleware[] = [];
  #exact = false;
  #sampling = false;
  #untilTimed = 0;
  #lastTimed = -Infinity;
  middlewareErrors = 0;

  constructor({ now = () => performance.now(), onMiddlewareError = throwAlone }: DispatcherOptions = {}) {
    this.#read = now;
    this.#clock = new TurnClock(now);
    this.#onMiddlewareError = onMiddlewareError;
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Adds a middleware behind those already there; the result takes it out again. */
  use(middleware: Middleware): () => void {
    this.#routes.use(middleware);
    this.#planTimes();
    middleware.attached?.(this);
    return () => {
      this.#routes.remove(middleware);
      this.#planTimes();
    };
  }

  /** Adds a subscriber behind those already there; an event that matches several patterns reaches it once. */
  add(name: string, patterns: readonly EventPattern[], handle: Handler): () => void {
    return this.#routes.add(name, patterns, handle);
  }

  /** Asks the middleware, in order; null when one of them drops the event. */
  admit(event: AliceEvent): AliceEvent | null {
    const { gates } = this.#routes.of(event.event_type);
    return gates.length === 0 ? event : this.#ask(gates, event);
  }

  tell(event: RecordedEvent): void {
    const route = this.#routes.of(event.event_type);
    route.told += 1;
    this.#listen(route, event);
    if (this.#sampling && (this.#exact || --this.#untilTimed < 0)) {
      this.#tellTimed(route, alone(event));
      return;
    }
    const { handlers, subscriptions } = route;
    // Read once: V8 would look at the length before each call.
    const count = handlers.length;
    for (let i = 0; i < count; i += 1) {
      try {
        const answer = (handlers[i] as Handler)(event);
        if (answer !== undefined) this.#follow(subscriptions[i] as Subscription, answer, tickOf(this.#clock.now), alone(event));
      } catch (error) {
        this.#failed(subscriptions[i] as Subscription, event, error);
      }
    }
  }

  /** Tells an event and resolves when every handler has ended, well or badly. One that never ends is waited for. */
  tellAndWait(event: RecordedEvent): Promise<void> {
    const route = this.#routes.of(event.event_type);
    route.told += 1;
    this.#listen(route, event);
    return new Promise((resolve) => {
      // One too many, so that it cannot reach nought while handlers are still being called.
      const group: Group = { event, left: 1, resolve };
      if (this.#sampling && (this.#exact || --this.#untilTimed < 0)) this.#tellTimed(route, group);
      else this.#tellGroup(route, group);
      leave(group);
    });
  }

  subscribers(): readonly Subscription[] {
    return this.#routes.subscriptions;
  }

  refused(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#refused);
  }

  #planTimes(): void {
    const { middleware } = this.#routes;
    this.#exact = middleware.some((each) => 'handled' in each);
    this.#timers = middleware.filter((each) => 'timed' in each || 'handled' in each);
    this.#sampling = this.#timers.length > 0;
  }

  #ask(gates: readonly Gate[], event: AliceEvent): AliceEvent | null {
    for (const { owner, admit } of gates) {
      const verdict = admit(event);
      if (verdict === true) continue;
      this.#refused.set(owner.name, (this.#refused.get(owner.name) ?? 0) + 1);
      if (verdict === false) return null;
      // Another type has another way; those behind the one that gave this event are asked about it.
      const { middleware } = this.#routes;
      const behind = middleware.slice(middleware.indexOf(owner) + 1);
      return this.#ask(this.#routes.of(verdict.event_type).gates.filter((gate) => behind.includes(gate.owner)), verdict);
    }
    return event;
  }

  #listen({ listeners, owners }: Route, event: RecordedEvent): void {
    for (let i = 0; i < listeners.length; i += 1) {
      try {
        (listeners[i] as (event: RecordedEvent) => void)(event);
      } catch (error) {
        this.#blame(owners[i] as Middleware, error);
      }
    }
  }

  #tellGroup({ handlers, subscriptions }: Route, group: Group): void {
    const { event } = group;
    const tick = tickOf(this.#clock.now);
    const count = handlers.length;
    for (let i = 0; i < count; i += 1) {
      try {
        const answer = (handlers[i] as Handler)(event);
        if (answer !== undefined) this.#follow(subscriptions[i] as Subscription, answer, tick, group);
      } catch (error) {
        this.#failed(subscriptions[i] as Subscription, event, error);
      }
    }
  }

  #tellTimed({ handlers, subscriptions }: Route, group: Group): void {
    const { event } = group;
    let began = this.#clock.look();
    this.#untilTimed = began - this.#lastTimed >= calmMs ? 0 : leastSkipped + Math.floor(Math.random() * 2 * leastSkipped);
    this.#lastTimed = began;
    for (let i = 0; i < handlers.length; i += 1) {
      const subscription = subscriptions[i] as Subscription;
      let now: number;
      try {
        const answer = (handlers[i] as Handler)(event);
        const followed = answer !== undefined && this.#followTimed(subscription, answer, began, group);
        now = this.#read();
        if (!followed) this.#took(subscription, event, now - began);
      } catch (error) {
        now = this.#read();
        this.#failed(subscription, event, error, now - began);
      }
      began = now;
    }
  }

  /** Hears the end of a call that gave a promise. */
  #follow(subscription: Subscription, answer: unknown, tick: number, group: Group): void {
    if (!isThenable(answer)) return;
    const cohort = subscription.pending.open(tick);
    group.left += 1;
    answer.then(() => {
      cohort.open -= 1;
      // Written out: the call of a function is a tenth of the time that an awaited event takes.
      if (--group.left === 0 && group.resolve !== null) group.resolve();
    }, (error: unknown) => {
      cohort.open -= 1;
      this.#failed(subscription, group.event, error);
      leave(group);
    });
  }

  /** The same with the time that it took; false when it gave no promise. */
  #followTimed(subscription: Subscription, answer: unknown, began: number, group: Group): boolean {
    if (!isThenable(answer)) return false;
    const cohort = subscription.pending.open(tickOf(began));
    group.left += 1;
    const ended = (failure?: { readonly error: unknown }) => {
      cohort.open -= 1;
      const milliseconds = this.#read() - began;
      if (failure) this.#failed(subscription, group.event, failure.error, milliseconds);
      else this.#took(subscription, group.event, milliseconds);
      leave(group);
    };
    answer.then(() => { ended(); }, (error: unknown) => { ended({ error }); });
    return true;
  }

  #took(subscription: Subscription, event: RecordedEvent, milliseconds: number, failure?: { readonly error: unknown }): void {
    for (const middleware of this.#timers) {
      try {
        middleware.timed?.(subscription, milliseconds);
        if (!middleware.handled) continue;
        middleware.handled(event, { pattern: subscription.pattern, name: subscription.name, milliseconds, ...failure });
      } catch (error) {
        this.#blame(middleware, error);
      }
    }
  }

  #failed(subscription: Subscription, event: RecordedEvent, error: unknown, milliseconds?: number): void {
    subscription.errors += 1;
    const { pattern, name } = subscription;
    for (const middleware of this.#routes.middleware) {
      try {
        middleware.failed?.(event, { pattern, name, error });
      } catch (thrown) {
        this.#blame(middleware, thrown);
      }
    }
    if (milliseconds !== undefined) this.#took(subscription, event, milliseconds, { error });
  }

  #blame({ name }: Middleware, error: unknown): void {
    this.middlewareErrors += 1;
    this.#onMiddlewareError(name, error);
  }
}

function alone(event: RecordedEvent): Group {
  return { event, left: 1, resolve: null };
}

function leave(group: Group): void {
  group.left -= 1;
  if (group.left === 0 && group.resolve !== null) group.resolve();
}

function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  if (answer instanceof Promise) return true;
  return typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function';
}

function throwAlone(_name: string, error: unknown): void {
  queueMicrotask(() => { throw error; });
}
