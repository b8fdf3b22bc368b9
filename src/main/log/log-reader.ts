import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';
import { columns, type EventRow, fromRow } from './event-row';

/** What to look for in the log; every part that is given must hold. */
export interface EventQuery {
  readonly after?: number;
  readonly before?: number;
  /** Exact types; empty means none. */
  readonly types?: readonly string[];
  /** GLOB patterns over the type, e.g. `asset.*`. */
  readonly patterns?: readonly string[];
  readonly subject?: string;
  /** A path that an event speaks of: of the file in the inbox or of its organized copy. */
  readonly path?: string;
  /** Text anywhere in the payload, case-insensitive for ASCII. */
  readonly text?: string;
  /** Only stories that belong to this project. */
  readonly project?: string;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

const pathFields = "json_extract(data, '$.file_path'), json_extract(data, '$.source_path'), json_extract(data, '$.destination_path')";
const storiesOfProject = `SELECT DISTINCT correlation_id FROM events
  WHERE json_extract(data, '$.project_name') = ? OR json_extract(data, '$.project_id') = ?`;

/** Reads events of a log; works on a read-only connection beside a running hub. */
export class LogReader {
  readonly #database: Database;
  readonly #after: Statement<[number, number], EventRow>;
  readonly #bySubject: Statement<[string], EventRow>;
  readonly #byCorrelation: Statement<[string], EventRow>;
  readonly #last: Statement<[], { last: number | null }>;

  constructor(database: Database) {
    this.#database = database;
    this.#after = database.prepare(`SELECT ${columns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?`);
    this.#bySubject = database.prepare(`SELECT ${columns} FROM events WHERE subject = ? ORDER BY sequence`);
    this.#byCorrelation = database.prepare(`SELECT ${columns} FROM events WHERE correlation_id = ? ORDER BY sequence`);
    this.#last = database.prepare('SELECT max(sequence) AS last FROM events');
  }

  /** The sequence of the newest event; 0 while the log is empty. Sequences are dense, so it is also the number of events. */
  get lastSequence(): number {
    return this.#last.get()?.last ?? 0;
  }

  /** The next events behind a place, oldest first. */
  after(sequence: number, limit: number): RecordedEvent[] {
    return this.#after.all(sequence, limit).map(fromRow);
  }

  /** Every event about a content hash or project id, oldest first. */
  aboutSubject(subject: string): RecordedEvent[] {
    return this.#bySubject.all(subject).map(fromRow);
  }

  /** Every event of one story, oldest first. */
  ofStory(correlationId: string): RecordedEvent[] {
    return this.#byCorrelation.all(correlationId).map(fromRow);
  }

  /** The stories in which a project is named. */
  storiesOfProject(project: string): string[] {
    return this.#database.prepare<[string, string], string>(storiesOfProject).pluck().all(project, project);
  }

  /** Events that match a query, by keyset: pass the last sequence of a page as `after` or `before` for the next. */
  find(query: EventQuery): RecordedEvent[] {
    const where: string[] = [];
    const values: (string | number)[] = [];
    const need = (clause: string, ...bound: (string | number)[]) => {
      where.push(clause);
      values.push(...bound);
    };
    if (query.after !== undefined) need('sequence > ?', query.after);
    if (query.before !== undefined) need('sequence < ?', query.before);
    if (query.types) need(`event_type IN (${query.types.map(() => '?').join(', ')})`, ...query.types);
    if (query.patterns && query.patterns.length > 0) {
      need(`(${query.patterns.map(() => 'event_type GLOB ?').join(' OR ')})`, ...query.patterns);
    }
    if (query.subject !== undefined) need('subject = ?', query.subject);
    if (query.path !== undefined) need(`? IN (${pathFields})`, query.path);
    if (query.project !== undefined) need(`correlation_id IN (${storiesOfProject})`, query.project, query.project);
    if (query.text) need("(event_type LIKE ? ESCAPE '\\' OR data LIKE ? ESCAPE '\\')", likeOf(query.text), likeOf(query.text));
    const filter = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
    const order = query.newestFirst ? 'DESC' : 'ASC';
    const sql = `SELECT ${columns} FROM events ${filter} ORDER BY sequence ${order} LIMIT ?`;
    return this.#database.prepare<(string | number)[], EventRow>(sql).all(...values, query.limit).map(fromRow);
  }
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
