import { type EventFamily, familyOf, type RecordedEvent } from '@shared/events/catalog';
import { matchesPattern } from '@shared/events/pattern';
import { mentions } from './stories';

/** What the timeline is narrowed to. An event must pass all of it; empty parts let everything pass. */
export interface EventFilter {
  readonly families: readonly EventFamily[];
  readonly text: string;
  /** Exact types or prefixes such as `asset.*`; any of them. */
  readonly patterns: readonly string[];
  /** Only events from this time on, UTC. */
  readonly since: string | null;
  /** Only events from this sequence on. */
  readonly from: number | null;
}

export const noFilter: EventFilter = { families: [], text: '', patterns: [], since: null, from: null };

/** Whether anything is filtered at all. */
export function isNarrowed({ families, text, patterns, since, from }: EventFilter): boolean {
  return families.length > 0 || text !== '' || patterns.length > 0 || since !== null || from !== null;
}

/** The same text for the same filter; empty for none. */
export function filterKey({ families, text, patterns, since, from }: EventFilter): string {
  const filter = { families, text, patterns, since, from };
  return isNarrowed(filter) ? JSON.stringify([families, text, patterns, since, from]) : '';
}

/** Tells which events pass, as the log itself does for older pages; null when all do. */
export function matcherOf(filter: EventFilter): ((event: RecordedEvent) => boolean) | null {
  if (!isNarrowed(filter)) return null;
  const { families, text, patterns, since, from } = filter;
  const began = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  const passes = new Map<string, boolean>();
  const typePasses = (type: string) => {
    let known = passes.get(type);
    if (known === undefined) {
      const inFamily = families.length === 0 || families.includes(familyOf(type));
      known = inFamily && (patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, type)));
      passes.set(type, known);
    }
    return known;
  };
  return (event) =>
    event.sequence >= (from ?? 0) && typePasses(event.event_type) && Date.parse(event.timestamp) >= began && mentions(event, text);
}
