import type { ParkedEvent } from '@shared/library/parked-event';
import type { Database } from 'better-sqlite3';

/** Where a service stands: everything up to `sequence`, and some events beyond it, are dealt with. */
export interface Position {
  readonly sequence: number;
  readonly handledBeyond: ReadonlySet<number>;
}

/** Reads where a service stopped; 0 for one that never ran. */
export function positionOf(database: Database, service: string): Position {
  const row = database.prepare<[string], { sequence: number }>('SELECT sequence FROM checkpoints WHERE service = ?').get(service);
  const beyond = database.prepare<[string], { sequence: number }>('SELECT sequence FROM handled WHERE service = ?').all(service);
  return { sequence: row?.sequence ?? 0, handledBeyond: new Set(beyond.map((each) => each.sequence)) };
}

export function parkDeadLetter(database: Database, letter: ParkedEvent): void {
  database
    .prepare<[ParkedEvent]>(
      `INSERT OR REPLACE INTO dead_letters (service, sequence, attempts, reason, parked_at)
       VALUES (@service, @sequence, @attempts, @reason, @parked_at)`,
    )
    .run(letter);
}

/** Forgets a dead letter that was dealt with after all. */
export function forgetDeadLetter(database: Database, service: string, sequence: number): void {
  database.prepare('DELETE FROM dead_letters WHERE service = ? AND sequence = ?').run(service, sequence);
}

/** How many events are parked. */
export function deadLetterCount(database: Database): number {
  return database.prepare<[], number>('SELECT count(*) FROM dead_letters').pluck().get() ?? 0;
}

/** The newest first. */
export function deadLetters(database: Database): ParkedEvent[] {
  return database.prepare<[], ParkedEvent>('SELECT * FROM dead_letters ORDER BY parked_at DESC, sequence DESC').all();
}
