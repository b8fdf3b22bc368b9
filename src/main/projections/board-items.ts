import type { BoardItem } from '@shared/library/board-answers';
import type { Database, Statement } from 'better-sqlite3';

type Row = Pick<BoardItem, 'kind' | 'id' | 'name' | 'project_id'>;

/** What stands on the boards of all projects by a name of its own, the newest first: to be found without opening one. */
export class BoardItems {
  readonly #items: Statement<[number], Row>;

  constructor(database: Database) {
    this.#items = database.prepare(
      `SELECT kind, id, title AS name, project_id FROM board_records
       WHERE kind IN ('style', 'character', 'concept') AND live = 1 ORDER BY first_sequence DESC, id LIMIT ?`,
    );
  }

  all(limit: number): readonly Row[] {
    return this.#items.all(limit);
  }
}
