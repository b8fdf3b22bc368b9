import type { Database, Statement } from 'better-sqlite3';
import type { Kind } from './event-row';

interface KindRow extends Kind {
  readonly id: number;
}

/** The few combinations of type, version, source and actor that a log holds, kept in memory. */
export class Kinds {
  readonly #byId = new Map<number, Kind>();
  readonly #ids = new Map<string, number>();
  readonly #all: Statement<[], KindRow>;
  readonly #insert: Statement<[Kind], never>;
  readonly #find: Statement<[Kind], { id: number }>;

  constructor(database: Database) {
    this.#all = database.prepare('SELECT id, event_type, version, source, actor FROM kinds');
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO kinds (event_type, version, source, actor) VALUES (@event_type, @version, @source, @actor)',
    );
    this.#find = database.prepare(
      'SELECT id FROM kinds WHERE event_type = @event_type AND version = @version AND source = @source AND actor = @actor',
    );
  }

  /** The kind of a row. Another connection may have added it since the last look. */
  get(id: number): Kind {
    const known = this.#byId.get(id);
    if (known) return known;
    this.#load();
    const found = this.#byId.get(id);
    if (!found) throw new Error(`The event log is damaged: the kind of event ${id} is missing.`);
    return found;
  }

  /** The ids of all kinds whose type is wanted. */
  idsOf(wanted: (eventType: string) => boolean): number[] {
    this.#load();
    return [...this.#byId].filter(([, { event_type }]) => wanted(event_type)).map(([id]) => id);
  }

  /** The id of a kind, made when it is new. Only within a transaction of the one writer. */
  idOf({ event_type, version, source, actor }: Kind): number {
    const key = [event_type, version, source, actor].join('\u001f');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const kind = { event_type, version, source, actor };
    this.#insert.run(kind);
    const id = this.#find.get(kind)?.id ?? 0;
    this.#byId.set(id, kind);
    return id;
  }

  /** Remembers ids that a committed transaction made; before that they could still be taken back. */
  committed(): void {
    for (const [id, { event_type, version, source, actor }] of this.#byId) {
      this.#ids.set([event_type, version, source, actor].join('\u001f'), id);
    }
  }

  /** Forgets what a transaction that was rolled back had made. */
  rolledBack(): void {
    this.#byId.clear();
    this.#ids.clear();
  }

  #load(): void {
    for (const { id, ...kind } of this.#all.all()) this.#byId.set(id, kind);
  }
}
