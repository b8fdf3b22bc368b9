import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { compact, compactTime } from './compact';
import { checksumOf, type StoredEvent } from './event-row';
import { Interned } from './interned';
import { Kinds } from './kinds';
import { toLine } from './ndjson';

/** Writes rows of the log, within transactions of the one writer. */
export class EventWriter {
  readonly #kinds: Kinds;
  readonly #stories: Interned;
  readonly #subjects: Interned;
  readonly #projects: Interned;
  readonly #projectOfStory: Statement<[number], number>;
  readonly #insert: Statement;
  readonly #chain: Chain;
  /** The project of stories that are under way; null for one that has named none so far, which is looked for once. */
  readonly #storyProjects = new Map<number, number | null>();

  constructor(database: Database) {
    this.#kinds = new Kinds(database);
    this.#stories = new Interned(database, 'stories', 'correlation_id');
    this.#subjects = new Interned(database, 'subjects', 'subject');
    this.#projects = new Interned(database, 'projects', 'name');
    this.#chain = new Chain(database);
    this.#projectOfStory = database
      .prepare<[number], number>('SELECT project FROM events WHERE story = ? AND project IS NOT NULL ORDER BY sequence LIMIT 1')
      .pluck();
    this.#insert = database.prepare(
      `INSERT INTO events (sequence, kind, event_id, time, story, causation_id, subject, project, checksum, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING`,
    );
  }

  /** Writes one event at its place. False when an event with its id stands in the log already. */
  write(event: StoredEvent): boolean {
    const story = this.#stories.idOf(event.correlation_id);
    const { changes } = this.#insert.run(
      event.sequence,
      this.#kinds.idOf(event),
      compact(event.event_id),
      compactTime(event.timestamp),
      story,
      event.causation_id === null ? null : compact(event.causation_id),
      event.subject === null ? null : this.#subjects.idOf(event.subject),
      this.#projectOf(event, story),
      checksumOf(event),
      event.data,
    );
    if (changes === 0) return false;
    this.#chain.add(event);
    return true;
  }

  committed(): void {
    this.#kinds.committed();
  }

  rolledBack(): void {
    for (const interned of [this.#kinds, this.#stories, this.#subjects, this.#projects, this.#chain]) interned.rolledBack();
    this.#storyProjects.clear();
  }

  /** The project that an event names, else the one its story named before. */
  #projectOf({ data }: StoredEvent, story: number): number | null {
    const name = /"project_(?:name|id)":"((?:[^"\\]|\\.)*)"/.exec(data)?.[1];
    const named = name === undefined ? undefined : this.#projects.idOf(JSON.parse(`"${name}"`) as string);
    const known = this.#storyProjects.get(story);
    const project = named ?? (known === undefined ? (this.#projectOfStory.get(story) ?? null) : known);
    if (this.#storyProjects.size > 10_000) this.#storyProjects.clear();
    this.#storyProjects.set(story, project);
    return project;
  }
}

/** The optional hash chain: SHA-256 over the hash before and the event's line. */
class Chain {
  readonly #database: Database;
  #state: { on: boolean; last: Buffer } | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  add(event: StoredEvent): void {
    this.#state ??= this.#read();
    if (!this.#state.on) return;
    this.#state.last = chainHash(this.#state.last, event);
    this.#database.prepare('INSERT INTO chain (sequence, hash) VALUES (?, ?)').run(event.sequence, this.#state.last);
  }

  rolledBack(): void {
    this.#state = null;
  }

  #read(): { on: boolean; last: Buffer } {
    const on = this.#database.prepare("SELECT 1 FROM about WHERE name = 'chain'").get() !== undefined;
    const last = this.#database.prepare<[], Buffer>('SELECT hash FROM chain ORDER BY sequence DESC LIMIT 1').pluck().get();
    return { on, last: last ?? Buffer.alloc(32) };
  }
}

/** One link: what the chain says of an event, given the link before. */
export function chainHash(before: Buffer, event: StoredEvent): Buffer {
  return createHash('sha256').update(before).update(toLine(event)).digest();
}
