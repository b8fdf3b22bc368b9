/** How many of some pictures have a value. */
export interface ValueCount {
  /** Empty for those that have none. */
  readonly value: string;
  readonly count: number;
}

/** What many pictures have in common, and how they differ. Plain JSON. */
export interface ChosenFacts {
  readonly pictures: number;
  readonly videos: number;
  readonly bytes: number;
  /** The longer side in pixels, of those whose size is known; null when it is of none. */
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Each the most frequent first, a few of many. */
  readonly tools: readonly ValueCount[];
  readonly models: readonly ValueCount[];
  readonly projects: readonly ValueCount[];
  /** From one to five, by stars; 0 for those without. */
  readonly ratings: readonly ValueCount[];
  /** How many have a rating of a person's own. */
  readonly own: number;
}
