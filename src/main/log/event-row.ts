import { crc32 } from 'node:zlib';
import type { RecordedEvent } from '@shared/events/catalog';
import { upcast } from '@shared/events/upcasters';
import { expand, expandTime, readable } from './compact';

/** What is the same for many events, kept once: see the table `kinds`. */
export interface Kind {
  readonly event_type: string;
  readonly version: string;
  readonly source: string;
  readonly actor: string;
}

/** One event as it is read, in the order of {@link eventColumns}. */
export type EventRow = [
  sequence: number,
  kind: number,
  event_id: string,
  time: number | string,
  correlation_id: string,
  causation_id: string,
  subject: string,
  data: string,
  checksum: number,
];

export const eventColumns = [
  'e.sequence',
  'e.kind',
  readable('e.event_id'),
  'e.time',
  readable('s.correlation_id'),
  // Nothing is read as no text.
  readable('e.causation_id'),
  readable('a.subject'),
  'e.data',
  'e.checksum',
].join(', ');

/** Events with the text of their story and subject. */
export const eventTables = 'events AS e JOIN stories AS s ON s.id = e.story LEFT JOIN subjects AS a ON a.id = e.subject';

/** An event exactly as it was written: payload as text, version not upcast. */
export interface StoredEvent extends Kind {
  readonly sequence: number;
  readonly event_id: string;
  readonly timestamp: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly subject: string | null;
  /** JSON. */
  readonly data: string;
}

export function storedEvent(row: EventRow, kind: Kind): StoredEvent {
  const [sequence, , event_id, time, correlation_id, causation_id, subject, data] = row;
  return {
    sequence,
    event_id: expand(event_id),
    event_type: kind.event_type,
    timestamp: expandTime(time),
    source: kind.source,
    version: kind.version,
    correlation_id: expand(correlation_id),
    causation_id: causation_id === '' ? null : expand(causation_id),
    actor: kind.actor,
    subject: subject === '' ? null : expand(subject),
    data,
  };
}

/** The event of a row in its current version. A type that this program does not know comes back as it was written. */
export function recordedEvent(row: EventRow, kind: Kind): RecordedEvent {
  return currentEvent(storedEvent(row, kind));
}

/** The same for an event that was read from the archive or an export. */
export function currentEvent(stored: StoredEvent): RecordedEvent {
  return upcast({ ...stored, data: JSON.parse(stored.data) as unknown }) as RecordedEvent;
}

/** CRC-32 over everything that a row says, its place included: a flipped bit or a row in another's place shows. */
export function checksumOf(event: StoredEvent): number {
  const { sequence, event_id, event_type, timestamp, source, version, correlation_id, causation_id, actor, subject, data } = event;
  const head = [sequence, event_id, event_type, timestamp, source, version, correlation_id, causation_id ?? '', actor, subject ?? ''];
  return crc32(data, crc32(head.join('\u001f')));
}
