import type { RecordedEvent } from '@shared/events/catalog';
import type { Database, Statement } from 'better-sqlite3';

/** What people decided about pictures that look nearly the same. */
export const stackDecisionTable = `
  CREATE TABLE stack_decisions (
    decision_id    TEXT PRIMARY KEY,
    -- The last event about it.
    sequence       INTEGER NOT NULL,
    content_hashes TEXT NOT NULL,
    kept_hashes    TEXT NOT NULL,
    decision       TEXT NOT NULL,
    undone         INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Keeps the table: an event with an undo's id takes the decision back, the next one makes it again. */
export class StackDecisionBook {
  readonly #put: Statement<[string, number, string, string, string]>;
  readonly #toggle: Statement<[number, string, number]>;

  constructor(database: Database) {
    this.#put = database.prepare(
      `INSERT INTO stack_decisions VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (decision_id) DO UPDATE
       SET sequence = excluded.sequence, undone = 0 WHERE sequence < excluded.sequence`,
    );
    this.#toggle = database.prepare('UPDATE stack_decisions SET undone = 1 - undone, sequence = ? WHERE decision_id = ? AND sequence < ?');
  }

  follow(event: RecordedEvent): void {
    if (event.event_type !== 'rating.stack_decided') return;
    const { decision_id, content_hashes, kept_hashes, decision, undo_id } = event.data;
    if (undo_id === null) this.#put.run(decision_id, event.sequence, JSON.stringify(content_hashes), JSON.stringify(kept_hashes), decision);
    else this.#toggle.run(event.sequence, decision_id, event.sequence);
  }
}

/** A decision that holds, by the numbers of the pictures that are filed. */
export interface StackDecision {
  readonly members: ReadonlySet<number>;
  /** Of those, the ones that were to stay as they are. */
  readonly kept: readonly number[];
}

/** The decisions that hold. */
export class StackDecisions {
  readonly #all: Statement<[string, number], { decision_id: string; members: string; kept: string }>;

  constructor(database: Database) {
    const idsOf = (column: string) => `(SELECT json_group_array(f.id) FROM json_each(${column}) JOIN asset_facts AS f ON f.content_hash = value)`;
    this.#all = database.prepare(
      `SELECT decision_id, ${idsOf('content_hashes')} AS members, ${idsOf('kept_hashes')} AS kept
       FROM stack_decisions WHERE undone = 0 AND decision_id > ? ORDER BY decision_id LIMIT ?`,
    );
  }

  /** Page after page of them, each read in a moment. */
  *pages(size = 200): Generator<StackDecision[]> {
    for (let after = ''; ; ) {
      const rows = this.#all.all(after, size);
      yield rows.map(({ members, kept }) => ({ members: new Set(JSON.parse(members) as number[]), kept: JSON.parse(kept) as number[] }));
      const last = rows.at(-1);
      if (last === undefined || rows.length < size) return;
      after = last.decision_id;
    }
  }
}
