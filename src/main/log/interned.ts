import type { Database, Statement } from 'better-sqlite3';
import { type Compact, compact } from './compact';

/** How many of the newest names are kept in memory: those that new events are most likely about. */
const remembered = 50_000;

/** Gives long names that recur, stories and subjects, a small number. */
export class Interned {
  readonly #known = new Map<string, number>();
  readonly #find: Statement<[Compact], number>;
  readonly #insert: Statement<[Compact], never>;

  constructor(database: Database, table: 'stories' | 'subjects' | 'projects', column: string) {
    this.#find = database.prepare<[Compact], number>(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck();
    this.#insert = database.prepare(`INSERT INTO ${table} (${column}) VALUES (?)`);
  }

  /** The number of a name, made when it is new. Only within a transaction of the one writer. */
  idOf(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const value = compact(name);
    const id = this.#find.get(value) ?? Number(this.#insert.run(value).lastInsertRowid);
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(name, id);
    return id;
  }

  /** Forgets what a transaction that was rolled back had made. */
  rolledBack(): void {
    this.#known.clear();
  }
}
