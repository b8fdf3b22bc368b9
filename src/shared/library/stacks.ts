import type { LibraryCard } from './library-answer';

/**
 * Pictures that look nearly the same, by the distance of their perceptual hashes. A suggestion: nothing is done with them by
 * itself. Pictures of one prompt with other seeds are similar, not duplicates.
 */
export interface Stack {
  /** The least hash of its members: the same as long as that one is in it. */
  readonly id: string;
  /** The best first: by own rating, then score, then pixels, then the size of the file. */
  readonly cards: readonly LibraryCard[];
  /** The greatest distance of one of them to the best, in bits of 64. */
  readonly distance: number;
  /** Whether they were made with one prompt, and with one seed; null when that is not known of all of them. */
  readonly same_prompt: boolean | null;
  readonly same_seed: boolean | null;
}

export interface StacksAnswer {
  /** The newest first, at most {@link stacksShown}. */
  readonly stacks: readonly Stack[];
  /** How many there are. */
  readonly total: number;
  /** Pictures whose perceptual hash is known, and those for which it is still to be made. */
  readonly known: number;
  readonly waiting: number;
}

/** Bits of 64 in which two pictures may differ and still be called nearly the same. */
export const stackDistances = { strict: 2, usual: 6, loose: 10 } as const;
export type StackDistance = keyof typeof stackDistances;

export const stacksShown = 300;

export interface StackWish {
  readonly content_hashes: readonly string[];
  /** Those that are to stay as they are; of a stack of which all are kept, all. */
  readonly kept_hashes: readonly string[];
  readonly decision: 'kept_best' | 'kept_all';
}
