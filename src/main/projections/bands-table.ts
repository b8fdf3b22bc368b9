import type { RecordedEvent } from '@shared/events/catalog';
import type { RatingBands } from '@shared/library/rating';
import type { Database, Statement } from 'better-sqlite3';

/** The limits between the stars that hold, kept beside the library: the event that set them may lie in the archive. */
export const bandsTable = `
  CREATE TABLE rating_bands (id INTEGER PRIMARY KEY CHECK (id = 1), change_id TEXT NOT NULL, bands TEXT NOT NULL) STRICT;
`;

/** Limits between the stars that a person set. */
export interface BandsSet {
  readonly change_id: string;
  readonly bands: RatingBands;
}

/** What a person set last; null while the limits are those that Alice came with. */
export function bandsIn(database: Database): BandsSet | null {
  const row = database.prepare<[], { change_id: string; bands: string }>('SELECT change_id, bands FROM rating_bands').get();
  return row === undefined ? null : { change_id: row.change_id, bands: JSON.parse(row.bands) as RatingBands };
}

/** Keeps the table. */
export class BandsWriter {
  readonly #put: Statement<[string, string]>;

  constructor(database: Database) {
    this.#put = database.prepare('INSERT OR REPLACE INTO rating_bands VALUES (1, ?, ?)');
  }

  follow(event: RecordedEvent): void {
    if (event.event_type === 'rating.bands_changed') this.#put.run(event.data.change_id, JSON.stringify(event.data.bands));
  }
}
