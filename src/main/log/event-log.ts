import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import { type Database, SqliteError, type Statement, type Transaction } from 'better-sqlite3';
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
  #onTrouble: (error: Error) => void = () => undefined;
  #busySince: number | null = null;
  #waiting: Waiting[] = [];
  #cancelScheduled: (() => void) | null = null;
  #scheduledSoon = false;
  #lazyTimer: NodeJS.Timeout | null = null;
  #restUntil = 0;
  readonly #writer: EventWriter;
  readonly #sequenceOf: Statement<[Buffer | string], number>;
  readonly #writeReceipt: (receipt: Receipt) => void;
  readonly #commit: Transaction<(batch: readonly Waiting[]) => RecordedEvent[][]>;
  readonly #apart: Transaction<(write: () => void) => void>;

  constructor(database: Database, archive?: Archive) {
    this.#database = database;
    this.reader = new LogReader(database, archive);
    this.#writer = new EventWriter(database);
    this.#sequenceOf = database.prepare<[Buffer | string], number>('SELECT sequence FROM events WHERE event_id = ?').pluck();
    this.#writeReceipt = receiptWriter(database);
    this.#commit = database.transaction((batch) => this.#write(batch));
    // Within the commit this is a savepoint: what fails in it is taken back, and the others go through.
    this.#apart = database.transaction((write) => { write(); });
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

  /** Told when the log could not be written, right before those who wrote are. There is one such listener. */
  onTrouble(listener: (error: Error) => void): void {
    this.#onTrouble = listener;
  }

  #schedule(): void {
    const full = this.#waiting.length >= fullGroup && this.#busySince === null;
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
      this.#busySince = null;
    } catch (failure) {
      this.#writer.rolledBack();
      if (!this.#triedAgain(failure, batch)) this.#reject(batch, failure as Error);
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

  /** Someone else holds the database, a backup tool perhaps: whoever waits goes on waiting, for a while. */
  #triedAgain(failure: unknown, batch: readonly Waiting[]): boolean {
    if (!isBusy(failure)) return false;
    this.#busySince ??= performance.now();
    if (performance.now() - this.#busySince > busyAtMostMs) return false;
    this.#waiting = [...batch, ...this.#waiting];
    setImmediate(() => {
      this.#restUntil = performance.now() + busyRestMs;
      if (this.#database.open) this.#schedule();
    });
    return true;
  }

  #reject(batch: readonly Waiting[], failure: Error): void {
    this.#busySince = null;
    if (isTrouble(failure)) this.#onTrouble(failure);
    for (const { reject } of batch) reject(failure);
  }

  #write(batch: readonly Waiting[]): RecordedEvent[][] {
    let last = this.reader.lastSequence;
    return batch.map(({ events, payloads, receipt, alongside, reject }) => {
      const recorded: RecordedEvent[] = [];
      for (const [i, event] of events.entries()) {
        // An event that is appended again (a retry after an unclear failure) keeps its first place.
        if (!this.#writer.write({ ...event, sequence: last + 1, data: payloads[i] ?? '{}' })) continue;
        last += 1;
        recorded.push({ ...event, sequence: last });
      }
      if (receipt) this.#writeReceipt(receipt);
      if (alongside) this.#writeApart(alongside, reject);
      return recorded;
    });
  }

  #writeApart(write: () => void, reject: (failure: Error) => void): void {
    try {
      this.#apart(write);
    } catch (failure) {
      // A full or broken disk is everybody's trouble.
      if (isTrouble(failure)) throw failure;
      reject(failure as Error);
    }
  }

  /** The place of an event that was recorded, or null. */
  sequenceOf(eventId: string): number | null {
    return this.#sequenceOf.get(compact(eventId)) ?? null;
  }

  /** The event of an id; null when it is not in the log. */
  eventOf(eventId: string): RecordedEvent | null {
    const sequence = this.sequenceOf(eventId);
    return sequence === null ? null : (this.reader.after(sequence - 1, 1)[0] ?? null);
  }

  close(): void {
    do this.flush();
    while (this.#waiting.length > 0);
    this.#database.close();
  }
}

/** How long a commit is tried again while another process holds the database. */
const busyAtMostMs = 60_000;
const busyRestMs = 200;

function isBusy(failure: unknown): boolean {
  return failure instanceof SqliteError && failure.code.startsWith('SQLITE_BUSY');
}

/** Whether the database could not be written, whatever the event was. */
function isTrouble(failure: unknown): boolean {
  return failure instanceof SqliteError && !/^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)/.test(failure.code);
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
