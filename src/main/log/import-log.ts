import { isEventType, parseEvent } from '@shared/events/catalog';
import type { Database } from 'better-sqlite3';
import { currentEvent, type StoredEvent } from './event-row';
import { EventWriter } from './event-writer';
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
  database.exec('BEGIN IMMEDIATE');
  try {
    for await (const line of lines) {
      if (line === '') continue;
      number += 1;
      if (!writer.write(checked(line, number))) throw new ImportError(`Line ${number} repeats the id of an earlier event.`);
    }
    database.exec('COMMIT');
    return number;
  } catch (failure) {
    database.exec('ROLLBACK');
    throw failure;
  }
}

function checked(line: string, number: number): StoredEvent {
  try {
    const event = fromLine(line);
    if (event.sequence !== number) throw new Error(`It has sequence ${event.sequence} where ${number} must follow.`);
    if (isEventType(event.event_type)) {
      const { sequence: _place, ...current } = currentEvent(event);
      parseEvent(current);
    }
    return event;
  } catch (error) {
    throw new ImportError(`Line ${number} cannot be imported. ${error instanceof Error ? error.message : String(error)}`);
  }
}
