import type { RecordedEvent } from '@shared/events/catalog';
import type { RatingBands } from '@shared/library/rating';

/** What the undo service wants to know of the log. */
export interface OperationLog {
  /** The event at a place; null when there is none. */
  at(sequence: number): RecordedEvent | null;
  /** Every event about one asset, oldest first. */
  about(contentHash: string): readonly RecordedEvent[];
  /** Where Alice put files, and what people decided, behind a place, oldest first, a page at a time. */
  operationsAfter(sequence: number, limit: number): readonly RecordedEvent[];
  /** All that came of an undo. */
  ofUndo(undoId: string): readonly RecordedEvent[];
  /** Every change of the limits between the stars, oldest first. */
  bandsChanges(): readonly RecordedEvent[];
  /** Every decision about a stack, oldest first. */
  stackDecisions(): readonly RecordedEvent[];
  /** How many measured ratings other limits would change. */
  changedBy(bands: RatingBands): number;
}
