import type { EventData, RecordedEvent } from '@shared/events/catalog';
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

/** Where a file lies, and the words of the folder where it is to lie. */
export type Place = Omit<EventData<'asset.refile_requested'>, 'content_hash' | 'reason'>;

/** What the ratings service asks of the library and the log. */
export interface Ratings {
  readonly bands: () => BandsNow;
  /** Every filed picture that was measured. */
  readonly measured: () => readonly MeasuredPicture[];
  /** The same of one; null when it is not filed or was not measured. */
  readonly measuredOf: (contentHash: string) => MeasuredPicture | null;
  /**
   * Where a file belongs by the rating that holds now. Null when it lies there, when it is missing, when it lies where a person
   * put it, and while files do not follow their ratings.
   */
  readonly belongsAt: (contentHash: string) => Place | null;
  /** What was asked and answered about moving a file to where it belongs, oldest first. */
  readonly refilingsOf: (contentHash: string) => readonly RecordedEvent[];
}
