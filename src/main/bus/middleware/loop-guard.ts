import { type AliceEvent, parseEvent } from '@shared/events/catalog';
import { stampEvent } from '@shared/events/envelope';
import { eventLoopStopped } from '@shared/events/system-events';
import type { Middleware } from '../middleware';

/** What the guard asks of the log about an event that it has forgotten. */
export interface Cause {
  readonly event_type: string;
  readonly causation_id: string | null;
  readonly correlation_id: string;
}

export interface LoopGuardOptions {
  readonly causeOf: (eventId: string) => Cause | null;
  /** How many events may lead to one another within one story. */
  readonly limit?: number;
  /** How many depths are kept in memory; others are looked up in the log. */
  readonly remembered?: number;
}

/** Where an event stands in its story. */
interface Place {
  readonly correlation_id: string;
  /** How many events led to it. */
  readonly depth: number;
  /** True for `event.loop_stopped`: nothing may follow it. */
  readonly end: boolean;
}

/**
 * Stops services that answer each other for ever. An event whose chain of causes within its story is longer than the
 * limit is refused, and `event.loop_stopped` is recorded in its place, within the same durable unit, so that what was
 * handled counts as handled. What an answer to that would say is dropped, so the guard cannot feed a loop itself.
 */
export class LoopGuard implements Middleware {
  readonly name = 'loop guard';
  readonly #options: LoopGuardOptions;
  readonly #limit: number;
  readonly #remembered: number;
  /** By event id, the least recently used first. */
  readonly #places = new Map<string, Place>();
  /** Goes on where it stopped: looking for the oldest from the beginning would pass all that were forgotten before. */
  #oldest = this.#places.keys();

  constructor(options: LoopGuardOptions) {
    this.#options = options;
    this.#limit = options.limit ?? 16;
    this.#remembered = options.remembered ?? 10_000;
  }

  admit(event: AliceEvent): boolean | AliceEvent {
    const { correlation_id } = event;
    const cause = this.#placeOf(event.causation_id, correlation_id);
    const depth = cause === null ? 0 : cause.depth + 1;
    if (cause?.end) return false;
    if (depth <= this.#limit) {
      this.#remember(event.event_id, { correlation_id, depth, end: false });
      return true;
    }
    const instead = stopped(event, depth);
    this.#remember(instead.event_id, { correlation_id, depth, end: true });
    return instead;
  }

  /** Where a cause stands; null when it belongs to another story, or nobody knows it: then the story begins behind it. */
  #placeOf(eventId: string | null, correlation_id: string): Place | null {
    const passed: string[] = [];
    let found: Place | null = null;
    for (let id = eventId; id !== null && passed.length <= this.#limit; ) {
      const place = this.#recall(id) ?? null;
      const cause = place === null ? this.#options.causeOf(id) : null;
      if ((place ?? cause)?.correlation_id !== correlation_id) break;
      if (place !== null || cause?.event_type === eventLoopStopped.type) {
        found = place ?? { correlation_id, depth: this.#limit + 1, end: true };
        break;
      }
      passed.push(id);
      id = cause?.causation_id ?? null;
    }
    for (const id of passed.reverse()) {
      found = { correlation_id, depth: found === null ? 0 : found.depth + 1, end: found?.end ?? false };
      this.#remember(id, found);
    }
    return found;
  }

  #recall(id: string): Place | undefined {
    const place = this.#places.get(id);
    if (place !== undefined) this.#remember(id, place);
    return place;
  }

  #remember(id: string, place: Place): void {
    this.#places.delete(id);
    this.#places.set(id, place);
    while (this.#places.size > this.#remembered) {
      const next = this.#oldest.next();
      if (next.done) this.#oldest = this.#places.keys();
      else this.#places.delete(next.value);
    }
  }
}

/** Says what was refused, as part of the same story and about the same thing. */
function stopped({ event_type, source, correlation_id, causation_id, subject }: AliceEvent, depth: number): AliceEvent {
  const draft = { ...eventLoopStopped({ event_type, service: source, depth }), subject };
  return parseEvent(stampEvent(draft, { source: 'hub', actor: 'service:hub', correlation_id, ...(causation_id !== null && { causation_id }) }));
}
