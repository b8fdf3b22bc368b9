import type { Database, Statement } from 'better-sqlite3';

/** A filed picture that was compared. */
export interface ComparedPicture {
  readonly id: number;
  readonly content_hash: string;
  readonly elo: number;
  readonly comparisons: number;
}

/** How filed pictures fare where people chose between two. */
export class EloStandings {
  readonly #compared: Statement<[], ComparedPicture>;
  readonly #pairs: Statement<[], [number, number]>;
  readonly #hash: Statement<[number], string>;

  constructor(database: Database) {
    this.#compared = database.prepare(
      `SELECT id, content_hash, p.elo, p.comparisons FROM preferences AS p JOIN asset_facts USING (content_hash) ORDER BY p.elo DESC, p.comparisons DESC, id`,
    );
    this.#pairs = database.prepare<[], [number, number]>(
      `SELECT w.id, l.id FROM comparisons
       JOIN asset_facts AS w ON w.content_hash = winner_hash JOIN asset_facts AS l ON l.content_hash = loser_hash`,
    ).raw();
    this.#hash = database.prepare<[number], string>('SELECT content_hash FROM asset_facts WHERE id = ?').pluck();
  }

  /** The preferred first. */
  compared(): ComparedPicture[] {
    return this.#compared.all();
  }

  /** Who was compared with whom, as often as it was. */
  pairs(): [number, number][] {
    return this.#pairs.all();
  }

  hashOf(id: number): string | null {
    return this.#hash.get(id) ?? null;
  }
}
