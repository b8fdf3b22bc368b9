import { z } from 'zod';

/** Letters of a picture that stands in its link as `data:`. */
export const mostLinkLetters = 70_000_000;

const id = z.string().min(1).max(200);

/** A project on which something was dropped. */
export const projectTarget = z.strictObject({
  project_id: id,
  /** The column of its board on which pictures of the library are to stand; null gives them to the project with their files. */
  column_id: id.nullable(),
  /** Keeps new files for `dry-run/dropped`. */
  preview: z.boolean(),
});
export type ProjectTarget = z.output<typeof projectTarget>;

/** Where files that were dropped go; `preview` keeps them for `dry-run/dropped`. */
export const dropTarget = z.union([z.enum(['inbox', 'source', 'preview']), projectTarget]).default('inbox');
export type DropTarget = z.output<typeof dropTarget>;

/** What a person gives to the window that is no file. */
export const dropCalls = {
  'inbox/add-link': z.strictObject({
    /** By which its progress is told and it can be stopped. */
    id: z.uuid(),
    link: z.string().min(1).max(mostLinkLetters),
    how: z.enum(['typed', 'pasted', 'dropped']),
    /** The project to which it is added; null for none. */
    project_id: id.nullable(),
  }),
  'inbox/stop-link': z.strictObject({ id: z.uuid() }),
} as const satisfies Record<string, z.ZodType>;

/** How far the fetching of a link has come. */
export interface FetchProgress {
  readonly id: string;
  readonly bytes: number;
  /** Null where the server does not say. */
  readonly total: number | null;
}

export interface DropAnswers {
  'inbox/add-link': { readonly name: string };
  'inbox/stop-link': null;
}
