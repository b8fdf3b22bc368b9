import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import type { EventPattern } from '@shared/events/pattern';

/**
 * Stands between publisher and subscribers. Order is the order of `use`: `admit` is asked in that order before the
 * event is recorded, `recorded` and the others hear it in that order afterwards. Each hook is optional and one that
 * is absent costs nothing.
 */
export interface Middleware {
  readonly name: string;
  /** Given once, when it is taken into use: what it may look at while it is. */
  attached?(view: DispatchView): void;
  /**
   * False drops the event: it is neither recorded nor told, and those behind are not asked. An event in its place is
   * what those behind are asked about, and what is recorded. What it throws reaches the publisher.
   */
  admit?(event: AliceEvent): boolean | AliceEvent;
  /** The same for one type: asked once per type, and null where every event of it comes through. */
  admitOf?(type: string): ((event: AliceEvent) => boolean | AliceEvent) | null;
  /** Hears each event once it is recorded, before any subscriber does. */
  recorded?(event: RecordedEvent): void;
  /** The same for one type: asked once per type, so that a type that does not matter costs nothing. */
  recordedOf?(type: string): ((event: RecordedEvent) => void) | null;
  /** Hears of every call of every handler, with its exact time; that costs two looks at the clock per call. */
  handled?(event: RecordedEvent, outcome: HandlerOutcome): void;
  /** Hears of the calls that failed, and only of those. */
  failed?(event: RecordedEvent, outcome: FailedOutcome): void;
  /** Hears how long a call took, for a sample of the events; see {@link Dispatcher} for which. */
  timed?(subscriber: SubscriberFigures, milliseconds: number): void;
}

export interface HandlerOutcome {
  readonly pattern: EventPattern;
  readonly name: string;
  /** Until it returned, or, where it gave a promise, until that settled. */
  readonly milliseconds: number;
  /** What the handler threw, if it did. */
  readonly error?: unknown;
}

export type FailedOutcome = Omit<HandlerOutcome, 'milliseconds'> & { readonly error: unknown };

/** What is known of one subscription, exactly. */
export interface SubscriberFigures {
  readonly name: string;
  readonly pattern: EventPattern;
  readonly calls: number;
  readonly errors: number;
  readonly pending: PendingFigures;
}

/** Calls that have not ended. */
export interface PendingFigures {
  readonly count: number;
  /** The age of the oldest, in milliseconds; null when there is none. */
  oldest(now: number): number | null;
  /** How many are older than this. */
  olderThan(milliseconds: number, now: number): number;
}

/** What a middleware may look at. */
export interface DispatchView {
  /** Milliseconds; read at most once per turn of the event loop, so that looking costs little. */
  readonly now: number;
  subscribers(): readonly SubscriberFigures[];
  /** How many events each middleware dropped or replaced, by its name. */
  refused(): Readonly<Record<string, number>>;
  /** How often a middleware threw while it listened. */
  readonly middlewareErrors: number;
}
