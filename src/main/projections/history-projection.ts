import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventType, RecordedEvent } from '@shared/events/catalog';
import { actTypes, turnTypes } from '@shared/library/board-acts';
import { decisionTypes } from '@shared/library/decisions';
import { changeTypes } from '@shared/story/personal-changes';
import type { Database, Transaction } from 'better-sqlite3';
import type { LogReader } from '../log/log-reader';
import { HistoryWriter } from './history-writer';
import { createHistoryTables } from './history-tables';

/** The events that the history is made of: few among all, so they are read by type. */
const historyTypes = [
  'hub.started', 'asset.organized', 'asset.refiled', 'asset.unfiled', 'asset.undo_requested', 'asset.undo_refused', 'undo.requested',
  ...decisionTypes, ...actTypes, ...turnTypes, ...changeTypes,
] as const satisfies readonly EventType[];

const pageSize = 500;

/** What was done and can be taken back, as tables. It takes events in when there is time, and says how far it has come. */
export class HistoryProjection {
  readonly #log: LogReader;
  readonly #writer: HistoryWriter;
  readonly #fold: Transaction<(events: readonly RecordedEvent[], upTo: number) => void>;
  #position: number;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(database: Database, log: LogReader) {
    createHistoryTables(database);
    this.#log = log;
    this.#position = database.prepare<[], number>('SELECT sequence FROM history_position').pluck().get() ?? 0;
    this.#writer = new HistoryWriter(database);
    const setPosition = database.prepare<[number]>('UPDATE history_position SET sequence = ?');
    this.#fold = database.transaction((events, upTo) => {
      for (const event of events) this.#writer.fold(event);
      this.#writer.keepBursts();
      setPosition.run(upTo);
    });
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
      try {
        this.#fold(events, upTo);
      } catch (failure) {
        this.#writer.forget();
        throw failure;
      }
      this.#position = upTo;
      await nextTurn();
    }
  }

  #next(): { events: readonly RecordedEvent[]; upTo: number } {
    const last = this.#log.lastSequence;
    if (this.#position < this.#log.archivedTo) {
      // The archive knows no types: page by page.
      const page = this.#log.after(this.#position, pageSize);
      const events = page.filter(({ event_type }) => (historyTypes as readonly string[]).includes(event_type));
      return { events, upTo: page.at(-1)?.sequence ?? this.#position };
    }
    const events = this.#log.find({ types: historyTypes, after: this.#position, limit: pageSize });
    return { events, upTo: events.length < pageSize ? last : (events.at(-1)?.sequence ?? last) };
  }
}
