import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';

/** One row of the events table, columns in table order. */
export interface EventRow {
  readonly sequence: number;
  readonly event_id: string;
  readonly event_type: string;
  readonly timestamp: string;
  readonly source: string;
  readonly version: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly actor: string;
  readonly subject: string | null;
  readonly data: string;
}

export const columns =
  'sequence, event_id, event_type, timestamp, source, version, correlation_id, causation_id, actor, subject, data';

/** The event of a row. A type that this version does not know comes back as it was written. */
export function fromRow(row: EventRow): RecordedEvent {
  return { ...row, data: JSON.parse(row.data) as unknown } as RecordedEvent;
}

/** The row of an event, but for its place. @throws when the payload cannot be written as JSON. */
export function toRow(event: AliceEvent): Omit<EventRow, 'sequence'> {
  return { ...event, data: JSON.stringify(event.data) };
}
