import type { EventOf } from '../events/catalog';
import type { Recorded } from '../events/envelope';

/** One run of a workflow, as far as its events tell. */
export interface WorkflowRun {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Id or name of the project that it works for; null when it does not say. */
  readonly project: string | null;
  readonly provider: string | null;
  readonly state: 'running' | 'completed' | 'failed';
  readonly steps_done: number;
  readonly steps: number;
  /** Content hashes of what came of it. */
  readonly output_assets: readonly string[];
  readonly cost: number | null;
  readonly error: string | null;
  /** UTC; null while its beginning or its end is not known. */
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly first_sequence: number;
}

type WorkflowEvent = Recorded<EventOf<'workflow.started' | 'workflow.step_completed' | 'workflow.completed' | 'workflow.failed'>>;

/** Folds one event into a run. Other programs say these events, so an end may come before its beginning. */
export function foldWorkflow(known: WorkflowRun | undefined, event: WorkflowEvent): WorkflowRun {
  const { workflow_id: id } = event.data;
  const run: WorkflowRun = known ?? {
    id, name: id, type: '', project: null, provider: null, state: 'running', steps_done: 0, steps: 0, output_assets: [], cost: null, error: null,
    started_at: null, ended_at: null, first_sequence: event.sequence,
  };
  switch (event.event_type) {
    case 'workflow.started': {
      const { workflow_name: name, workflow_type: type, project_id: project, provider } = event.data;
      return { ...run, name, type, project, provider: run.provider ?? provider, started_at: event.timestamp };
    }
    case 'workflow.step_completed': {
      const { step_number, total_steps } = event.data;
      return { ...run, steps_done: Math.max(run.steps_done, step_number), steps: Math.max(run.steps, total_steps) };
    }
    case 'workflow.completed': {
      const { workflow_type, output_assets, total_cost: cost, provider_used, steps_completed } = event.data;
      return {
        ...run, state: 'completed', type: run.type || workflow_type, output_assets, cost, provider: provider_used ?? run.provider, error: null,
        steps_done: Math.max(run.steps_done, steps_completed), ended_at: event.timestamp,
      };
    }
    case 'workflow.failed': {
      // A failure that is tried again may end well; what ended well did not fail.
      if (run.state === 'completed') return run;
      return { ...run, state: 'failed', type: run.type || event.data.workflow_type, error: event.data.error_message, ended_at: event.timestamp };
    }
  }
}
