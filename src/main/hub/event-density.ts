import { type EventFamily, familyOf } from '@shared/events/catalog';
import { matchesPattern } from '@shared/events/pattern';
import { type EventDensity, minuteMs, secondMs, stretchesOf } from '@shared/library/event-density';
import { wordsOf } from '@shared/library/event-words';
import type { Database } from 'better-sqlite3';
import type { Lifetime } from '../kernel/lifetime';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import { EventDensityProjection } from '../projections/event-density';
import { secondsKeptMs } from '../projections/recent-seconds';

/** Which time is to be divided, into how many stretches at most, and which events count as matching. */
export interface DensityWish {
  /** Milliseconds since 1970; the beginning of the log when null. */
  readonly from: number | null;
  /** Now, when null. */
  readonly to: number | null;
  readonly buckets: number;
  readonly families: readonly EventFamily[];
  readonly patterns: readonly string[];
  /** Words are not counted by time: with some, what matches is null. */
  readonly text: string;
  readonly since: Date | null;
  readonly from_sequence: number | null;
}

export interface HubDensity {
  /** How many events fell into each stretch of time, as far as they are counted. */
  density(wish: DensityWish): EventDensity;
}

export interface DensityParts {
  /** Where the projections are. */
  readonly database: Database;
  readonly log: EventLog;
  readonly lifetime: Lifetime;
  readonly reportBug: ReportBug;
}

/** A log that has just begun is shown in half a minute of its own; a time of which no seconds are kept, in an hour. */
const shortestMs = { bySeconds: 30 * secondMs, byMinutes: 60 * minuteMs };

export function openDensity({ database, log, lifetime, reportBug }: DensityParts): HubDensity {
  const projection = new EventDensityProjection(database, log.reader);
  lifetime.add(() => projection.end());
  const takeIn = (recorded: Parameters<typeof projection.follow>[0] = []) => {
    // Told in a promise, so that what fails here harms nobody who records.
    Promise.resolve(recorded)
      .then((events) => projection.follow(events))
      .catch((error: unknown) => { reportBug({ where: 'the density of events', error }); });
  };
  log.onCommit(takeIn);
  takeIn();

  const momentOf = (sequence: number) => {
    const [event] = log.reader.after(sequence - 1, 1);
    return event === undefined ? Number.POSITIVE_INFINITY : Date.parse(event.timestamp);
  };

  return {
    density({ from, to, buckets, families, patterns, text, since, from_sequence }) {
      const now = Date.now();
      const until = to ?? now;
      const first = from ?? projection.first ?? until;
      const soonest = Math.min(first, until - shortestMs.bySeconds);
      const bySeconds = soonest >= now - secondsKeptMs && projection.knowsSeconds(soonest);
      const begin = Math.min(first, until - (bySeconds ? shortestMs.bySeconds : shortestMs.byMinutes));
      const inFamily = (type: string) => families.length === 0 || families.includes(familyOf(type));
      const fits = (type: string) => patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, type));
      const moments = [...(since === null ? [] : [since.getTime()]), ...(from_sequence === null ? [] : [momentOf(from_sequence)])];
      return projection.of({
        bounds: stretchesOf(begin, until, buckets, bySeconds ? secondMs : minuteMs),
        passes: wordsOf(text).length > 0 ? null : (type) => inFamily(type) && fits(type),
        since: moments.length === 0 ? null : Math.max(...moments),
      });
    },
  };
}
