import type { RecordedEvent } from '@shared/events/catalog';
import type { Middleware } from '../middleware';

/** Where events are copied to: files, a transport, another database. */
export interface PersistenceTarget {
  /** Takes events in log order; resolves once they are kept. They are offered again until it does. */
  append(events: readonly RecordedEvent[]): Promise<void>;
}

/** Where events are read that did not fit into the queue: the log. */
export interface EventHistory {
  readonly lastSequence: number;
  after(sequence: number, limit: number): readonly RecordedEvent[];
}

export interface PersistenceOptions {
  readonly target: PersistenceTarget;
  readonly history: EventHistory;
  /** The sequence of the last event that the target holds: copying goes on behind it. */
  readonly from: number;
  /** How many events may wait in memory; those beyond are read from the history when their turn comes. */
  readonly queueLimit?: number;
  /** A try that failed; it is repeated, after waits that double. */
  readonly onTrouble?: (error: unknown, attempt: number) => void;
  readonly firstWaitMs?: number;
}

export interface PersistenceFigures {
  /** The sequence of the last event that the target has kept. */
  readonly kept: number;
  readonly queued: number;
  readonly behind: number;
  readonly failures: number;
}

const longestWaitMs = 30_000;

/**
 * Copies every recorded event to a target, in log order, none left out, however slow the target is: what does not fit
 * into the bounded queue is read from the log when its turn comes. A target that fails is tried again until it takes the
 * events. The log has them already, so nobody waits for the copy.
 */
export class EventPersistence implements Middleware {
  readonly name = 'persistence';
  readonly #options: PersistenceOptions;
  readonly #limit: number;
  #queue: RecordedEvent[] = [];
  #readUpTo: number;
  #kept: number;
  #failures = 0;
  #working: Promise<void> | null = null;
  #ended = false;
  #wake: (() => void) | null = null;

  constructor(options: PersistenceOptions) {
    this.#options = options;
    this.#limit = options.queueLimit ?? 1_024;
    this.#kept = this.#readUpTo = options.from;
  }

  /** Begins with what was recorded while nobody copied. */
  attached(): void {
    if (this.#readUpTo < this.#options.history.lastSequence) this.#begin();
  }

  recordedOf(): (event: RecordedEvent) => void {
    return (event) => {
      const { sequence } = event;
      if (sequence === this.#readUpTo + 1 && this.#queue.length < this.#limit) {
        this.#readUpTo = sequence;
        this.#queue.push(event);
      }
      if (this.#working === null) this.#begin();
    };
  }

  get figures(): PersistenceFigures {
    const { lastSequence } = this.#options.history;
    return { kept: this.#kept, queued: this.#queue.length, behind: Math.max(0, lastSequence - this.#kept), failures: this.#failures };
  }

  /** Resolves when everything that was recorded until now is kept. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  /** Stops; a try that runs is waited for. What was not kept is copied next time. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#wake?.();
    await this.settled();
  }

  #begin(): void {
    // Set before the work begins, which may end at once.
    this.#working = Promise.resolve().then(() => this.#work());
  }

  async #work(): Promise<void> {
    for (let batch = this.#next(); batch.length > 0 && !this.#ended; batch = this.#next()) {
      await this.#keep(batch);
    }
    this.#working = null;
  }

  #next(): readonly RecordedEvent[] {
    if (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      return batch;
    }
    const { history } = this.#options;
    if (this.#readUpTo >= history.lastSequence) return [];
    const page = history.after(this.#readUpTo, this.#limit);
    this.#readUpTo = page.at(-1)?.sequence ?? this.#readUpTo;
    return page;
  }

  async #keep(batch: readonly RecordedEvent[]): Promise<void> {
    for (let attempt = 1; !this.#ended; attempt += 1) {
      try {
        await this.#options.target.append(batch);
        this.#kept = batch.at(-1)?.sequence ?? this.#kept;
        return;
      } catch (error) {
        this.#failures += 1;
        this.#options.onTrouble?.(error, attempt);
        await this.#wait(Math.min((this.#options.firstWaitMs ?? 100) * 2 ** (attempt - 1), longestWaitMs));
      }
    }
  }

  #wait(milliseconds: number): Promise<void> {
    if (this.#ended) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
