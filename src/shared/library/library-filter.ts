import { z } from 'zod';

/** The ways in which a library is divided; each value can be chosen, and is shown with how many pictures have it. */
export const facetNames = [
  'project', 'tool', 'model', 'lora', 'sampler', 'stars', 'rated_by', 'not_rated', 'issue', 'media', 'month', 'state', 'origin',
] as const;
export type FacetName = (typeof facetNames)[number];

const chosen = z.array(z.string().max(400)).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD');

/**
 * Which pictures are wanted. Values of one facet are alternatives; facets, words and ranges must all hold. Everything may
 * be left out.
 */
export const libraryFilterSchema = z.strictObject({
  /** Words of prompt, negative prompt, model, LoRAs, file name and project; each may be the beginning of a word. */
  words: z.string().max(1_000).optional(),
  project: chosen.optional(),
  tool: chosen.optional(),
  model: chosen.optional(),
  lora: chosen.optional(),
  sampler: chosen.optional(),
  /** `1` … `5`, `0` for those without. */
  stars: chosen.optional(),
  /** `own`, a person's; `measured`, where there is none of a person's. */
  rated_by: chosen.optional(),
  /** Why nothing was measured, as a sentence about all of its kind; see `whyNotRated`. */
  not_rated: chosen.optional(),
  /** What was measured, see `issues`. */
  issue: chosen.optional(),
  /** `image`, `video` */
  media: chosen.optional(),
  /** YYYY-MM */
  month: chosen.optional(),
  /** `present`, `missing` */
  state: chosen.optional(),
  /** `ai`, `camera`, `editor`, `screenshot`, `unknown` */
  origin: chosen.optional(),
  /** Decimal text: seeds do not fit a number. */
  seed: z.string().max(40).optional(),
  made_from: day.optional(),
  made_to: day.optional(),
  /** Pixels of the longer side. */
  longer_side_from: z.int().nonnegative().optional(),
  longer_side_to: z.int().nonnegative().optional(),
  /** BRISQUE, 0 clean … 100 poor. */
  score_from: z.number().optional(),
  score_to: z.number().optional(),
});
export type LibraryFilter = z.infer<typeof libraryFilterSchema>;

export const librarySorts = ['filed', 'made', 'stars', 'score', 'aesthetic', 'preference', 'size', 'pixels', 'name'] as const;
export const librarySortSchema = z.strictObject({ by: z.enum(librarySorts), descending: z.boolean() });
export type LibrarySort = z.infer<typeof librarySortSchema>;

/** Newest first. */
export const defaultSort: LibrarySort = { by: 'filed', descending: true };

/** Where a page ended, so that the next one begins behind it whatever has come in since. */
export const libraryCursorSchema = z.strictObject({ value: z.union([z.string(), z.number()]).nullable(), filed_sequence: z.int() });
export type LibraryCursor = z.infer<typeof libraryCursorSchema>;

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Classes of the longer side in pixels: each begins at its number and ends before the next. */
export const sizeClasses = [0, 1_024, 1_536, 2_048, 4_096] as const;

/** How the wanted pictures are divided: each facet counted as if nothing of itself were chosen, most first. */
export interface LibraryFacets {
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** How many are in each of the size classes, as if no size were asked for. */
  readonly sizes: readonly number[];
}
