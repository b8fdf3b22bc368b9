import type { RecordedEvent } from '@shared/events/catalog';
import { fixed } from '@shared/language/formats';
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
    return { ...common, title: stoppedAt(name, ended.data.failed_at_step, counted), subtitle: ended.data.error_message || work, mark: 'failed' };
  }
  if (ended !== undefined) {
    const { output_assets, steps_completed: steps, total_cost } = ended.data;
    const time = duration(ended.data.total_duration_ms);
    const pictures = output_assets.length;
    const made = pictures === 0
      ? t('{steps, plural, one {# step} other {# steps}} in {time}', { steps, time })
      : t('{pictures, plural, one {# picture} other {# pictures}} in {time}', { pictures, time });
    const cost = total_cost === null ? [] : [`${fixed(total_cost, 2)} $`];
    return { ...common, subtitle: [work, made, ...cost].join(' · '), mark: 'done' };
  }
  const at = counted === null ? t('begun') : t('step {ended, number} of {total, number}: {step}', { ...counted, step: step?.data.step_name ?? '' });
  return { ...common, subtitle: `${work} · ${at}`, mark: 'running' };
}

function stoppedAt(name: string, step: string | null, counted: WorkflowLine['steps']): string {
  if (step !== null) return t('{name} stopped at {step}', { name, step });
  if (counted === null) return t('{name} stopped', { name });
  return t('{name} stopped at step {at, number} of {total, number}', { name, at: Math.min(counted.total, counted.ended + 1), total: counted.total });
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
