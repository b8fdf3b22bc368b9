import { type AskedToTurn, type DecisionEvent, thingOf, turnedOver } from '@shared/library/decisions';
import { type ChangeEvent, changedThing, changeLabel, isChange } from '@shared/story/personal-changes';
import type { Database, Statement } from 'better-sqlite3';
import { bandsLabel, stackLabel } from './history-labels';
import type { NewEntry, OperationRow } from './history-rows';

interface Said extends OperationRow {
  readonly head: number;
  readonly undo_id: string | null;
}

/** Where a decision stands in the history. */
export interface DecisionPlace {
  readonly entry: number;
  /** What it turns over; nothing when it is new. */
  readonly undone: OperationRow | undefined;
  /** The decision that it turns over, or itself. */
  readonly head: number;
  readonly subject: string;
  /** The entry that begins with it. */
  readonly begins: Pick<NewEntry, 'kind' | 'label' | 'batch' | 'stars'> | null;
}

/** Finds out which entry a rating, a decision about a stack, or a change of limits, settings or sources belongs to and takes back. */
export class HistoryDecisions {
  readonly #asked: Statement<[string], AskedToTurn & { first_sequence: number }>;
  readonly #said: Statement<[string], Said>;
  readonly #batch: Statement<[string], { first_sequence: number; stars: number | null }>;
  readonly #mixed: Statement<[number]>;
  readonly #named: Statement<[string, number]>;

  constructor(database: Database) {
    this.#asked = database.prepare('SELECT first_sequence, scope, after_sequence, undone_undo_id FROM history_entries WHERE undo_id = ?');
    this.#said = database.prepare(
      `SELECT o.sequence, o.entry, o.undoes, o.head, e.undo_id FROM history_operations AS o
       JOIN history_entries AS e ON e.first_sequence = o.entry WHERE o.subject = ? ORDER BY o.sequence`,
    );
    this.#batch = database.prepare('SELECT first_sequence, stars FROM history_entries WHERE batch = ?');
    this.#named = database.prepare(`UPDATE history_entries SET kind = 'stack', label = ? WHERE first_sequence = ?`);
    this.#mixed = database.prepare('UPDATE history_entries SET stars = NULL WHERE first_sequence = ?');
  }

  placeOf(event: DecisionEvent | ChangeEvent): DecisionPlace {
    const { sequence } = event;
    const subject = isChange(event) ? changedThing(event) : thingOf(event);
    // What takes a change back is said in the undo's story.
    const undo_id = isChange(event) ? event.correlation_id : event.data.undo_id;
    const asked = undo_id === null ? undefined : this.#asked.get(undo_id);
    if (asked !== undefined) {
      const chain = turnedOver(this.#chainsOf(subject), asked);
      return { entry: asked.first_sequence, undone: chain?.said.at(-1), head: chain?.head ?? sequence, subject, begins: null };
    }
    const fresh = { undone: undefined, head: sequence, subject };
    if (isChange(event)) return { ...fresh, ...this.#changePlace(event) };
    if (event.event_type === 'rating.bands_changed') {
      return { ...fresh, entry: sequence, begins: { kind: 'bands', label: bandsLabel(event.data.bands), batch: null, stars: null } };
    }
    if (event.event_type === 'rating.stack_decided') {
      const label = stackLabel(event.data);
      const rated = this.#batch.get(event.data.decision_id);
      if (rated === undefined) return { ...fresh, entry: sequence, begins: { kind: 'stack', label, batch: null, stars: null } };
      // The ratings that came of it are part of it.
      this.#named.run(label, rated.first_sequence);
      return { ...fresh, entry: rated.first_sequence, begins: null };
    }
    const stars = event.event_type === 'rating.given' ? event.data.stars : 0;
    const batch = event.data.batch_id;
    const known = batch === null ? undefined : this.#batch.get(batch);
    if (known === undefined) return { ...fresh, entry: sequence, begins: { kind: 'rated', label: subject, batch, stars } };
    if (known.stars !== null && known.stars !== stars) this.#mixed.run(known.first_sequence);
    return { ...fresh, entry: known.first_sequence, begins: null };
  }

  /** What is taken from a file of settings at once is one story, and so one entry. */
  #changePlace(event: ChangeEvent): Pick<DecisionPlace, 'entry' | 'begins'> {
    const batch = `changes ${event.correlation_id}`;
    const known = this.#batch.get(batch);
    if (known !== undefined) return { entry: known.first_sequence, begins: null };
    const kind = event.event_type === 'settings.changed' ? 'setting' : 'source';
    return { entry: event.sequence, begins: { kind, label: changeLabel(event), batch, stars: null } };
  }

  #chainsOf(subject: string) {
    const chains = new Map<number, { head: number; said: Said[] }>();
    for (const row of this.#said.all(subject)) {
      const chain = chains.get(row.head);
      if (chain === undefined) chains.set(row.head, { head: row.head, said: [row] });
      else chain.said.push(row);
    }
    return [...chains.values()];
  }
}
