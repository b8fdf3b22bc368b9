import type { RatingBands, Stars } from '@shared/library/rating';

/** The limits between the stars that hold. */
export interface BandsNow {
  readonly bands: RatingBands;
  /** The change that made them so; null while nobody has changed them. */
  readonly change_id: string | null;
}

/** The score of a picture, and the stars that it stands for as far as the log says. */
export interface MeasuredPicture {
  readonly content_hash: string;
  readonly brisque: number;
  readonly measured: Stars;
}

/** What the ratings service asks of the library. */
export interface Ratings {
  readonly bands: () => BandsNow;
  /** Every filed picture that was measured. */
  readonly measured: () => readonly MeasuredPicture[];
  /** The same of one; null when it is not filed or was not measured. */
  readonly measuredOf: (contentHash: string) => MeasuredPicture | null;
}
