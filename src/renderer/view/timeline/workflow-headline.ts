import type { RecordedEvent } from '@shared/events/catalog';
import { countOf } from '@shared/story/words';
import type { Mark } from '../../parts/shape';
import { duration } from '../../parts/times';

type Of<T extends RecordedEvent['event_type']> = Extract<RecordedEvent, { event_type: T }>;

/** What a workflow came to, in one line. */
export interface WorkflowLine {
  readonly title: string;
  readonly subtitle: string;
  readonly mark: Mark;
  /** Steps that have ended, of how many there are; null while that is not known. */
  readonly steps: { readonly ended: number; readonly total: number } | null;
}

/** A workflow's line from its events, newest first; null when none of them tells of one. */
export function workflowLine(events: readonly RecordedEvent[]): WorkflowLine | null {
  const started = last(events, 'workflow.started');
  const ended = events.find((event) => event.event_type === 'workflow.completed' || event.event_type === 'workflow.failed');
  const step = last(events, 'workflow.step_completed');
  const any = ended ?? step ?? started;
  if (any === undefined) return null;
  const { data } = any;
  const name = started?.data.workflow_name ?? data.workflow_id;
  const type = 'workflow_type' in data ? data.workflow_type : started?.data.workflow_type;
  const used = ended?.event_type === 'workflow.completed' ? ended.data.provider_used : null;
  const provider = started?.data.provider ?? used;
  const kind = type === undefined || type === '' ? 'Workflow' : sentence(type);
  const work = provider === null ? kind : `${kind} in ${provider}`;
  const counted = stepsOf(step, ended);
  const common = { title: name, steps: counted } as const;
  if (ended?.event_type === 'workflow.failed') {
    const where = ended.data.failed_at_step ?? (counted === null ? null : `step ${Math.min(counted.total, counted.ended + 1)} of ${counted.total}`);
    return { ...common, title: where === null ? `${name} stopped` : `${name} stopped at ${where}`, subtitle: ended.data.error_message || work, mark: 'failed' };
  }
  if (ended !== undefined) {
    const made = ended.data.output_assets.length === 0 ? countOf(ended.data.steps_completed, 'step') : countOf(ended.data.output_assets.length, 'picture');
    const cost = ended.data.total_cost === null ? [] : [`${ended.data.total_cost.toFixed(2)} $`];
    return { ...common, subtitle: [work, `${made} in ${duration(ended.data.total_duration_ms)}`, ...cost].join(' · '), mark: 'done' };
  }
  const at = counted === null ? 'begun' : `step ${counted.ended} of ${counted.total}: ${step?.data.step_name ?? ''}`;
  return { ...common, subtitle: `${work} · ${at}`, mark: 'running' };
}

function stepsOf(step: Of<'workflow.step_completed'> | undefined, ended: RecordedEvent | undefined): WorkflowLine['steps'] {
  if (step !== undefined) return { ended: step.data.step_number, total: Math.max(step.data.total_steps, step.data.step_number) };
  if (ended?.event_type !== 'workflow.completed' || ended.data.steps_completed === 0) return null;
  return { ended: ended.data.steps_completed, total: ended.data.steps_completed };
}

function last<T extends RecordedEvent['event_type']>(events: readonly RecordedEvent[], type: T): Of<T> | undefined {
  return events.find((event): event is Of<T> => event.event_type === type);
}

/** `image_generation` as `Image generation`. */
function sentence(words: string): string {
  const plain = words.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
