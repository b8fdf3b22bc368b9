import type { AssetRecord } from './asset-record';
import type { LibraryFacets } from './library-filter';
import type { ThumbHash } from './thumb-hash';

/** Pictures that belong together in the order of an answer: those of a day, or those with as many stars. */
export interface LibraryGroup {
  /** A day as the number of days since 1970, or stars; null when the order has no groups or the value is not known. */
  readonly key: number | null;
  readonly count: number;
}

/**
 * All pictures that are wanted, in order, small enough to be held for a library of any size: what a list of the right
 * length needs. What is shown of each is asked for when it comes near, see {@link LibraryCard}.
 */
export interface LibraryAnswer {
  /** The last event that is known of. */
  readonly sequence: number;
  /** Filed pictures, wanted or not. */
  readonly total: number;
  /** A number for each picture; it is never given to another. */
  readonly ids: Uint32Array;
  /** The width of each for a height of 100. */
  readonly ratios: Uint16Array;
  readonly groups: readonly LibraryGroup[];
  readonly facets: LibraryFacets;
}

/** What a list shows of a picture. */
export interface LibraryCard {
  readonly id: number;
  readonly content_hash: string;
  readonly file_name: string;
  readonly project: string;
  readonly source: string;
  readonly model: string | null;
  readonly media_type: AssetRecord['media_type'];
  readonly missing: AssetRecord['missing'];
  readonly stars: AssetRecord['stars'];
  readonly brisque: number | null;
  readonly aesthetic: number | null;
  /** Elo of comparisons; null when it was never compared. */
  readonly elo: number | null;
  /** Whether the stars are a person's own. */
  readonly own: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly file_size: number;
  readonly made_on: string | null;
  readonly filed_at: string | null;
  /** What stands for it while its thumbnail loads, once that is known. */
  readonly thumb_hash?: ThumbHash;
}
