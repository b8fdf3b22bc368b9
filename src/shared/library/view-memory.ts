import { z } from 'zod';
import { contentHash } from '../events/fields';
import { libraryFilterSchema } from './library-filter';
import { timelineFilterSchema } from './timeline-filter';

const places = ['inbox', 'timeline', 'library', 'board', 'quality', 'system', 'care', 'settings'] as const;
const name = z.string().min(1).max(60);
const id = z.string().min(1).max(200);
const foldedColumn = z.strictObject({ project_id: id, column_id: id, folded: z.boolean() });

/** What a person left open and how wide: kept from one start to the next, and no fact about anything else. */
export const viewMemorySchema = z.strictObject({
  place: z.enum(places).default('timeline'),
  /** The open part of each place. */
  parts: z.strictObject({
    system: z.enum(['map', 'metrics', 'dead-letters']).default('map'),
    quality: z.enum(['scores', 'stacks', 'bands']).default('scores'),
    care: z.enum(['health', 'history']).default('health'),
    timeline: z.enum(['stories', 'events']).default('stories'),
    board: z.enum(['board', 'page']).default('board'),
  }).prefault({}),
  /** Widths of panes in pixels, by name; 0 is folded away. */
  panes: z.record(name, z.int().min(0).max(4_000)).default({}),
  /** Groups of the sidebar that are folded. */
  folded: z.array(name).max(50).default([]),
  /** The commands that were chosen last in the palette, the latest first. */
  recent: z.array(name).max(10).default([]),
  /** The open project; null for the list of projects. */
  project_id: id.nullable().default(null),
  /** Columns of boards that somebody folded or unfolded, the last ones. */
  columns: z.array(foldedColumn).max(200).default([]),
  /** What the library was narrowed to, the open picture, and the picture that stood at the top. */
  library: z.strictObject({
    filter: libraryFilterSchema.default({}),
    open: contentHash.nullable().default(null),
    top: z.int().positive().nullable().default(null),
  }).prefault({}),
  /** What the timeline was narrowed to, the open event, and when that happened which stood at the top; null at the newest events. */
  timeline: z.strictObject({
    filter: timelineFilterSchema.default({ families: [], text: '', patterns: [], since: null, from: null }),
    open: z.strictObject({ story_id: z.string().min(1).max(1_024), event_id: id }).nullable().default(null),
    at: z.int().nonnegative().nullable().default(null),
  }).prefault({}),
});
export type ViewMemory = z.infer<typeof viewMemorySchema>;

/** The same place and panes with nothing open in them: what was looked at may be what a window died of. */
export function withNothingOpen(memory: ViewMemory): ViewMemory {
  return viewMemorySchema.parse({ ...memory, library: {}, timeline: {}, project_id: null });
}

export type FoldedColumn = z.infer<typeof foldedColumn>;
