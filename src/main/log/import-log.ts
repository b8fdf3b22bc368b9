import { isEventType, parseEvent } from '@shared/events/catalog';
import type { Database } from 'better-sqlite3';
import { currentEvent, type StoredEvent } from './event-row';
import { EventWriter } from './event-writer';
import { gapsIn } from './gaps';
import { LogReader } from './log-reader';
import { fromLine } from './ndjson';

/** A log that cannot be imported; the message names the line and the reason. Nothing was written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * Reads an exported log into an empty one, all or nothing, and keeps every sequence, id and payload as it is. Events of a
 * type that this version does not know are kept verbatim. Resolves with the number of events. @throws ImportError
 */
export async function importLog(database: Database, lines: AsyncIterable<string>): Promise<number> {
  if (new LogReader(database).lastSequence > 0) {
    throw new ImportError('The event log is not empty. Import into a data folder of its own with --data.');
  }
  const writer = new EventWriter(database);
  let number = 0;
  let place = 0;
  let lost = 0;
  const sequences: number[] = [];
  database.exec('BEGIN IMMEDIATE');
  try {
    for await (const line of lines) {
      if (line === '') continue;
      number += 1;
      const event = checked(line, number, place);
      place = event.sequence;
      sequences.push(place);
      if (event.event_type === 'log.recovered') lost += lostEvents(event);
      if (!writer.write(event)) throw new ImportError(`Line ${number} repeats the id of an earlier event.`);
    }
    const gaps = gapsIn(sequences, place);
    // A gap is in order only where the log itself says that events were lost.
    if (gaps.size > lost) throw new ImportError(`${gaps.size - lost} events are missing; the first is event ${firstMissing(sequences)}.`);
    gaps.note(database);
    database.exec('COMMIT');
    return number;
  } catch (failure) {
    database.exec('ROLLBACK');
    throw failure;
  }
}

function firstMissing(sequences: readonly number[]): number {
  return sequences.findIndex((sequence, i) => sequence !== i + 1) + 1;
}

function lostEvents({ data }: StoredEvent): number {
  const { lost_events } = JSON.parse(data) as { lost_events?: unknown };
  return typeof lost_events === 'number' ? lost_events : 0;
}

function checked(line: string, number: number, before: number): StoredEvent {
  try {
    const event = fromLine(line);
    if (event.sequence <= before) throw new Error(`It has sequence ${event.sequence} where ${before + 1} must follow.`);
    if (isEventType(event.event_type)) {
      const { sequence: _place, ...current } = currentEvent(event);
      parseEvent(current);
    }
    return event;
  } catch (error) {
    throw new ImportError(`Line ${number} cannot be imported. ${error instanceof Error ? error.message : String(error)}`);
  }
}
