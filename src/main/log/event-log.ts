import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement, Transaction } from 'better-sqlite3';
import type { Receipt, Recorder } from '../bus/recorder';
import type { Archive } from './archive';
import { compact } from './compact';
import { EventWriter } from './event-writer';
import { LogReader } from './log-reader';

interface Waiting {
  readonly events: readonly AliceEvent[];
  /** The payloads of the events as JSON. */
  readonly payloads: readonly string[];
  readonly receipt?: Receipt | undefined;
  /** Another write to the log's database that shares the transaction. */
  readonly alongside?: () => void;
  readonly resolve: (recorded: readonly RecordedEvent[]) => void;
  readonly reject: (failure: Error) => void;
}

/** How long a receipt without events may wait for company: losing one only means handling an event again. */
const lazyReceiptMs = 250;

/**
 * After a commit that took long, the next one waits as long, up to this: a disk that is busy gets larger groups, and
 * the main thread, which a commit blocks, keeps at least half of its time. In milliseconds.
 */
const longestRestMs = 25;

/** So many appends are worth a commit of their own: nobody waits for company any longer. */
const fullGroup = 32;

/**
 * The append-only log. Appends of one turn of the event loop share one transaction (group commit) and are
 * acknowledged after it is on disk (WAL, `synchronous=FULL`); sequences are given inside it.
 */
export class EventLog implements Recorder {
  readonly reader: LogReader;
  readonly #database: Database;
  #listeners: readonly ((events: readonly RecordedEvent[]) => void)[] = [];
  #waiting: Waiting[] = [];
  #cancelScheduled: (() => void) | null = null;
  #scheduledSoon = false;
  #lazyTimer: NodeJS.Timeout | null = null;
  #restUntil = 0;
  readonly #writer: EventWriter;
  readonly #sequenceOf: Statement<[Buffer | string], number>;
  readonly #writeReceipt: (receipt: Receipt) => void;
  readonly #commit: Transaction<(batch: readonly Waiting[]) => RecordedEvent[][]>;

  constructor(database: Database, archive?: Archive) {
    this.#database = database;
    this.reader = new LogReader(database, archive);
    this.#writer = new EventWriter(database);
    this.#sequenceOf = database.prepare<[Buffer | string], number>('SELECT sequence FROM events WHERE event_id = ?').pluck();
    this.#writeReceipt = receiptWriter(database);
    this.#commit = database.transaction((batch) => this.#write(batch));
  }

  append(events: readonly AliceEvent[], receipt?: Receipt): Promise<readonly RecordedEvent[]> {
    if (events.length === 0 && receipt === undefined) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      // Written here, so that an event that is no JSON harms none of those that share its commit.
      const payloads = events.map(({ data }) => JSON.stringify(data));
      this.#waiting.push({ events, payloads, receipt, resolve, reject });
      if (events.length > 0) this.#schedule();
      else this.#lazyTimer ??= setTimeout(() => { this.flush(); }, lazyReceiptMs);
    });
  }

  /** Writes to another table of the log's database within the next group commit; resolves once it is durable. */
  alongside(write: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ events: [], payloads: [], alongside: write, resolve: () => { resolve(); }, reject });
      this.#schedule();
    });
  }

  onCommit(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    };
  }

  #schedule(): void {
    const full = this.#waiting.length >= fullGroup;
    if (this.#scheduledSoon || (this.#cancelScheduled && !full)) return;
    this.#cancelScheduled?.();
    const rest = full ? 0 : this.#restUntil - performance.now();
    if (rest < 1) {
      this.#scheduledSoon = true;
      const immediate = setImmediate(() => { this.flush(); });
      this.#cancelScheduled = () => { clearImmediate(immediate); };
    } else {
      const timer = setTimeout(() => { this.flush(); }, rest);
      this.#cancelScheduled = () => { clearTimeout(timer); };
    }
  }

  /** Commits everything that waits, now. */
  flush(): void {
    this.#cancelScheduled?.();
    this.#scheduledSoon = false;
    if (this.#lazyTimer) clearTimeout(this.#lazyTimer);
    this.#cancelScheduled = null;
    this.#lazyTimer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    let recorded: RecordedEvent[][];
    const began = performance.now();
    try {
      recorded = this.#commit.immediate(batch);
      this.#writer.committed();
    } catch (failure) {
      this.#writer.rolledBack();
      for (const { reject } of batch) reject(failure as Error);
      return;
    } finally {
      const ended = performance.now();
      this.#restUntil = ended + Math.min(ended - began, longestRestMs);
    }
    const committed = recorded.flat();
    const failures: unknown[] = [];
    for (const listener of committed.length > 0 ? this.#listeners : []) {
      try {
        listener(committed);
      } catch (failure) {
        failures.push(failure);
      }
    }
    batch.forEach(({ resolve }, i) => { resolve(recorded[i] ?? []); });
    if (failures.length > 0) throw failures[0];
  }

  #write(batch: readonly Waiting[]): RecordedEvent[][] {
    let last = this.reader.lastSequence;
    return batch.map(({ events, payloads, receipt, alongside }) => {
      const recorded: RecordedEvent[] = [];
      for (const [i, event] of events.entries()) {
        // An event that is appended again (a retry after an unclear failure) keeps its first place.
        if (!this.#writer.write({ ...event, sequence: last + 1, data: payloads[i] ?? '{}' })) continue;
        last += 1;
        recorded.push({ ...event, sequence: last });
      }
      if (receipt) this.#writeReceipt(receipt);
      alongside?.();
      return recorded;
    });
  }

  /** The place of an event that was recorded, or null. */
  sequenceOf(eventId: string): number | null {
    return this.#sequenceOf.get(compact(eventId)) ?? null;
  }

  close(): void {
    this.flush();
    this.#database.close();
  }
}

function receiptWriter(database: Database): (receipt: Receipt) => void {
  const advance = database.prepare<[Receipt]>(
    `INSERT INTO checkpoints (service, sequence) VALUES (@service, @checkpoint)
     ON CONFLICT (service) DO UPDATE SET sequence = max(sequence, excluded.sequence)`,
  );
  const mark = database.prepare<[Receipt]>('INSERT OR IGNORE INTO handled (service, sequence) VALUES (@service, @handled)');
  const forget = database.prepare<[Receipt]>('DELETE FROM handled WHERE service = @service AND sequence <= @checkpoint');
  return (receipt) => {
    advance.run(receipt);
    if (receipt.handled > receipt.checkpoint) mark.run(receipt);
    forget.run(receipt);
  };
}
