import type { RecordedEvent } from '@shared/events/catalog';
import type { BoardRecords, CardRef, Place, RecordKind } from '@shared/library/board';
import type { BoardStore, ThingRef } from '@shared/library/board-fold';
import { standingOf } from '@shared/library/board-standing';
import type { Database, Statement } from 'better-sqlite3';

interface RecordRow {
  readonly project_id: string;
  readonly kind: string;
  readonly id: string;
  readonly live: number;
  readonly home: string;
  readonly title: string;
  readonly first_sequence: number;
  readonly record: string;
}

interface PlaceRow {
  readonly column_id: string;
  readonly rank: string;
  readonly guest: number;
  readonly off: number;
}

/** The records of all boards as tables. */
export class BoardTables implements BoardStore {
  readonly #get: Statement<[string, string, string], string>;
  readonly #put: Statement<[RecordRow]>;
  readonly #place: Statement<[string, string, string], PlaceRow>;
  readonly #putPlace: Statement<[PlaceRow & { project_id: string; kind: string; id: string }]>;
  readonly #drop: Statement<[string, string, string]>;
  readonly #dropPlace: Statement<[string, string, string]>;
  readonly #said: Statement<[string, number], string>;
  readonly #told: Statement<[string, string, string], string>;
  readonly #toldOfWhole: Statement<[string], string>;

  constructor(database: Database) {
    this.#get = database.prepare<[string, string, string], string>(
      'SELECT record FROM board_records WHERE project_id = ? AND kind = ? AND id = ?',
    ).pluck();
    this.#put = database.prepare(
      `INSERT INTO board_records (project_id, kind, id, live, home, title, first_sequence, record)
       VALUES (@project_id, @kind, @id, @live, @home, @title, @first_sequence, @record)
       ON CONFLICT (project_id, kind, id) DO UPDATE
       SET live = @live, home = @home, title = @title, first_sequence = @first_sequence, record = @record`,
    );
    this.#place = database.prepare('SELECT column_id, rank, guest, off FROM board_places WHERE project_id = ? AND kind = ? AND id = ?');
    this.#putPlace = database.prepare(
      `INSERT INTO board_places (project_id, kind, id, column_id, rank, guest, off) VALUES (@project_id, @kind, @id, @column_id, @rank, @guest, @off)
       ON CONFLICT (project_id, kind, id) DO UPDATE SET column_id = @column_id, rank = @rank, guest = @guest, off = @off`,
    );
    this.#drop = database.prepare('DELETE FROM board_records WHERE project_id = ? AND kind = ? AND id = ?');
    this.#dropPlace = database.prepare('DELETE FROM board_places WHERE project_id = ? AND kind = ? AND id = ?');
    this.#said = database.prepare<[string, number], string>('SELECT event FROM board_events WHERE project_id = ? AND sequence = ?').pluck();
    this.#told = database.prepare<[string, string, string], string>(
      `SELECT e.event FROM board_touched AS t JOIN board_events AS e USING (sequence)
       WHERE t.project_id = ? AND t.kind = ? AND t.id = ? ORDER BY t.sequence`,
    ).pluck();
    this.#toldOfWhole = database.prepare<[string], string>(
      `SELECT event FROM board_events WHERE sequence IN
         (SELECT sequence FROM board_touched WHERE project_id = ? AND kind IN ('project', 'column')) ORDER BY sequence`,
    ).pluck();
  }

  get<K extends RecordKind>(projectId: string, kind: K, id: string): BoardRecords[K] | undefined {
    const record = this.#get.get(projectId, kind, id);
    return record === undefined ? undefined : (JSON.parse(record) as BoardRecords[K]);
  }

  put<K extends RecordKind>(projectId: string, kind: K, id: string, record: BoardRecords[K]): void {
    const { live, ...standing } = standingOf(kind, record);
    this.#put.run({ project_id: projectId, kind, id, live: Number(live), ...standing, record: JSON.stringify(record) });
  }

  place(projectId: string, { kind, id }: CardRef): Place | undefined {
    const row = this.#place.get(projectId, kind, id);
    return row && { ...row, guest: row.guest === 1, off: row.off === 1 };
  }

  putPlace(projectId: string, { kind, id }: CardRef, { guest, off, ...place }: Place): void {
    this.#putPlace.run({ project_id: projectId, kind, id, ...place, guest: Number(guest), off: Number(off) });
  }

  drop(projectId: string, kind: RecordKind, id: string): void {
    this.#drop.run(projectId, kind, id);
  }

  dropPlace(projectId: string, { kind, id }: CardRef): void {
    this.#dropPlace.run(projectId, kind, id);
  }

  said(projectId: string, sequence: number): RecordedEvent | undefined {
    const event = this.#said.get(projectId, sequence);
    return event === undefined ? undefined : (JSON.parse(event) as RecordedEvent);
  }

  told(projectId: string, { kind, id }: ThingRef): readonly RecordedEvent[] {
    const whole = kind === 'project' || kind === 'column';
    const events = whole ? this.#toldOfWhole.all(projectId) : this.#told.all(projectId, kind, id);
    return events.map((event) => JSON.parse(event) as RecordedEvent);
  }
}
