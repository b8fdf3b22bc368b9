import type { AssetRecord } from './asset-record';
import type { LibraryFilter } from './library-filter';

/** What is measured beside the score, see the quality service. */
export const measuredIssues = ['blur', 'noise', 'blockiness', 'clipping', 'low_resolution'] as const;

/** Why nothing was measured of a picture, in words that are the same for all pictures of its kind; null when something was. */
export function whyNotRated({ brisque, not_rated }: Pick<AssetRecord, 'brisque' | 'not_rated'>): string | null {
  if (brisque !== null) return null;
  return (not_rated ?? 'Not measured yet.').replace(/^The picture is [\d., ]+ × [\d., ]+;/, 'The picture is too small;');
}

/** Width of a bar of the distribution, in points of BRISQUE (0 clean … 100 poor); there are fifty. */
export const scoreBinWidth = 2;
/** The same for the small distributions of the divisions; there are twenty. */
export const smallBinWidth = 5;

/** Where the scores of some pictures lie; BRISQUE, lower is better. */
export interface Quartiles {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
}

/** The scores of all pictures with one tool, model or project. */
export interface ScoreDivision extends Quartiles {
  readonly value: string;
  readonly count: number;
  /** Pictures per {@link smallBinWidth}. */
  readonly bins: readonly number[];
}

/** The scores of all pictures that were made in a span of time. */
export interface ScoreSpan extends Quartiles {
  /** Its first and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** How technical quality lies in a library, or in the part of it that a filter wants. */
export interface QualityOverview {
  readonly sequence: number;
  readonly filter: LibraryFilter;
  /** Filed files that are wanted; those with a score; those with a person's own rating. */
  readonly total: number;
  readonly rated: number;
  readonly own: number;
  /** Why the others have none, by the sentence that stands with them, most first. */
  readonly not_rated: readonly { readonly reason: string; readonly count: number }[];
  /** Pictures per {@link scoreBinWidth}; the last bar holds 100 too. */
  readonly bins: readonly number[];
  /** Null while nothing is rated. */
  readonly spread: (Quartiles & { readonly p5: number; readonly p95: number }) | null;
  /** Ratings that hold, of one star to five. */
  readonly stars: readonly [number, number, number, number, number];
  /** The twelve with most pictures each. */
  readonly by_tool: readonly ScoreDivision[];
  readonly by_model: readonly ScoreDivision[];
  readonly by_project: readonly ScoreDivision[];
  /** By the day they were made, oldest first: days, weeks, months or years, so that there are sixty at most. */
  readonly over_time: readonly ScoreSpan[];
  /** What was measured, most first. */
  readonly issues: readonly { readonly issue: string; readonly count: number }[];
}
