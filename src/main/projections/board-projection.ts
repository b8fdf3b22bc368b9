import { setImmediate as nextTurn } from 'node:timers/promises';
import { typesOfFamily, type RecordedEvent } from '@shared/events/catalog';
import type { Database, Transaction } from 'better-sqlite3';
import type { LogReader } from '../log/log-reader';
import { createBoardTables } from './board-tables';
import { BoardWriter } from './board-writer';

/** The events that boards are made of: few among all, so they are read by type. */
const boardTypes: readonly string[] = [
  ...typesOfFamily('creative'), ...typesOfFamily('workflow'), 'asset.organized', 'asset.adopted', 'asset.refiled', 'asset.unfiled',
];
const isBoardType: ReadonlySet<string> = new Set(boardTypes);
/** Asked for so many types at a time, the log walks an index of each and never through all events. */
const typesAtOnce = 6;
const groups = Array.from({ length: Math.ceil(boardTypes.length / typesAtOnce) }, (_, i) =>
  boardTypes.slice(i * typesAtOnce, (i + 1) * typesAtOnce));

/** So many events are folded in before the turn is over: some ten milliseconds. */
const pageSize = 400;

/** Projects and their boards as tables. They take events in when there is time, and say how far they have come. */
export class BoardProjection {
  readonly #log: Pick<LogReader, 'lastSequence' | 'archivedTo' | 'after' | 'find'>;
  readonly #fold: Transaction<(events: readonly RecordedEvent[], upTo: number) => void>;
  #position: number;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(database: Database, log: Pick<LogReader, 'lastSequence' | 'archivedTo' | 'after' | 'find'>) {
    createBoardTables(database);
    this.#log = log;
    this.#position = database.prepare<[], number>('SELECT sequence FROM board_position').pluck().get() ?? 0;
    const writer = new BoardWriter(database);
    const setPosition = database.prepare<[number]>('UPDATE board_position SET sequence = ?');
    this.#fold = database.transaction((events, upTo) => {
      for (const event of events) writer.fold(event);
      setPosition.run(upTo);
    });
  }

  /** The last event that is taken in. */
  get position(): number {
    return this.#position;
  }

  /** Whether there is something in events that boards are made of. */
  concerns(events: readonly RecordedEvent[]): boolean {
    return events.some(({ event_type }) => isBoardType.has(event_type));
  }

  /** Takes in what is new, a little at a time. Resolves when it has caught up. */
  follow(): Promise<void> {
    this.#working ??= this.#work().finally(() => { this.#working = null; });
    return this.#working;
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (!this.#ended && this.#position < this.#log.lastSequence) {
      const { events, upTo } = this.#next();
      if (upTo <= this.#position) return;
      this.#fold(events, upTo);
      this.#position = upTo;
      await nextTurn();
    }
  }

  #next(): { events: readonly RecordedEvent[]; upTo: number } {
    const last = this.#log.lastSequence;
    if (this.#position < this.#log.archivedTo) {
      // The archive knows no types: page by page.
      const page = this.#log.after(this.#position, pageSize);
      return { events: page.filter(({ event_type }) => isBoardType.has(event_type)), upTo: page.at(-1)?.sequence ?? this.#position };
    }
    const found = groups.flatMap((types) => this.#log.find({ types, after: this.#position, limit: pageSize }));
    const events = found.sort((a, b) => a.sequence - b.sequence).slice(0, pageSize);
    return { events, upTo: events.length < pageSize ? last : (events.at(-1)?.sequence ?? last) };
  }
}
