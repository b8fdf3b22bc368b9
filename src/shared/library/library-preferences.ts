import { z } from 'zod';
import { defaultSort, libraryFilterSchema, librarySortSchema } from './library-filter';

/** A question that was given a name. */
export const savedSearchSchema = z.strictObject({ name: z.string().trim().min(1).max(60), filter: libraryFilterSchema });
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** More are not kept. */
export const mostSavedSearches = 50;

/** How a person looks at the library: kept from one start to the next. */
export const libraryPreferencesSchema = z.strictObject({
  sort: librarySortSchema.default(defaultSort),
  view: z.enum(['grid', 'list']).default('grid'),
  /** A step of the picture size. */
  zoom: z.int().min(0).max(7).default(3),
  saved: z.array(savedSearchSchema).max(mostSavedSearches).default([]),
});
export type LibraryPreferences = z.infer<typeof libraryPreferencesSchema>;
