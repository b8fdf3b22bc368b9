import type { RecordedEvent } from '@shared/events/catalog';
import { afterComparison, firstStanding, type Standing } from '@shared/library/elo';
import type { Database, Statement } from 'better-sqlite3';

/** How pictures fare where people chose between two, and which two that were. */
export const eloTables = `
  CREATE TABLE preferences (
    content_hash TEXT PRIMARY KEY,
    elo          REAL NOT NULL,
    comparisons  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE comparisons (
    sequence    INTEGER PRIMARY KEY,
    winner_hash TEXT NOT NULL,
    loser_hash  TEXT NOT NULL
  ) STRICT;
`;

/** Keeps the tables, and the copy of the number in the index of filed assets. */
export class EloBook {
  readonly #note: Statement<[number, string, string]>;
  readonly #get: Statement<[string], Standing>;
  readonly #put: Statement<[string, number, number]>;
  readonly #show: Statement<[number, number, string]>;

  constructor(database: Database) {
    this.#note = database.prepare('INSERT OR IGNORE INTO comparisons VALUES (?, ?, ?)');
    this.#get = database.prepare('SELECT elo, comparisons FROM preferences WHERE content_hash = ?');
    this.#put = database.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?, ?)');
    this.#show = database.prepare('UPDATE asset_facts SET elo = ?, changed = ? WHERE content_hash = ?');
  }

  follow(event: RecordedEvent): void {
    if (event.event_type !== 'rating.compared') return;
    const { winner_hash, loser_hash, draw } = event.data;
    // A picture beside itself says nothing; an event seen before changes nothing.
    if (winner_hash === loser_hash || this.#note.run(event.sequence, winner_hash, loser_hash).changes === 0) return;
    const [winner, loser] = afterComparison(this.#standing(winner_hash), this.#standing(loser_hash), draw);
    this.#keep(winner_hash, winner, event.sequence);
    this.#keep(loser_hash, loser, event.sequence);
  }

  #standing(hash: string): Standing {
    return this.#get.get(hash) ?? firstStanding;
  }

  #keep(hash: string, { elo, comparisons }: Standing, sequence: number): void {
    this.#put.run(hash, elo, comparisons);
    this.#show.run(elo, sequence, hash);
  }
}
