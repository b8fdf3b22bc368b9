import type { AssetCards } from '@shared/library/board-pages';
import { compare } from '@shared/library/board-standing';
import type { Database, Statement } from 'better-sqlite3';

interface PlacedRow {
  readonly id: string;
  readonly rank: string;
}

interface FiledRow {
  readonly id: string;
  readonly filed_sequence: number;
}

/** A placed picture counts while it is filed, and is of the project or its guest. */
const placed = `FROM board_places AS p JOIN board_stays AS s ON s.content_hash = p.id AND s.until_sequence IS NULL
  WHERE p.project_id = @project AND p.kind = 'asset' AND p.off = 0
    AND (p.guest = 1 OR s.project IN (SELECT name FROM board_names WHERE project_id = @project))`;

/** The pictures of boards as they are now, straight from the tables. */
export class BoardAssets {
  readonly #counts: Statement<[{ project: string }], { column_id: string; n: number }>;
  readonly #members: Statement<[string], number>;
  readonly #known: Statement<[{ project: string }], number>;
  readonly #placed: Statement<[{ project: string; column: string; rank: string; id: string; limit: number }], PlacedRow>;
  readonly #unplaced: Statement<[{ project: string; name: string; upTo: number; limit: number }], FiledRow>;
  readonly #names: Statement<[string], string>;

  constructor(database: Database) {
    this.#counts = database.prepare(`SELECT p.column_id, count(*) AS n ${placed} GROUP BY p.column_id`);
    this.#members = database.prepare<[string], number>(
      'SELECT coalesce(sum(assets), 0) FROM board_folders WHERE name IN (SELECT name FROM board_names WHERE project_id = ?)',
    ).pluck();
    this.#known = database.prepare<[{ project: string }], number>(
      `SELECT count(*) FROM board_places AS p JOIN board_stays AS s ON s.content_hash = p.id AND s.until_sequence IS NULL
       WHERE p.project_id = @project AND p.kind = 'asset' AND s.project IN (SELECT name FROM board_names WHERE project_id = @project)`,
    ).pluck();
    this.#placed = database.prepare(
      `SELECT p.id, p.rank ${placed} AND p.column_id = @column AND (p.rank, p.id) > (@rank, @id) ORDER BY p.rank, p.id LIMIT @limit`,
    );
    this.#unplaced = database.prepare(
      `SELECT s.content_hash AS id, s.filed_sequence FROM board_stays AS s
       WHERE s.project = @name AND s.filed_sequence <= @upTo AND s.until_sequence IS NULL
         AND NOT EXISTS (SELECT 1 FROM board_places AS p WHERE p.project_id = @project AND p.kind = 'asset' AND p.id = s.content_hash)
       ORDER BY s.filed_sequence DESC LIMIT @limit`,
    );
    this.#names = database.prepare<[string], string>('SELECT name FROM board_names WHERE project_id = ?').pluck();
  }

  /** How many filed pictures belong to a project. */
  members(projectId: string): number {
    return this.#members.get(projectId) ?? 0;
  }

  of(project: string): AssetCards {
    const names = this.#names.all(project);
    return {
      placedCounts: new Map(this.#counts.all({ project }).map(({ column_id, n }) => [column_id, n])),
      unplacedCount: this.members(project) - (this.#known.get({ project }) ?? 0),
      placed: (column, { rank, id }, limit) => this.#placed.all({ project, column, rank, id, limit }),
      unplaced: (upTo, limit) => newestOf(names.map((name) => this.#unplaced.all({ project, name, upTo, limit })), limit),
    };
  }
}

/** The newest of several lists, together. */
export function newestOf(lists: readonly (readonly FiledRow[])[], limit: number): readonly FiledRow[] {
  const [one = [], ...others] = lists;
  if (others.length === 0) return one;
  return lists.flat().sort((a, b) => b.filed_sequence - a.filed_sequence || compare(a.id, b.id)).slice(0, limit);
}
