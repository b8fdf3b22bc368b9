import { z } from 'zod';
import type { BoardPlaced } from '../library/board-answers';
import type { ChosenFacts } from '../library/chosen-facts';

/** Pictures of the library by number. */
const ids = z.array(z.int().positive()).min(1).max(100_000);
const id = z.string().min(1).max(200);

/** What the window asks of many pictures at once. Those that are filed no more are left out. */
export const chosenCalls = {
  'chosen/facts': z.strictObject({ ids }),
  /** 0 takes the own rating away. */
  'chosen/rate': z.strictObject({ ids, stars: z.int().min(0).max(5) }),
  'chosen/assign': z.strictObject({
    ids,
    project_id: id,
    /** Null leaves them where pictures begin. */
    column_id: id.nullable(),
    /** Whether their files move to the project's folder. If not, they stand on its board as guests. */
    move_files: z.boolean(),
  }),
  'chosen/prompts': z.strictObject({ ids: z.array(z.int().positive()).min(1).max(1_000) }),
  'chosen/filings': z.strictObject({ ids }),
} as const satisfies Record<string, z.ZodType>;

export interface ChosenAnswers {
  'chosen/facts': ChosenFacts;
  /** `entry` is what was done as an entry of the history; null when nothing had to be. */
  'chosen/rate': { readonly changed: number; readonly entry: string | null };
  'chosen/assign': BoardPlaced;
  /** The prompts, one below the other, and how many pictures have one. */
  'chosen/prompts': { readonly text: string; readonly pictures: number };
  /** What Alice did with their files and has not been undone, by sequence. */
  'chosen/filings': readonly number[];
}
