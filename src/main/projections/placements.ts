import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';

/**
 * Where Alice put each filed file last, in the words that its folders stand for, and where it lies now. What lay in the
 * organized folder before Alice knew it has no row.
 */
export const placementTables = `
  CREATE TABLE placements (
    content_hash   TEXT PRIMARY KEY,
    path           TEXT NOT NULL,
    date_folder    TEXT NOT NULL,
    project_name   TEXT NOT NULL,
    source_type    TEXT NOT NULL,
    quality_folder TEXT
  ) STRICT, WITHOUT ROWID;
`;

export interface Placement {
  /** Where it lies now. */
  readonly path: string;
  readonly date_folder: string;
  readonly project_name: string;
  readonly source_type: string;
  readonly quality_folder: string | null;
}

type Row = Placement & { readonly content_hash: string };

const words = 'path = @path, date_folder = @date_folder, project_name = @project_name, source_type = @source_type, quality_folder = @quality_folder';

/** Keeps the placements beside the assets. */
export class Placements {
  readonly #put: Statement<[Row]>;
  readonly #change: Statement<[Row]>;
  readonly #move: Statement<[string, string]>;
  readonly #drop: Statement<[string]>;

  constructor(database: Database) {
    const columns = 'content_hash, path, date_folder, project_name, source_type, quality_folder';
    this.#put = database.prepare(
      `INSERT INTO placements (${columns}) VALUES (@content_hash, @path, @date_folder, @project_name, @source_type, @quality_folder)
       ON CONFLICT (content_hash) DO UPDATE SET ${words}`,
    );
    this.#change = database.prepare(`UPDATE placements SET ${words} WHERE content_hash = @content_hash`);
    this.#move = database.prepare('UPDATE placements SET path = ? WHERE content_hash = ?');
    this.#drop = database.prepare('DELETE FROM placements WHERE content_hash = ?');
  }

  follow(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'asset.organized':
        this.#put.run(rowOf(event.data, event.data.destination_path));
        return;
      case 'asset.refiled':
        // What was there before Alice stays so, wherever it is moved.
        this.#change.run(rowOf(event.data, event.data.to_path));
        return;
      case 'asset.moved':
        this.#move.run(event.data.to_path, event.data.content_hash);
        return;
      case 'asset.returned':
        this.#move.run(event.data.file_path, event.data.content_hash);
        return;
      case 'asset.adopted':
      case 'asset.unfiled':
        this.#drop.run(event.data.content_hash);
        return;
      default:
    }
  }
}

function rowOf({ content_hash, date_folder, project_name, source_type, quality_folder }: Omit<Row, 'path'>, path: string): Row {
  return { content_hash, path, date_folder, project_name, source_type, quality_folder };
}
