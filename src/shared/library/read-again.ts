import { z } from 'zod';

/** Which organized files are to be read anew: all of them, or those for which everything that is named holds. */
export const readAgainWishSchema = z.strictObject({
  project: z.string().min(1).optional(),
  /** The slug of a tool; files that are known to be of it now. */
  tool: z.string().min(1).optional(),
  only_unknown: z.boolean().optional(),
  /** Filed on this day (UTC) or later, YYYY-MM-DD. */
  since: z.iso.date().optional(),
  /** Those as well that the same reader has read already. */
  all: z.boolean().optional(),
});
export type ReadAgainWish = z.infer<typeof readAgainWishSchema>;

/** A file that could not be read anew, and why. */
export interface ReadAgainTrouble {
  readonly path: string;
  readonly message: string;
}

/** How far the reading has come. Every file that is done is in exactly one of the four counts behind `done`. */
export interface ReadAgainProgress {
  readonly total: number;
  readonly done: number;
  /** Something else was found than what was known, and that was said. */
  readonly changed: number;
  readonly same: number;
  /** Not where they were filed, or other bytes lie there. */
  readonly missing: number;
  readonly failed: number;
  readonly files_per_second: number;
}

export interface ReadAgainReport extends ReadAgainProgress {
  /** Left out, because this reader has read them before. */
  readonly read_before: number;
  /** True when it was stopped before the end; it goes on from there. */
  readonly stopped: boolean;
  /** Files that would now be filed elsewhere. */
  readonly elsewhere: number;
  /** The first of the files that are missing or failed. */
  readonly troubles: readonly ReadAgainTrouble[];
}

/** What came of moving files to where they belong. */
export interface RefileReport {
  readonly refiled: number;
  readonly refused: readonly ReadAgainTrouble[];
}
