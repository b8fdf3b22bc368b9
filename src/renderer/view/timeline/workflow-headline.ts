import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
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
  const kind = type === undefined || type === '' ? t('Workflow') : sentence(type);
  const work = provider === null ? kind : t('{kind} in {provider}', { kind, provider });
  const counted = stepsOf(step, ended);
  const common = { title: name, steps: counted } as const;
  if (ended?.event_type === 'workflow.failed') {
    const where = ended.data.failed_at_step ?? (counted === null ? null : t('step {total} of {total2}', { total: Math.min(counted.total, counted.ended + 1), total2: counted.total }));
    return { ...common, title: where === null ? t('{name} stopped', { name }) : t('{name} stopped at {where}', { name, where }), subtitle: ended.data.error_message || work, mark: 'failed' };
  }
  if (ended !== undefined) {
    const made = ended.data.output_assets.length === 0 ? t('{steps_completed, plural, one {# step} other {# steps}}', { steps_completed: ended.data.steps_completed }) : t('{output_assets, plural, one {# picture} other {# pictures}}', { output_assets: ended.data.output_assets.length });
    const cost = ended.data.total_cost === null ? [] : [`${ended.data.total_cost.toFixed(2)} $`];
    return { ...common, subtitle: [work, t('{made} in {total_duration_ms}', { made, total_duration_ms: duration(ended.data.total_duration_ms) }), ...cost].join(' · '), mark: 'done' };
  }
  const at = counted === null ? 'begun' : t('step {ended} of {total}: {step_name}', { ended: counted.ended, total: counted.total, step_name: step?.data.step_name ?? '' });
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
