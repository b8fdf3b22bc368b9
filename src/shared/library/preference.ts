/** How a picture fares where people chose between two. */
export interface Preference {
  readonly content_hash: string;
  /** Elo: 1500 to begin with, 400 more is ten to one. */
  readonly elo: number;
  readonly comparisons: number;
}

/** Elo of a picture that was never compared. */
export const firstElo = 1_500;

/** Two pictures to choose between next, and how all that are wanted rank by now. */
export interface NextPair {
  /** In the order in which they are to be shown; null when there are fewer than two. */
  readonly pair: readonly [string, string] | null;
  /** The preferred first; at most {@link rankingShown} of those that were compared at least once. */
  readonly ranking: readonly Preference[];
  /** Comparisons among the wanted so far, and about how many make a ranking of them that holds. */
  readonly done: number;
  readonly enough: number;
}

export const rankingShown = 100;
