import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';
import { matchesPattern } from '@shared/events/pattern';
import type { Archive } from './archive';
import { type Compact, compact, expand, expandTime, readable } from './compact';
import { currentEvent, eventColumns, type EventRow, eventTables, recordedEvent, type StoredEvent, storedEvent } from './event-row';
import { Kinds } from './kinds';

/** What to look for in the log; every part that is given must hold. */
export interface EventQuery {
  readonly after?: number;
  readonly before?: number;
  /** Exact types; empty means none. */
  readonly types?: readonly string[];
  /** Exact types, prefixes such as `asset.*`, or `*`; any of them. */
  readonly patterns?: readonly string[];
  readonly subject?: string;
  /** A path that an event speaks of: of the file in the inbox or of its organized copy. */
  readonly path?: string;
  /** Only stories that belong to this project. */
  readonly project?: string;
  /** Only events from this time on. */
  readonly since?: Date;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

const pathFields = "json_extract(e.data, '$.file_path'), json_extract(e.data, '$.source_path'), json_extract(e.data, '$.destination_path')";
const select = `SELECT ${eventColumns} FROM ${eventTables}`;

type Bound = Compact | number;

/** Reads events of a log; works on a read-only connection beside a running hub. */
export class LogReader {
  readonly #archive: Archive | undefined;
  readonly #database: Database;
  readonly #kinds: Kinds;
  readonly #after: Statement<[number, number], EventRow>;
  readonly #timeAfter: Statement<[number], EventRow[3]>;
  readonly #bySubject: Statement<[Compact], EventRow>;
  readonly #byStory: Statement<[Compact], EventRow>;
  readonly #storyLength: Statement<[Compact, number], number>;
  readonly #byId: Statement<[Compact], EventRow>;
  readonly #statements = new Map<string, Statement<[...Bound[], number], EventRow>>();
  readonly #last: Statement<[], number | null>;
  readonly #archivedTo: Statement<[], number>;

  /** With an archive, old events are read from there; without one, only what is still in the database. */
  constructor(database: Database, archive?: Archive) {
    this.#archive = archive;
    this.#database = database;
    this.#kinds = new Kinds(database);
    this.#after = this.#prepare(`${select} WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?`);
    this.#timeAfter = database.prepare<[number], EventRow[3]>('SELECT time FROM events WHERE sequence > ? ORDER BY sequence LIMIT 1').pluck();
    this.#bySubject = this.#prepare(`${select} WHERE e.subject = (SELECT id FROM subjects WHERE subject = ?) ORDER BY e.sequence`);
    this.#byStory = this.#prepare(`${select} WHERE e.story = (SELECT id FROM stories WHERE correlation_id = ?) ORDER BY e.sequence`);
    this.#byId = this.#prepare(`${select} WHERE e.event_id = ?`);
    this.#storyLength = database.prepare<[Compact, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM events WHERE story = (SELECT id FROM stories WHERE correlation_id = ?) LIMIT ?)',
    ).pluck();
    this.#last = database.prepare<[], number | null>('SELECT max(sequence) FROM events').pluck();
    this.#archivedTo = database.prepare<[], number>("SELECT value FROM about WHERE name = 'archived_to'").pluck();
  }

  /** The sequence of the newest event; 0 while the log is empty. Sequences are dense, so it is also the number of events. */
  get lastSequence(): number {
    return this.#last.get() ?? this.archivedTo;
  }

  /** Events up to here lie in the archive; 0 when there is none. */
  get archivedTo(): number {
    return this.#archivedTo.get() ?? 0;
  }

  /** The sequence of the last event before a time; 0 when none was. Events are told apart by halving: times ascend with sequences. */
  lastBefore(moment: Date): number {
    let [from, to] = [this.archivedTo, this.lastSequence];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      const time = this.#timeAfter.get(middle - 1);
      if (time !== undefined && Date.parse(expandTime(time)) < moment.getTime()) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  /** The next events behind a place, oldest first. */
  after(sequence: number, limit: number): RecordedEvent[] {
    if (this.#archive && sequence < this.archivedTo) return this.#archive.after(sequence, limit).map(currentEvent);
    return this.#after.all(sequence, limit).map((row) => this.#recorded(row));
  }

  /** The same, exactly as they were written. */
  storedAfter(sequence: number, limit: number): { event: StoredEvent; checksum: number }[] {
    return this.#after.all(sequence, limit).map((row) => ({ event: storedEvent(row, this.#kinds.get(row[1])), checksum: row[8] }));
  }

  /** Every event about a content hash or project id, oldest first. */
  aboutSubject(subject: string): RecordedEvent[] {
    const events = this.#bySubject.all(compact(subject)).map((row) => this.#recorded(row));
    return events.length > 0 ? events : this.#archived((event) => event.subject === subject);
  }

  /** The event that was given an id; null when there is none. */
  byId(eventId: string): RecordedEvent | null {
    const row = this.#byId.get(compact(eventId));
    return row === undefined ? (this.#archived(({ event_id }) => event_id === eventId)[0] ?? null) : this.#recorded(row);
  }

  /** Every event of one story, oldest first. */
  ofStory(correlationId: string): RecordedEvent[] {
    const events = this.#byStory.all(compact(correlationId)).map((row) => this.#recorded(row));
    return events.length > 0 ? events : this.#archived((event) => event.correlation_id === correlationId);
  }

  /** A story that has at most so many events, oldest first; null when it has more, or is in the archive. */
  ofShortStory(correlationId: string, atMost: number): RecordedEvent[] | null {
    const story = compact(correlationId);
    // Counted first: to read hundreds of events and not use them takes half a millisecond.
    const count = this.#storyLength.get(story, atMost + 1) ?? 0;
    return count > atMost ? null : this.#byStory.all(story).map((row) => this.#recorded(row));
  }

  /** The stories in which a project is named. */
  storiesOfProject(project: string): string[] {
    const all = this.#database.prepare<[string], string>(
      `SELECT DISTINCT ${readable('s.correlation_id')} FROM events AS e JOIN stories AS s ON s.id = e.story
       WHERE e.project = (SELECT id FROM projects WHERE name = ?)`,
    );
    return all.pluck().all(project).map(expand);
  }

  /** Events that match a query, by keyset: pass the last sequence of a page as `after` or `before` for the next. */
  find(query: EventQuery): RecordedEvent[] {
    const kinds = this.#kindsOf(query);
    if (kinds === null || kinds.length === 0) return kinds === null ? this.#find(query, null) : [];
    if (kinds.length > mergedAtMost || query.subject !== undefined || query.project !== undefined) return this.#find(query, kinds);
    // One indexed walk per kind, merged: neither a rare type nor a common one makes the database look at all events.
    const merged = kinds.flatMap((kind) => this.#find(query, [kind]));
    merged.sort((a, b) => (query.newestFirst ? b.sequence - a.sequence : a.sequence - b.sequence));
    return merged.slice(0, query.limit);
  }

  /** Old events that the database holds no longer. */
  #archived(wanted: (event: StoredEvent) => boolean): RecordedEvent[] {
    return this.#archive && this.archivedTo > 0 ? [...this.#archive.search(wanted)].map(currentEvent) : [];
  }

  #kindsOf({ types, patterns }: EventQuery): number[] | null {
    if (types === undefined && (patterns === undefined || patterns.length === 0 || patterns.includes('*'))) return null;
    const wanted = (type: string) => (types?.includes(type) ?? true) && (patterns?.some((each) => matchesPattern(each, type)) ?? true);
    return this.#kinds.idsOf(wanted);
  }

  #find(query: EventQuery, kinds: readonly number[] | null): RecordedEvent[] {
    const where: string[] = [];
    const values: Bound[] = [];
    const need = (clause: string, ...bound: Bound[]) => {
      where.push(clause);
      values.push(...bound);
    };
    const [kind, ...others] = kinds ?? [];
    if (kind !== undefined) {
      if (others.length === 0) need('e.kind = ?', kind);
      // The plus keeps the database from sorting all events of these kinds.
      else need(`+e.kind IN (${[kind, ...others].map(() => '?').join(', ')})`, kind, ...others);
    }
    if (query.after !== undefined) need('e.sequence > ?', query.after);
    if (query.before !== undefined) need('e.sequence < ?', query.before);
    if (query.subject !== undefined) need('e.subject = (SELECT id FROM subjects WHERE subject = ?)', compact(query.subject));
    if (query.project !== undefined) need('e.project = (SELECT id FROM projects WHERE name = ?)', query.project);
    if (query.since !== undefined) need('e.time >= ?', query.since.getTime());
    if (query.path !== undefined) need(`? IN (${pathFields})`, query.path);
    const filter = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
    const order = query.newestFirst ? 'DESC' : 'ASC';
    const statement = this.#prepared(`${select} ${filter} ORDER BY e.sequence ${order} LIMIT ?`);
    return statement.all(...values, query.limit).map((row) => this.#recorded(row));
  }

  #recorded(row: EventRow): RecordedEvent {
    return recordedEvent(row, this.#kinds.get(row[1]));
  }

  /** A statement for a question of this shape; the few shapes there are, are kept. */
  #prepared(sql: string): Statement<[...Bound[], number], EventRow> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#prepare<[...Bound[], number]>(sql);
    if (this.#statements.size >= keptStatements) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  #prepare<Values extends unknown[]>(sql: string): Statement<Values, EventRow> {
    return this.#database.prepare<Values, EventRow>(sql).raw();
  }
}

const keptStatements = 100;

/** More kinds than this are filtered row by row instead. */
const mergedAtMost = 24;
