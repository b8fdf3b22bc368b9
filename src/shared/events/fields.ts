import { z } from 'zod';

/** SHA-256 of a file's bytes, 64 lower-case hex digits. A file's identity everywhere in Alice. */
export const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 lower-case hex digits');

/** A whole number of bytes, milliseconds or things: never negative, never fractional. */
export const wholeNumber = z.int().nonnegative();

/** A free-form JSON object. */
export const jsonObject = z.record(z.string(), z.unknown());

/** A calendar day, YYYY-MM-DD. */
export const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD');

export const mediaType = z.enum(['image', 'video']);
export const fileOperation = z.enum(['copy', 'move']);
export const humanOrAssistant = z.enum(['user', 'ai_assistant']);
