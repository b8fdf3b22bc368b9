import type { RecordedEvent } from '@shared/events/catalog';
import { isTurn, type TurnEvent } from '@shared/library/board-acts';
import { foldBoard } from '@shared/library/board-fold';
import { foldWorkflow, type WorkflowRun } from '@shared/library/board-workflow';
import type { Database, Statement } from 'better-sqlite3';
import { BoardTables } from './board-records-table';
import { BoardStays } from './board-stays';

/** Folds one event at a time into the tables of the boards, within the transaction of whoever calls. */
export class BoardWriter {
  readonly #tables: BoardTables;
  readonly #stays: BoardStays;
  readonly #name: Statement<[string, string, number]>;
  readonly #unname: Statement<[number]>;
  readonly #isDecision: Statement<[number, number]>;
  readonly #event: Statement<[number, string, string, number, string, string]>;
  readonly #touched: Statement<[string, string, string, number]>;
  readonly #workflow: Statement<[string], string>;
  readonly #putWorkflow: Statement<[string, string | null, number, string]>;

  constructor(database: Database) {
    this.#tables = new BoardTables(database);
    this.#stays = new BoardStays(database);
    this.#name = database.prepare('INSERT OR IGNORE INTO board_names (name, project_id, sequence) VALUES (?, ?, ?)');
    this.#unname = database.prepare('DELETE FROM board_names WHERE sequence = ?');
    this.#isDecision = database.prepare('UPDATE board_events SET decision = ? WHERE sequence = ?');
    this.#event = database.prepare('INSERT INTO board_events (sequence, project_id, at, decision, story, event) VALUES (?, ?, ?, ?, ?, ?)');
    this.#touched = database.prepare('INSERT OR IGNORE INTO board_touched (project_id, kind, id, sequence) VALUES (?, ?, ?, ?)');
    this.#workflow = database.prepare<[string], string>('SELECT record FROM board_workflows WHERE workflow_id = ?').pluck();
    this.#putWorkflow = database.prepare(
      `INSERT INTO board_workflows (workflow_id, project, sequence, record) VALUES (?, ?, ?, ?)
       ON CONFLICT (workflow_id) DO UPDATE SET project = excluded.project, sequence = excluded.sequence, record = excluded.record`,
    );
  }

  fold(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'workflow.started':
      case 'workflow.step_completed':
      case 'workflow.completed':
      case 'workflow.failed': {
        const record = this.#workflow.get(event.data.workflow_id);
        const run = foldWorkflow(record === undefined ? undefined : (JSON.parse(record) as WorkflowRun), event);
        this.#putWorkflow.run(run.id, run.project, event.sequence, JSON.stringify(run));
        return;
      }
      default:
        this.#stays.fold(event);
        this.#foldCreative(event);
    }
  }

  #foldCreative(event: RecordedEvent): void {
    const folded = foldBoard(this.#tables, event);
    if (folded === null) return;
    const { project_id, touched } = folded;
    if (event.event_type === 'project.created' || event.event_type === 'project.renamed') {
      this.#name.run(event.data.project_name, project_id, event.sequence);
    }
    if (isTurn(event)) this.#turn(event);
    const decision = Number(touched.some((each) => each.decision));
    this.#event.run(event.sequence, project_id, event.timestamp, decision, event.correlation_id, JSON.stringify(event));
    for (const { kind, id } of touched) this.#touched.run(project_id, kind, id, event.sequence);
  }

  /** What counts no more is no decision, and gives its project no name. */
  #turn({ event_type, data: { project_id, act_sequence } }: TurnEvent): void {
    const act = this.#tables.said(project_id, act_sequence);
    if (act === undefined) return;
    const again = event_type === 'board.act_redone';
    this.#isDecision.run(Number(again && isDecided(act)), act_sequence);
    if (act.event_type !== 'project.created' && act.event_type !== 'project.renamed') return;
    if (again) this.#name.run(act.data.project_name, project_id, act_sequence);
    else this.#unname.run(act_sequence);
  }
}

/** Whether an act counts among the decisions of its project, while it counts at all. */
function isDecided({ event_type }: RecordedEvent): boolean {
  return !event_type.startsWith('note.') && (event_type === 'board.revision_removed' || !event_type.startsWith('board.'));
}
