import type { RecordedEvent } from '@shared/events/catalog';
import type { Database } from 'better-sqlite3';
import type { Recorder } from '../bus/recorder';
import type { LogReader } from '../log/log-reader';

const pageSize = 500;
/** How often a log is asked whether it has grown, in milliseconds. Asking costs a few microseconds. */
const lookEveryMs = 40;

/**
 * The log of a hub that runs in another process, as something that a bus can listen to. It only reads: what the other
 * process commits is told here, in log order, none left out, at most a moment later.
 */
export class FollowedLog implements Recorder {
  readonly #database: Database;
  readonly #reader: LogReader;
  #listeners: readonly ((events: readonly RecordedEvent[]) => void)[] = [];
  #position: number;
  #seenVersion: unknown = null;
  #timer: NodeJS.Timeout | null = null;

  /** Begins behind a sequence: what lies between it and now is told first. */
  constructor(database: Database, reader: LogReader, after: number) {
    this.#database = database;
    this.#reader = reader;
    this.#position = after;
  }

  append(): Promise<never> {
    return Promise.reject(new Error('A log that is followed can only be read.'));
  }

  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    };
  }

  /** Tells what is there, and from then on what comes, until it is stopped. */
  start(): void {
    this.#look();
    this.#timer = setInterval(() => { this.#look(); }, lookEveryMs);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    // Changes whenever another connection has committed.
    const version = this.#database.pragma('data_version', { simple: true });
    if (version === this.#seenVersion) return;
    this.#seenVersion = version;
    for (;;) {
      const events = this.#reader.after(this.#position, pageSize);
      const last = events.at(-1);
      if (last === undefined) return;
      this.#position = last.sequence;
      for (const listener of this.#listeners) listener(events);
    }
  }
}
