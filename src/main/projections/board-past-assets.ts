import type { Place } from '@shared/library/board';
import type { AssetCards } from '@shared/library/board-pages';
import { compare } from '@shared/library/board-standing';
import type { Database, Statement } from 'better-sqlite3';
import { newestOf } from './board-assets';

interface Bound {
  readonly name: string;
  readonly at: number;
}

const thereAt = 'from_sequence <= @at AND (until_sequence IS NULL OR until_sequence > @at)';

/** The pictures of boards as they were at a moment: which were filed then, and where they had been put. */
export class PastBoardAssets {
  readonly #names: Statement<[string, number], string>;
  readonly #stay: Statement<[{ hash: string; at: number }], string>;
  readonly #count: Statement<[Bound], number>;
  readonly #unplaced: Statement<[Bound & { upTo: number }], { id: string; filed_sequence: number }>;

  constructor(database: Database) {
    this.#names = database.prepare<[string, number], string>('SELECT name FROM board_names WHERE project_id = ? AND sequence <= ?').pluck();
    this.#stay = database.prepare<[{ hash: string; at: number }], string>(
      `SELECT project FROM board_stays WHERE content_hash = @hash AND ${thereAt}`,
    ).pluck();
    this.#count = database.prepare<[Bound], number>(`SELECT count(*) FROM board_stays WHERE project = @name AND ${thereAt}`).pluck();
    this.#unplaced = database.prepare(
      `SELECT content_hash AS id, filed_sequence FROM board_stays
       WHERE project = @name AND filed_sequence <= @upTo AND ${thereAt} ORDER BY filed_sequence DESC`,
    );
  }

  members(projectId: string, at: number): number {
    return this.#names.all(projectId, at).reduce((sum, name) => sum + (this.#count.get({ name, at }) ?? 0), 0);
  }

  /** The same as it is of the present, from the places that pictures had been given by then. */
  of(projectId: string, at: number, places: ReadonlyMap<string, Place>): AssetCards {
    const names = this.#names.all(projectId, at);
    const standing = [...places].flatMap(([id, place]) => {
      const project = this.#stay.get({ hash: id, at });
      const member = project !== undefined && names.includes(project);
      return project === undefined ? [] : [{ id, place, member }];
    });
    const placed = standing.filter(({ place, member }) => !place.off && (place.guest || member)).map(({ id, place }) => ({ id, ...place }));
    placed.sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id));
    const placedCounts = new Map<string, number>();
    for (const { column_id } of placed) placedCounts.set(column_id, (placedCounts.get(column_id) ?? 0) + 1);
    return {
      placedCounts,
      unplacedCount: this.members(projectId, at) - standing.filter(({ member }) => member).length,
      placed: (column, after, limit) =>
        placed
          .filter(({ id, rank, column_id }) => column_id === column && (compare(rank, after.rank) || compare(id, after.id)) > 0)
          .slice(0, limit)
          .map(({ id, rank }) => ({ id, rank })),
      unplaced: (upTo, limit) => newestOf(names.map((name) => this.#unplacedUnder({ name, at, upTo }, places, limit)), limit),
    };
  }

  #unplacedUnder(bound: Bound & { upTo: number }, places: ReadonlyMap<string, Place>, limit: number) {
    const found: { id: string; filed_sequence: number }[] = [];
    for (const row of this.#unplaced.iterate(bound)) {
      if (found.length >= limit) break;
      if (!places.has(row.id)) found.push(row);
    }
    return found;
  }
}
