import { z } from 'zod';

/** One to three presses in a row, as tinykeys writes them. */
export const keyBinding = z.string().min(1).max(60).regex(/^\S+( \S+){0,2}$/);

/** The keys that a person chose, by command: none, or a few. */
export const ownKeys = z.record(z.string().min(1).max(60), z.array(keyBinding).max(4)).refine((keys) => Object.keys(keys).length <= 500);

export type OwnKeys = z.output<typeof ownKeys>;
