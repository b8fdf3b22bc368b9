import type { EventFamily } from '../events/catalog';

/**
 * How many events fell into each stretch of time. The stretches lie one behind the other, as long as is useful to a person: seconds,
 * minutes, hours, days or weeks of the local clock.
 */
export interface EventDensity {
  /** Where stretches begin and end, in milliseconds since 1970: one more than there are stretches. */
  readonly bounds: readonly number[];
  /** All events of each stretch. */
  readonly all: readonly number[];
  /** Those that pass the filter; null when words are looked for, which are not counted by time. */
  readonly matching: readonly number[] | null;
  /** Those that tell of trouble, of {@link failureTypes}, and pass the filter. */
  readonly failures: readonly number[];
  /** By family, those that pass the filter. */
  readonly families: Readonly<Record<EventFamily, readonly number[]>>;
  /** When the log begins; null while it is empty. */
  readonly first: number | null;
  /** Events up to this sequence are counted; behind that of the newest event while a log is taken in. */
  readonly counted_to: number;
}

/** Events after which somebody may have to do something. */
export const failureTypes: readonly string[] = [
  'asset.set_aside', 'asset.missing', 'asset.undo_refused', 'workflow.failed', 'event.parked', 'hub.paused', 'log.recovered',
];

export const secondMs = 1_000;
export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Lengths that a person can think in. */
const lengths = [1, 2, 5, 10, 15, 30].map((seconds) => seconds * secondMs)
  .concat([1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs))
  .concat([1, 2, 3, 6, 12].map((hours) => hours * hourMs))
  .concat([1, 2, 3, 4, 7, 14, 28, 91, 182, 364, 1_820, 18_200].map((days) => days * dayMs));

/**
 * Divides a time into stretches of one of those lengths, at most so many and none shorter than the finest that is counted. They begin
 * on the minute, on the hour, or at midnight, of the local clock.
 */
export function stretchesOf(from: number, to: number, atMost: number, finest = minuteMs): readonly number[] {
  const longest = lengths.at(-1) ?? dayMs;
  const length = lengths.find((each) => each >= finest && (to - from) / each <= atMost - 1) ?? longest;
  const bounds = [beginOf(from, length)];
  for (let last = from; last <= to && bounds.length <= atMost; ) {
    last = next(bounds.at(-1) ?? from, length);
    bounds.push(last);
  }
  return bounds;
}

function beginOf(moment: number, length: number): number {
  const at = new Date(moment);
  if (length >= dayMs) return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return midnight + Math.floor((moment - midnight) / length) * length;
}

/** Days are counted on the calendar: two of a year are not 24 hours long in many places. */
function next(begin: number, length: number): number {
  if (length < dayMs) return begin + length;
  const at = new Date(begin);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + length / dayMs).getTime();
}
