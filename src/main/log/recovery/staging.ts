import Database from 'better-sqlite3';
import type { StoredEvent } from '../event-row';
import { fromLine, toLine } from '../ndjson';

export type RecoverySource = 'damaged_log' | 'backup' | 'archive';

/**
 * Where events from several places come together, by sequence and id, before a log is made of them. The first to bring an
 * event wins; another event at the same place is kept, too, to be added behind the last.
 */
export class Staging {
  readonly #database: Database.Database;
  readonly #insert: Database.Statement<[number, string, string]>;
  readonly #isKnown: Database.Statement<[string, string]>;
  readonly #displace: Database.Statement<[string, string]>;
  readonly #sources = new Set<RecoverySource>();

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.pragma('journal_mode = OFF');
    this.#database.pragma('synchronous = OFF');
    this.#database.exec(`
      CREATE TABLE events (sequence INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, line TEXT NOT NULL) STRICT;
      CREATE TABLE displaced (event_id TEXT PRIMARY KEY, line TEXT NOT NULL) STRICT;
      BEGIN;
    `);
    this.#insert = this.#database.prepare('INSERT OR IGNORE INTO events (sequence, event_id, line) VALUES (?, ?, ?)');
    this.#isKnown = this.#database.prepare('SELECT 1 FROM events WHERE event_id = ? UNION ALL SELECT 1 FROM displaced WHERE event_id = ?');
    this.#displace = this.#database.prepare('INSERT OR IGNORE INTO displaced (event_id, line) VALUES (?, ?)');
  }

  /** Hands events of one source in. Says how many were not known yet. */
  from(source: RecoverySource, bring: (take: (event: StoredEvent) => void) => void): number {
    let added = 0;
    bring((event) => {
      const line = toLine(event);
      if (this.#insert.run(event.sequence, event.event_id, line).changes > 0) added += 1;
      else if (this.#isKnown.get(event.event_id, event.event_id) === undefined) {
        this.#displace.run(event.event_id, line);
        added += 1;
      }
    });
    if (added > 0) this.#sources.add(source);
    return added;
  }

  get sources(): RecoverySource[] {
    return [...this.#sources];
  }

  get last(): number {
    return this.#database.prepare<[], number | null>('SELECT max(sequence) FROM events').pluck().get() ?? 0;
  }

  count(upTo: number): number {
    return this.#database.prepare<[number], number>('SELECT count(*) FROM events WHERE sequence <= ?').pluck().get(upTo) ?? 0;
  }

  /** Events behind a place, in order. */
  *after(sequence: number): Iterable<StoredEvent> {
    const lines = this.#database.prepare<[number], string>('SELECT line FROM events WHERE sequence > ? ORDER BY sequence').pluck();
    for (const line of lines.iterate(sequence)) yield fromLine(line);
  }

  sequences(): Iterable<number> {
    return this.#database.prepare<[], number>('SELECT sequence FROM events ORDER BY sequence').pluck().iterate();
  }

  *displaced(): Iterable<StoredEvent> {
    const lines = this.#database.prepare<[], string>('SELECT line FROM displaced ORDER BY event_id').pluck();
    for (const line of lines.iterate()) yield fromLine(line);
  }

  close(): void {
    this.#database.close();
  }
}
