import type { RecordedEvent } from '@shared/events/catalog';
import { type EventPattern, matchesPattern } from '@shared/events/pattern';
import type { SubscriberFigures } from './middleware';
import { PendingCalls } from './pending-calls';

/** What a handler gives back; a promise is followed, anything else is ignored. */
export type Handler = (event: RecordedEvent) => unknown;

/** One handler that hears one or more patterns, and what is known of it. */
export class Subscription implements SubscriberFigures {
  readonly name: string;
  readonly patterns: readonly EventPattern[];
  readonly handle: Handler;
  readonly pending = new PendingCalls();
  readonly #callsNow: (subscription: Subscription) => number;
  /** Calls from tables that are no longer in use. */
  callsBefore = 0;
  errors = 0;

  constructor(name: string, patterns: readonly EventPattern[], handle: Handler, callsNow: (subscription: Subscription) => number) {
    this.name = name;
    this.patterns = patterns;
    this.handle = handle;
    this.#callsNow = callsNow;
  }

  get pattern(): EventPattern {
    return this.patterns.join(', ');
  }

  get calls(): number {
    return this.callsBefore + this.#callsNow(this);
  }

  hears(type: string): boolean {
    return this.patterns.some((pattern) => matchesPattern(pattern, type));
  }
}
