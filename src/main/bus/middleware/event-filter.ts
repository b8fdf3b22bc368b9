import type { AliceEvent } from '@shared/events/catalog';
import { type EventPattern, matchesPattern } from '@shared/events/pattern';
import type { Middleware } from '../middleware';

export interface FilterOptions {
  /** Only these come through; left out, all do. */
  readonly include?: readonly EventPattern[];
  /** These do not, whatever `include` says. */
  readonly exclude?: readonly EventPattern[];
  /** Asked last. What it throws reaches the publisher and the event is not recorded. */
  readonly predicate?: (event: AliceEvent) => boolean;
}

/** Really filters: an event that does not come through is counted, and neither recorded nor told. */
export class EventFilter implements Middleware {
  readonly name: string;
  readonly #options: FilterOptions;
  readonly #dropped = new Map<string, number>();

  constructor(options: FilterOptions, name = 'filter') {
    this.name = name;
    this.#options = options;
  }

  /** How many events of each type did not come through. */
  get dropped(): ReadonlyMap<string, number> {
    return this.#dropped;
  }

  admitOf(type: string): ((event: AliceEvent) => boolean) | null {
    const { include, exclude, predicate } = this.#options;
    const among = (patterns: readonly EventPattern[]) => patterns.some((pattern) => matchesPattern(pattern, type));
    const meant = (include === undefined || among(include)) && !(exclude !== undefined && among(exclude));
    if (meant && predicate === undefined) return null;
    return (event) => (meant && predicate?.(event) === true) || this.#drop(type);
  }

  #drop(type: string): false {
    this.#dropped.set(type, (this.#dropped.get(type) ?? 0) + 1);
    return false;
  }
}
