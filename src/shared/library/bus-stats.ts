import { z } from 'zod';

const count = z.int().nonnegative();
const milliseconds = z.number().nonnegative();

/** How the events of one type flowed. */
const typeStats = z.strictObject({
  type: z.string(),
  count,
  /** The mean time from one to the next; null before the second. */
  average_interval_ms: milliseconds.nullable(),
  last_ms_ago: milliseconds,
});

/** How one subscriber fared. Counts are exact; times are those of a sample of its calls. */
const handlerStats = z.strictObject({
  name: z.string(),
  pattern: z.string(),
  calls: count,
  errors: count,
  /** How many calls the times are from. */
  timed: count,
  p50_ms: milliseconds.nullable(),
  p99_ms: milliseconds.nullable(),
  longest_ms: milliseconds.nullable(),
  /** Calls that have not ended, and how long the oldest has been running. */
  pending: count,
  oldest_pending_ms: milliseconds.nullable(),
  /** Of those, how many run for longer than a call may. */
  stuck: count,
});

/** Where one service stands in the log. */
const serviceStats = z.strictObject({
  name: z.string(),
  /** Events that wait in memory, and those that are being worked on. */
  queued: count,
  running: count,
  /** How many events of the log lie ahead of it. */
  lag: count,
});

/** What the bus knows of itself, as plain JSON. */
export const busStats = z.strictObject({
  uptime_ms: milliseconds,
  total: count,
  /** Over the last ten seconds. */
  per_second: z.number().nonnegative(),
  types: z.array(typeStats),
  handlers: z.array(handlerStats),
  handler_errors: count,
  pending: count,
  stuck: count,
  /** Events that a middleware dropped or replaced, by its name. */
  dropped: z.record(z.string(), count),
  middleware_errors: count,
  services: z.array(serviceStats),
  /** Events that services gave up on; null where nobody counts them. */
  dead_letters: count.nullable(),
});

export type BusStats = z.infer<typeof busStats>;
export type ServiceStats = z.infer<typeof serviceStats>;
