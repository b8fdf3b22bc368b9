import type { Database, Statement } from 'better-sqlite3';
import type { EventLog } from './event-log';

interface Intent {
  readonly operation_id: string;
  readonly cause_id: string;
  readonly content_hash: string;
  readonly source_path: string;
  readonly destination_path: string;
  readonly operation: 'copy' | 'move';
}

const fields = 'operation_id, cause_id, content_hash, source_path, destination_path, operation';

/**
 * File operations that were begun. They stand in the log's own database and share its commits, so they are exactly as
 * durable as the events. An operation is over once its event is recorded; its row goes with a later commit.
 */
export class SqliteIntentJournal {
  readonly #log: EventLog;
  readonly #find: Statement<[string], Intent>;
  readonly #plan: Statement<[Intent & { begun_at: string }]>;
  readonly #forget: Statement<[string]>;
  readonly #claimed: Statement<[string], { one: number }>;
  #over: string[] = [];

  constructor(database: Database, log: EventLog) {
    this.#log = log;
    // What a crash kept from being forgotten: operations whose event is in the log.
    for (const { cause_id, content_hash } of database.prepare<[], Intent>(`SELECT ${fields} FROM file_intents`).all()) {
      if (log.reader.aboutSubject(content_hash).some(({ causation_id }) => causation_id === cause_id)) this.#over.push(cause_id);
    }
    this.#find = database.prepare(`SELECT ${fields} FROM file_intents WHERE cause_id = ?`);
    this.#plan = database.prepare(
      `INSERT INTO file_intents (${fields}, begun_at)
       VALUES (@operation_id, @cause_id, @content_hash, @source_path, @destination_path, @operation, @begun_at)
       ON CONFLICT (cause_id) DO UPDATE SET operation_id = excluded.operation_id, destination_path = excluded.destination_path,
         operation = excluded.operation, begun_at = excluded.begun_at`,
    );
    this.#forget = database.prepare('DELETE FROM file_intents WHERE cause_id = ?');
    this.#claimed = database.prepare('SELECT 1 AS one FROM file_intents WHERE destination_path = ? COLLATE NOCASE');
  }

  find(causeId: string): Intent | null {
    return this.#find.get(causeId) ?? null;
  }

  /** Resolves once the intent would survive a power cut. */
  plan(intent: Intent): Promise<void> {
    const over = this.#over.splice(0);
    return this.#log.alongside(() => {
      for (const causeId of over) this.#forget.run(causeId);
      this.#plan.run({ ...intent, begun_at: new Date().toISOString() });
    });
  }

  /** The operation is over. Its row goes with the next commit: one that is left is recognised at the next start. */
  forget(causeId: string): void {
    this.#over.push(causeId);
  }

  claimed(destinationPath: string): boolean {
    return this.#claimed.get(destinationPath) !== undefined;
  }
}
