import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';
import type { EventLog } from './event-log';

interface Intent {
  readonly operation_id: string;
  readonly cause_id: string;
  readonly kind: 'copy' | 'move' | 'refile' | 'unfile' | 'trash' | 'restore' | 'sidecar';
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
  readonly operation: 'copy' | 'move';
  readonly state: 'planned' | 'reserved' | 'published';
}

const fields = 'operation_id, cause_id, kind, content_hash, source_path, destination_path, operation, state';

/**
 * File operations that were begun. They stand in the log's own database and share its commits, so they are exactly as
 * durable as the events. An operation is over once its event is recorded; its row goes with a later commit.
 */
export class SqliteIntentJournal {
  readonly #log: EventLog;
  readonly #open = new Map<string, Intent>();
  readonly #plan: Statement<[Intent & { begun_at: string }]>;
  readonly #mark: Statement<[string, string]>;
  readonly #forget: Statement<[string]>;
  #over: string[] = [];

  constructor(database: Database, log: EventLog) {
    this.#log = log;
    for (const intent of database.prepare<[], Intent>(`SELECT ${fields} FROM file_intents ORDER BY begun_at, cause_id`).all()) {
      this.#open.set(intent.cause_id, intent);
    }
    this.#plan = database.prepare(
      `INSERT INTO file_intents (${fields}, begun_at)
       VALUES (@operation_id, @cause_id, @kind, @content_hash, @source_path, @destination_path, @operation, @state, @begun_at)
       ON CONFLICT (cause_id) DO UPDATE SET operation_id = excluded.operation_id, kind = excluded.kind, content_hash = excluded.content_hash,
         source_path = excluded.source_path, destination_path = excluded.destination_path, operation = excluded.operation,
         state = excluded.state, begun_at = excluded.begun_at`,
    );
    this.#mark = database.prepare('UPDATE file_intents SET state = ? WHERE cause_id = ?');
    this.#forget = database.prepare('DELETE FROM file_intents WHERE cause_id = ?');
    // What a crash kept from being forgotten: operations whose event is in the log.
    for (const eventId of new Set([...this.#open.keys()].map(eventOf))) this.#end(this.#effectsOf(eventId));
    log.onCommit((events) => { this.#end(events); });
  }

  find(causeId: string): Intent | null {
    return this.#open.get(causeId) ?? null;
  }

  /** The operations that one event led to, in order. */
  ofEvent(eventId: string): readonly Intent[] {
    return this.open()
      .filter(({ cause_id }) => eventOf(cause_id) === eventId)
      .sort((a, b) => placeOf(a.cause_id) - placeOf(b.cause_id));
  }

  /** Operations that were begun and are not over, the oldest first. */
  open(): readonly Intent[] {
    return [...this.#open.values()];
  }

  /** Resolves once the intents would survive a power cut: all of them or none. */
  async plan(...intents: readonly Intent[]): Promise<void> {
    const before = intents.map(({ cause_id }) => this.#open.get(cause_id));
    for (const intent of intents) this.#open.set(intent.cause_id, intent);
    const over = this.#over.splice(0);
    const begun_at = new Date().toISOString();
    try {
      await this.#log.alongside(() => {
        for (const causeId of over) this.#forget.run(causeId);
        for (const intent of intents) this.#plan.run({ ...intent, begun_at });
      });
    } catch (failure) {
      this.#over.push(...over);
      intents.forEach(({ cause_id }, i) => { this.#set(cause_id, before[i]); });
      throw failure;
    }
  }

  /** Records how far an operation has come; resolves once that would survive a power cut. */
  async mark(causeId: string, state: Intent['state']): Promise<void> {
    const intent = this.#open.get(causeId);
    if (intent === undefined || intent.state === state) return;
    await this.#log.alongside(() => { this.#mark.run(state, causeId); });
    if (this.#open.get(causeId) === intent) this.#open.set(causeId, { ...intent, state });
  }

  /** The operation is over. Its row goes with the next plan: one that is left is recognised at the next start. */
  forget(causeId: string): void {
    if (this.#open.delete(causeId)) this.#over.push(causeId);
  }

  claimed(destinationPath: string): boolean {
    const wanted = placeKey(destinationPath);
    return this.open().some(({ destination_path }) => placeKey(destination_path) === wanted);
  }

  #set(causeId: string, intent: Intent | undefined): void {
    if (intent === undefined) this.#open.delete(causeId);
    else this.#open.set(causeId, intent);
  }

  /** Forgets the operations whose outcome is among these events. */
  #end(events: readonly RecordedEvent[]): void {
    if (this.#open.size === 0) return;
    const ended = new Set(events.filter(isOutcome).map(({ causation_id }) => causation_id));
    for (const causeId of [...this.#open.keys()]) if (ended.has(eventOf(causeId))) this.forget(causeId);
  }

  /** The events that one led to. They stand in its story. */
  #effectsOf(eventId: string): readonly RecordedEvent[] {
    const sequence = this.#log.sequenceOf(eventId);
    const [cause] = sequence === null ? [] : this.#log.reader.after(sequence - 1, 1);
    if (cause === undefined) return [];
    return this.#log.reader.ofStory(cause.correlation_id).filter(({ causation_id }) => causation_id === eventId);
  }
}

/**
 * That a service gave up is no outcome of its operation: what it began is still open. Whoever refuses to undo or to refile
 * forgets by itself.
 */
function isOutcome(event: RecordedEvent): boolean {
  if (event.event_type === 'asset.set_aside') return event.data.reason !== 'internal_error';
  return !['event.parked', 'asset.undo_refused', 'asset.refile_refused'].includes(event.event_type);
}

/** A cause is an event, or one of several operations of an event: `<event id>/<n>`. */
function eventOf(causeId: string): string {
  return causeId.split('/', 1)[0] ?? causeId;
}

function placeOf(causeId: string): number {
  return Number(causeId.split('/')[1] ?? 0);
}

/** One name on file systems that do not tell case or normal forms apart. */
function placeKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
