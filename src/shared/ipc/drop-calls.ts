import { z } from 'zod';

/** Letters of a picture that stands in its link as `data:`. */
export const mostLinkLetters = 70_000_000;

/** What a person gives to the window that is no file. */
export const dropCalls = {
  'inbox/add-link': z.strictObject({ link: z.string().min(1).max(mostLinkLetters), how: z.enum(['typed', 'pasted', 'dropped']) }),
} as const satisfies Record<string, z.ZodType>;

export interface DropAnswers {
  'inbox/add-link': { readonly name: string };
}
