import { z } from 'zod';
import { type ViewMemory, viewMemorySchema } from '../library/view-memory';

/** What was left open: asked for before anything is drawn, and kept without an event. */
export const viewCalls = {
  'view/memory': z.strictObject({}),
  'view/keep': viewMemorySchema,
} as const satisfies Record<string, z.ZodType>;

export interface ViewAnswers {
  'view/memory': ViewMemory;
  'view/keep': null;
}
