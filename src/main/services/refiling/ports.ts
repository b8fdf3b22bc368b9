import type { EventData, RecordedEvent } from '@shared/events/catalog';

/** Where a file lies, and the words of the folder where it is to lie. */
export type Place = Omit<EventData<'asset.refile_requested'>, 'content_hash' | 'reason'>;

/** What the refiling service asks of the library and the log. */
export interface Refiling {
  /**
   * Where a file belongs by the rating that holds now. Null when it lies there, when it is missing, when it lies where a person
   * put it, and while files do not follow their ratings.
   */
  readonly belongsAt: (contentHash: string) => Place | null;
  /** What was asked and answered about moving a file to where it belongs, oldest first. */
  readonly refilingsOf: (contentHash: string) => readonly RecordedEvent[];
}
