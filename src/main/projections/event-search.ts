import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import { textOf, wordsOf } from '@shared/library/event-words';
import Database from 'better-sqlite3';
import type { EventSource } from './library-projection';
import { positionIn } from './open-projections';

const searchVersion = 2;
/**
 * Beginnings of words are indexed up to this many letters, so that a search walks one list from its newest end and stops
 * when it has enough; what follows in a longer word is compared with the events that were found.
 */
const longestPrefix = 6;
/** Events taken in at a time: about a millisecond each, so that the window stays quick while a log is taken in. */
const pageSize = 100;

const tables = `
  CREATE TABLE position (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL) STRICT;
  INSERT INTO position VALUES (1, 0);
  -- Words only, without the texts themselves: those are in the log.
  CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, prefix='1 2 3 4 5 6',
    tokenize="unicode61 remove_diacritics 2");
  PRAGMA user_version = ${searchVersion};
`;

/** Opens the word index of a data folder; one of another version, or ahead of the log, is made anew. */
export function openSearchDatabase(dataFolder: string, newestEvent = Number.MAX_SAFE_INTEGER): Database.Database {
  const file = join(dataFolder, 'search.sqlite');
  let database = new Database(file);
  const usable = database.pragma('user_version', { simple: true }) === searchVersion && positionIn(database) <= newestEvent;
  if (!usable) {
    database.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    database = new Database(file);
    database.exec(tables);
  }
  database.pragma('journal_mode = WAL');
  // Rebuildable, so speed before durability.
  database.pragma('synchronous = NORMAL');
  return database;
}

/** The same in memory, for a dry run. */
export function openMemorySearch(): Database.Database {
  const database = new Database(':memory:');
  database.exec(tables);
  return database;
}

/** Finds events by their words. It takes events in when nothing else is to do, and says how far it has come. */
export class EventSearch {
  readonly #database: Database.Database;
  readonly #source: EventSource;
  readonly #takeIn: (events: readonly RecordedEvent[]) => void;
  #position: number;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(database: Database.Database, source: EventSource) {
    this.#database = database;
    this.#source = source;
    this.#position = positionIn(database);
    const insert = database.prepare<[number, string]>('INSERT INTO words (rowid, text) VALUES (?, ?)');
    const setPosition = database.prepare<[number]>('UPDATE position SET sequence = ?');
    this.#takeIn = database.transaction((events: readonly RecordedEvent[]) => {
      for (const event of events) insert.run(event.sequence, textOf(event));
      setPosition.run(events.at(-1)?.sequence ?? this.#position);
    });
  }

  /** Events up to here can be found. */
  get position(): number {
    return this.#position;
  }

  /** Takes in what is new, a little at a time. Resolves when it has caught up. */
  follow(): Promise<void> {
    this.#working ??= this.#work().finally(() => { this.#working = null; });
    return this.#working;
  }

  /**
   * The sequences of the newest events before a place that may say every word, newest first: of long words only the
   * beginnings are compared.
   */
  find(text: string, before: number, limit: number, types: TypesLookedFor = []): number[] {
    const query = queryOf(text, types);
    if (query === '') return [];
    return this.#database
      .prepare<[string, number, number], number>('SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?')
      .pluck()
      .all(query, before, limit);
  }

  /** The same behind a place, the oldest first. */
  findAfter(text: string, after: number, limit: number, types: TypesLookedFor = []): number[] {
    const query = queryOf(text, types);
    if (query === '') return [];
    return this.#database
      .prepare<[string, number, number], number>('SELECT rowid FROM words WHERE words MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?')
      .pluck()
      .all(query, after, limit);
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (!this.#ended && this.#position < this.#source.lastSequence) {
      const page = this.#source.after(this.#position, pageSize);
      if (page.length === 0) return;
      this.#takeIn(page);
      this.#position = page.at(-1)?.sequence ?? this.#position;
      await nextTurn();
    }
  }
}

/** Types or beginnings of types, such as `asset.`: any of each group, one of every group. An event's type is among its words. */
export type TypesLookedFor = readonly (readonly string[])[];

/** Each word is quoted, so nothing of it is taken for the search language. */
function queryOf(text: string, types: TypesLookedFor): string {
  const beginnings = (words: string) => wordsOf(words).map((word) => `"${Array.from(word).slice(0, longestPrefix).join('')}"*`);
  const wanted = beginnings(text);
  if (wanted.length === 0) return '';
  const groups = types.map((group) => group.map((type) => `(${beginnings(type).join(' AND ')})`).join(' OR '));
  return [...wanted, ...groups.map((group) => `(${group})`)].join(' AND ');
}
