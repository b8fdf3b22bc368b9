import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import type { EventPattern } from '@shared/events/pattern';
import type { Middleware } from './middleware';
import { type Handler, Subscription } from './subscription';

export interface Gate {
  readonly owner: Middleware;
  readonly admit: (event: AliceEvent) => boolean | AliceEvent;
}

/** The way of one event type: who is asked, who listens, who is told, each in order. */
export interface Route {
  readonly type: string;
  readonly gates: readonly Gate[];
  // Lists of plain functions, so that telling is two loops; their owners have the same places.
  readonly listeners: readonly ((event: RecordedEvent) => void)[];
  readonly owners: readonly Middleware[];
  readonly handlers: readonly Handler[];
  readonly subscriptions: readonly Subscription[];
  /** How many events went this way; the exact calls of its subscriptions follow from it. */
  told: number;
}

const nowhere: Route = { type: '', gates: [], listeners: [], owners: [], handlers: [], subscriptions: [], told: 0 };

/** Who is here, and from that the way of each event type, worked out once and again when someone comes or goes. */
export class Routes {
  // The lists are replaced, never edited, so a listener may leave while it is being told.
  middleware: readonly Middleware[] = [];
  subscriptions: readonly Subscription[] = [];
  readonly #byType = new Map<string, Route>();
  #last = nowhere;

  of(type: string): Route {
    return type === this.#last.type ? this.#last : this.#find(type);
  }

  use(middleware: Middleware): void {
    this.middleware = [...this.middleware, middleware];
    this.#forget();
  }

  remove(middleware: Middleware): void {
    this.middleware = this.middleware.filter((each) => each !== middleware);
    this.#forget();
  }

  /** Adds a subscriber behind those already there; the result takes it out again. */
  add(name: string, patterns: readonly EventPattern[], handle: Handler): () => void {
    const subscription = new Subscription(name, patterns, handle, (own) => this.#callsOf(own));
    this.subscriptions = [...this.subscriptions, subscription];
    this.#forget();
    return () => {
      this.subscriptions = this.subscriptions.filter((each) => each !== subscription);
      this.#forget();
    };
  }

  #find(type: string): Route {
    this.#last = this.#byType.get(type) ?? this.#workOut(type);
    return this.#last;
  }

  #workOut(type: string): Route {
    const gates = this.middleware.flatMap((owner) => {
      const admit = gateOf(owner, type);
      return admit ? [{ owner, admit }] : [];
    });
    const listening = this.middleware.flatMap((owner) => {
      const listener = listenerOf(owner, type);
      return listener ? [{ owner, listener }] : [];
    });
    const subscriptions = this.subscriptions.filter((each) => each.hears(type));
    const route: Route = {
      type,
      gates,
      listeners: listening.map(({ listener }) => listener),
      owners: listening.map(({ owner }) => owner),
      handlers: subscriptions.map(({ handle }) => handle),
      subscriptions,
      told: 0,
    };
    this.#byType.set(type, route);
    return route;
  }

  #forget(): void {
    for (const { subscriptions, told } of this.#byType.values()) {
      for (const subscription of subscriptions) subscription.callsBefore += told;
    }
    this.#byType.clear();
    this.#last = nowhere;
  }

  #callsOf(subscription: Subscription): number {
    let calls = 0;
    for (const { subscriptions, told } of this.#byType.values()) if (subscriptions.includes(subscription)) calls += told;
    return calls;
  }
}

function gateOf(owner: Middleware, type: string): Gate['admit'] | null {
  if (owner.admitOf) return owner.admitOf(type);
  return owner.admit ? (event) => owner.admit?.(event) ?? true : null;
}

function listenerOf(owner: Middleware, type: string): ((event: RecordedEvent) => void) | null {
  if (owner.recordedOf) return owner.recordedOf(type);
  return owner.recorded ? (event) => { owner.recorded?.(event); } : null;
}
