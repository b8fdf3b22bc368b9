import type { PictureOnBoard } from '@shared/library/board-answers';
import { columnFor, columnsOf, homeOfAssets } from '@shared/library/board-standing';
import type { Database, Statement } from 'better-sqlite3';
import { BoardTables } from './board-records-table';

interface PlaceRow {
  readonly project_id: string;
  readonly own: number;
  /** Null where nobody has put it to a place. */
  readonly column_id: string | null;
  readonly guest: number | null;
  readonly off: number | null;
}

/** On which boards a picture stands. */
export class BoardWhereabouts {
  readonly #tables: BoardTables;
  readonly #places: Statement<[string, string], PlaceRow>;

  constructor(database: Database) {
    this.#tables = new BoardTables(database);
    this.#places = database.prepare(
      `SELECT r.project_id, n.name IS NOT NULL AS own, p.column_id, p.guest, p.off
       FROM assets AS a CROSS JOIN board_records AS r
       LEFT JOIN board_names AS n ON n.name = a.project AND n.project_id = r.project_id
       LEFT JOIN board_places AS p ON p.project_id = r.project_id AND p.kind = 'asset' AND p.id = ?
       WHERE a.content_hash = ? AND a.filed_sequence IS NOT NULL AND r.kind = 'project'`,
    );
  }

  /** That of its own project first, then by name. */
  of(contentHash: string): PictureOnBoard[] {
    const found = this.#places.all(contentHash, contentHash).flatMap(({ project_id, own, column_id, guest, off }): PictureOnBoard[] => {
      const isThere = column_id === null ? own === 1 : off === 0 && (guest === 1 || own === 1);
      const project = isThere ? this.#tables.get(project_id, 'project', project_id) : undefined;
      if (project === undefined) return [];
      const column = columnFor(project, column_id ?? homeOfAssets, homeOfAssets);
      const column_name = columnsOf(project).find(({ id }) => id === column)?.name ?? '';
      return [{ project_id, project_name: project.name, column_id: column, column_name, guest: own === 0 }];
    });
    return found.sort((one, other) => Number(one.guest) - Number(other.guest) || one.project_name.localeCompare(other.project_name, 'en'));
  }
}
