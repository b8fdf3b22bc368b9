import type { EventOf, RecordedEvent } from '@shared/events/catalog';
import type { Recorded } from '@shared/events/envelope';
import { baseName } from '@shared/library/asset-record';
import { type ActEvent, isAct, isTurn, type TurnEvent } from '@shared/library/board-acts';
import type { DecisionEvent } from '@shared/library/decisions';
import { type ChangeEvent, isChange } from '@shared/story/personal-changes';
import type { Database, Statement } from 'better-sqlite3';
import { nextBursts, noBursts, type OpenBursts } from './history-bursts';
import { HistoryDecisions } from './history-decisions';
import { actLabel, cardsLabel } from './history-labels';
import type { Growth, NewEntry, NewOperation, OperationRow } from './history-rows';

type Operation = Recorded<EventOf<'asset.organized'>> | Recorded<EventOf<'asset.refiled'>> | Recorded<EventOf<'asset.unfiled'>>;

/** Projects that an entry names; of more it is only said that there are more. */
const projectsNamed = 3;
const nothingMore = { operations: 0, refused: 0, requested: 0, answered: 0 };
const nothingAsked = { undo_id: null, redo: 0, scope: null, after_sequence: null, undone_undo_id: null } as const;

/** Folds one event at a time into the tables of the history, within the transaction of whoever calls. */
export class HistoryWriter {
  readonly #request: Statement<[string], { entry: number; undone_event_id: string }>;
  readonly #operation: Statement<[string], OperationRow>;
  readonly #operationAt: Statement<[number], OperationRow>;
  readonly #addOperation: Statement<[NewOperation]>;
  readonly #setUndone: Statement<[number, number]>;
  readonly #countUndone: Statement<[number, number]>;
  readonly #entryOfUndo: Statement<[string], number>;
  readonly #entryOfStory: Statement<[string], number>;
  readonly #addEntry: Statement<[NewEntry]>;
  readonly #grow: Statement<[Growth]>;
  readonly #projects: Statement<[number], string>;
  readonly #setProjects: Statement<[string, number]>;
  readonly #addRequest: Statement<[string, number, string]>;
  readonly #keepBursts: Statement<[string]>;
  readonly #keptBursts: Statement<[], string>;
  readonly #decisions: HistoryDecisions;
  #bursts: OpenBursts | null = null;

  constructor(database: Database) {
    this.#decisions = new HistoryDecisions(database);
    this.#request = database.prepare('SELECT entry, undone_event_id FROM history_requests WHERE event_id = ?');
    this.#operation = database.prepare('SELECT sequence, entry, undoes FROM history_operations WHERE event_id = ?');
    this.#operationAt = database.prepare('SELECT sequence, entry, undoes FROM history_operations WHERE sequence = ?');
    this.#addOperation = database.prepare(
      'INSERT INTO history_operations (sequence, event_id, entry, undoes, subject, head) VALUES (@sequence, @event_id, @entry, @undoes, @subject, @head)',
    );
    this.#setUndone = database.prepare('UPDATE history_operations SET undone = ? WHERE sequence = ?');
    this.#countUndone = database.prepare('UPDATE history_entries SET undone = undone + ? WHERE first_sequence = ?');
    this.#entryOfUndo = database.prepare<[string], number>('SELECT first_sequence FROM history_entries WHERE undo_id = ?').pluck();
    this.#entryOfStory = database.prepare<[string], number>('SELECT first_sequence FROM history_entries WHERE batch = ?').pluck();
    this.#addEntry = database.prepare(
      `INSERT OR IGNORE INTO history_entries (first_sequence, kind, last_sequence, at, undo_id, redo, scope, after_sequence, undone_undo_id, batch, stars, label, projects)
       VALUES (@first, @kind, @first, @at, @undo_id, @redo, @scope, @after_sequence, @undone_undo_id, @batch, @stars, @label, '[]')`,
    );
    this.#grow = database.prepare(
      `UPDATE history_entries SET last_sequence = @last, at = @at, operations = operations + @operations, refused = refused + @refused,
         requested = requested + @requested, answered = answered + @answered WHERE first_sequence = @first`,
    );
    this.#projects = database.prepare<[number], string>('SELECT projects FROM history_entries WHERE first_sequence = ?').pluck();
    this.#setProjects = database.prepare('UPDATE history_entries SET projects = ? WHERE first_sequence = ?');
    this.#addRequest = database.prepare('INSERT INTO history_requests VALUES (?, ?, ?)');
    this.#keepBursts = database.prepare('UPDATE history_position SET bursts = ?');
    this.#keptBursts = database.prepare<[], string>('SELECT bursts FROM history_position').pluck();
  }

  fold(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'hub.started':
        this.#burstAfter(event);
        return;
      case 'undo.requested': {
        const { undo_id, scope, label, after_sequence, undone_undo_id } = event.data;
        const asked = { undo_id, scope, after_sequence, undone_undo_id, redo: Number(scope === 'undo') };
        this.#addEntry.run({ first: event.sequence, kind: 'undo', at: event.timestamp, ...asked, label, batch: null, stars: null });
        return;
      }
      case 'asset.undo_requested': {
        const entry = this.#entryOfUndo.get(event.data.undo_id);
        if (entry === undefined) return;
        this.#addRequest.run(event.event_id, entry, event.data.undone_event_id);
        this.#add(entry, event, { requested: 1 });
        return;
      }
      case 'asset.undo_refused': {
        const entry = this.#entryOfUndo.get(event.data.undo_id);
        const asked = this.#request.get(event.causation_id ?? '') !== undefined;
        if (entry !== undefined) this.#add(entry, event, { refused: 1, answered: Number(asked) });
        return;
      }
      case 'asset.organized':
      case 'asset.refiled':
      case 'asset.unfiled':
        this.#foldOperation(event);
        return;
      case 'rating.given':
      case 'rating.cleared':
      case 'rating.bands_changed':
      case 'rating.stack_decided':
        this.#foldDecision(event);
        return;
      default:
        if (isTurn(event)) this.#foldTurn(event);
        // What other programs do on a board is theirs to take back.
        else if (isAct(event) && event.actor === 'user') this.#foldAct(event);
        else if (isChange(event) && event.actor === 'user') this.#foldDecision(event);
    }
  }

  /** Writes down which bursts can still grow; after each batch. */
  keepBursts(): void {
    if (this.#bursts !== null) this.#keepBursts.run(JSON.stringify(this.#bursts));
  }

  /** Forgets what a transaction that was rolled back had changed. */
  forget(): void {
    this.#bursts = null;
  }

  #foldOperation(event: Operation): void {
    const request = this.#request.get(event.causation_id ?? '');
    if (request !== undefined) {
      const undone = this.#operation.get(request.undone_event_id);
      this.#addOperation.run({ ...placeOf(event), entry: request.entry, undoes: undone?.sequence ?? null, subject: null, head: null });
      this.#add(request.entry, event, { operations: 1, answered: 1 });
      this.#toggle(undone);
      return;
    }
    const burst = this.#burstAfter(event);
    if (burst === null || event.event_type === 'asset.unfiled') return;
    const name = baseName(event.event_type === 'asset.organized' ? event.data.destination_path : event.data.to_path);
    const { first, kind } = burst;
    this.#addEntry.run({ first, kind, at: event.timestamp, ...nothingAsked, label: name, batch: null, stars: null });
    this.#addOperation.run({ ...placeOf(event), entry: burst.first, undoes: null, subject: null, head: null });
    this.#add(burst.first, event, { operations: 1 });
    this.#addProject(burst.first, event.data.project_name);
  }

  #foldDecision(event: DecisionEvent | ChangeEvent): void {
    const { entry, undone, head, subject, begins } = this.#decisions.placeOf(event);
    if (begins !== null) this.#addEntry.run({ first: entry, at: event.timestamp, ...nothingAsked, ...begins });
    this.#addOperation.run({ ...placeOf(event), entry, undoes: undone?.sequence ?? null, subject, head });
    this.#add(entry, event, { operations: 1 });
    this.#toggle(undone);
  }

  /** What a person wished at once is one entry: it is one story. */
  #foldAct(event: ActEvent): void {
    const batch = `board ${event.correlation_id}`;
    const known = this.#entryOfStory.get(batch);
    const entry = known ?? event.sequence;
    if (known === undefined) {
      this.#addEntry.run({ first: entry, kind: 'board', at: event.timestamp, ...nothingAsked, label: actLabel(event), batch, stars: null });
      const cards = cardsLabel(event);
      if (cards !== null) this.#setProjects.run(JSON.stringify([cards]), entry);
    }
    this.#addOperation.run({ ...placeOf(event), entry, undoes: null, subject: null, head: null });
    this.#add(entry, event, { operations: 1 });
  }

  #foldTurn(event: TurnEvent): void {
    const entry = this.#entryOfUndo.get(event.data.undo_id);
    if (entry === undefined) return;
    const undone = this.#operation.get(event.data.undone_event_id);
    this.#addOperation.run({ ...placeOf(event), entry, undoes: undone?.sequence ?? null, subject: null, head: null });
    this.#add(entry, event, { operations: 1 });
    this.#toggle(undone);
  }

  /** What was undone is undone now, what its own undoing had undone is not any more, and so on down the chain. */
  #toggle(operation: OperationRow | undefined): void {
    for (let [at, undone] = [operation, true]; at !== undefined; undone = !undone) {
      this.#setUndone.run(Number(undone), at.sequence);
      this.#countUndone.run(undone ? 1 : -1, at.entry);
      at = at.undoes === null ? undefined : this.#operationAt.get(at.undoes);
    }
  }

  #burstAfter(event: RecordedEvent) {
    this.#bursts ??= (JSON.parse(this.#keptBursts.get() ?? 'null') as OpenBursts | null) ?? noBursts;
    const { open, burst } = nextBursts(this.#bursts, event);
    this.#bursts = open;
    return burst;
  }

  #add(first: number, event: RecordedEvent, more: Partial<Growth>): void {
    this.#grow.run({ ...nothingMore, ...more, first, last: event.sequence, at: event.timestamp });
  }

  #addProject(entry: number, project: string): void {
    const projects = JSON.parse(this.#projects.get(entry) ?? '[]') as string[];
    if (projects.length > projectsNamed || projects.includes(project)) return;
    this.#setProjects.run(JSON.stringify([...projects, project]), entry);
  }
}

function placeOf({ sequence, event_id }: RecordedEvent): Pick<NewOperation, 'sequence' | 'event_id'> {
  return { sequence, event_id };
}
