import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';

/** A service's proof that it has dealt with an event, recorded in the same transaction as what it published. */
export interface Receipt {
  readonly service: string;
  /** The sequence of the event that was dealt with. */
  readonly handled: number;
  /** Every event up to here has been dealt with. */
  readonly checkpoint: number;
}

/** Where events become durable. The log is one; a test may bring another. */
export interface Recorder {
  /** Records events in order, all or none, and resolves once they would survive a power cut. */
  append(events: readonly AliceEvent[], receipt?: Receipt): Promise<readonly RecordedEvent[]>;
  /** Hears every commit, in log order, right after it became durable. */
  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void;
}
