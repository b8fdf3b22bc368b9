import type { RecordedEvent } from '../events/catalog';
import type { BusStats } from '../library/bus-stats';
import type { ParkedEvent } from '../library/parked-event';

/** One service or door on the map: what it is for, what it hears and what it says. */
export interface ServiceOnMap {
  readonly name: string;
  readonly summary: string;
  readonly hears: readonly string[];
  readonly says: readonly string[];
}

/** An event that a service gave up on. */
export interface DeadLetter extends ParkedEvent {
  readonly event: RecordedEvent;
}

/** The event system as it is now. */
export interface SystemOverview {
  readonly stats: BusStats;
  /** In the order of a file's way. */
  readonly services: readonly ServiceOnMap[];
  /** The newest first. */
  readonly dead_letters: readonly DeadLetter[];
}
