import { z } from 'zod';

/** What the timeline is narrowed to, as it is kept and sent. */
export const timelineFilterSchema = z.strictObject({
  families: z.array(z.enum(['asset', 'quality', 'workflow', 'creative', 'system'])).max(5),
  text: z.string().max(200),
  /** Exact types or prefixes such as `asset.*`; any of them. Empty means all. */
  patterns: z.array(z.string().max(100)).max(50).default([]),
  /** Only events from this time on, UTC. */
  since: z.iso.datetime().nullable().default(null),
  /** Only events from this sequence on. */
  from: z.int().positive().nullable().default(null),
});

export type TimelineFilter = z.infer<typeof timelineFilterSchema>;

/** A filter that was given a name. */
export const savedTimelineFilterSchema = z.strictObject({ name: z.string().trim().min(1).max(60), filter: timelineFilterSchema });
export type SavedTimelineFilter = z.infer<typeof savedTimelineFilterSchema>;

export const mostSavedFilters = 50;
export const savedTimelineFilters = z.array(savedTimelineFilterSchema).max(mostSavedFilters);
