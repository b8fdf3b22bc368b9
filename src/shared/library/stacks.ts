import type { LibraryCard } from './library-answer';

/**
 * Pictures that look nearly the same, by the distance of their perceptual hashes. A suggestion: nothing is done with them by
 * itself. Pictures of one prompt with other seeds are similar, not duplicates.
 */
export interface Stack {
  /** The hash of its first member by name: the same as long as that one is in it. */
  readonly id: string;
  /** The best first: by own rating, then score, then pixels. */
  readonly cards: readonly LibraryCard[];
  /** The greatest distance between two neighbours in it, in bits of 64. */
  readonly distance: number;
}

export interface StacksAnswer {
  readonly stacks: readonly Stack[];
  /** Pictures whose perceptual hash is known, and those for which it is still to be made. */
  readonly known: number;
  readonly waiting: number;
}

/** Bits of 64 in which two pictures may differ and still be called nearly the same. */
export const stackDistances = { strict: 2, usual: 6, loose: 10 } as const;
export type StackDistance = keyof typeof stackDistances;
