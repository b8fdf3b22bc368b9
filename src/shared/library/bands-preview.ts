import type { RatingBands, Stars } from './rating';

/** The limits between the stars as they are, and whether a changed rating moves its file. */
export interface BandsNow {
  readonly bands: RatingBands;
  /** Whether files follow their rating into its folder. */
  readonly refile: boolean;
}

/** What would become of one picture. */
export interface BandsExample {
  readonly content_hash: string;
  readonly file_name: string;
  readonly brisque: number;
  readonly from: Stars;
  readonly to: Stars;
  /** Where it lies, and where it would, below the organized folder; null when it would stay. */
  readonly from_folder: string;
  readonly to_folder: string | null;
}

/** What moved limits would change, before anything is. */
export interface BandsPreview {
  readonly bands: RatingBands;
  readonly previous_bands: RatingBands;
  /** Measured ratings in the library. */
  readonly rated: number;
  /** How many of them become others. */
  readonly changed: number;
  /** How many of those are covered by a rating of a person's own, which holds. */
  readonly covered: number;
  /** Measured ratings of one star to five, as they are and as they would be. */
  readonly before: readonly [number, number, number, number, number];
  readonly after: readonly [number, number, number, number, number];
  /** How many go from one rating to another, most first. */
  readonly changes: readonly { readonly from: Stars; readonly to: Stars; readonly count: number }[];
  /** Files that would be moved to another folder; none while files do not follow their rating. */
  readonly files_moved: number;
  /** At most {@link examplesShown} of the pictures that would change. */
  readonly examples: readonly BandsExample[];
}

export const examplesShown = 50;
