import { type EventFamily, familyOf, type RecordedEvent } from '@shared/events/catalog';
import { behindName } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { type AssetRecord, baseName } from '@shared/library/asset-record';
import { toolName } from '@shared/library/provenance';
import { isOfWorkflow, storyIdOf } from '@shared/library/story-id';
import { describeEvent, namedThing } from '@shared/story/describe-event';
import { markOfEvent } from '../../parts/mark-of-event';
import type { Mark } from '../../parts/shape';
import type { Judge } from '../../parts/stars';
import { duration } from '../../parts/times';
import type { Story } from '../../store/stories';
import { nothingUndone, undoAfter, undoInWords } from '../../store/undo-progress';
import { type WorkflowLine, workflowLine } from './workflow-headline';

/** A story in one row. */
export interface Headline {
  readonly title: string;
  readonly subtitle: string;
  readonly quote: string | null;
  readonly family: EventFamily;
  readonly mark: Mark;
  /** How far a file has come, of four steps; null when the story is about no file. */
  readonly reached: number | null;
  /** Steps of a workflow; null when the story is about none. */
  readonly steps: WorkflowLine['steps'];
  readonly retry: boolean;
}

type End = Extract<RecordedEvent, { event_type: 'asset.organized' | 'asset.duplicated' | 'asset.set_aside' | 'asset.withdrawn' }>;

/** Says in one line what a story came to. */
export function headlineOf(story: Story, asset: AssetRecord | undefined): Headline {
  const undo = story.events.find((event) => event.event_type === 'undo.requested');
  if (undo !== undefined) return undoHeadline(story, undo);
  const workflow = isWorkflow(story) ? workflowLine(story.events) : null;
  if (workflow !== null) return { ...workflow, quote: null, family: 'workflow', reached: null, retry: false };
  const end = endOf(story);
  if (end !== undefined) return endHeadline(story, end, asset);
  const begun = story.events.some(({ event_type }) => event_type === 'asset.detected' || event_type === 'asset.discovered');
  return begun && asset?.filed_at == null ? runningHeadline(story) : otherHeadline(story);
}

/** What is told of a workflow among other things does not make a story its own. */
function isWorkflow({ id, events }: Story): boolean {
  return events.some((event) => isOfWorkflow(event) && storyIdOf(event) === id);
}

/** The asset that a story is about. */
export function hashOf(story: Story): string | null {
  for (const { data } of story.events) {
    const hash: unknown = Reflect.get(data, 'content_hash');
    if (typeof hash === 'string') return hash;
  }
  return null;
}

/** An undo is one story, however many files it is about: its row says how far it has come. */
function undoHeadline({ events }: Story, { data }: Extract<RecordedEvent, { event_type: 'undo.requested' }>): Headline {
  const progress = events.reduce(undoAfter, nothingUndone);
  const open = progress.requested - progress.done - progress.refused > 0;
  return {
    title: data.scope === 'undo' ? t('Done again: {what}', { what: data.label }) : t('Undone: {what}', { what: data.label }),
    subtitle: [undoInWords(progress, data.scope === 'undo'), progress.because].filter((part) => part !== null).join(' · '),
    quote: null,
    family: 'asset',
    mark: open ? 'running' : progress.refused > 0 ? 'failed' : 'done',
    reached: null,
    steps: null,
    retry: false,
  };
}

function endOf({ events }: Story): End | undefined {
  for (const event of events) {
    switch (event.event_type) {
      case 'asset.organized':
      case 'asset.duplicated':
      case 'asset.set_aside':
      case 'asset.withdrawn':
        return event;
      case 'asset.retry_requested':
        return undefined;
      default:
    }
  }
  return undefined;
}

function endHeadline(story: Story, end: End, asset: AssetRecord | undefined): Headline {
  const done = { quote: null, family: 'asset', mark: 'done', reached: reachedBy(story), steps: null, retry: false } as const;
  const name = namedThing(end) ?? '';
  switch (end.event_type) {
    case 'asset.organized': {
      // Where it lies now, when it was moved on since.
      const place = story.events.filter((event) => event.event_type === 'asset.refiled').find(({ data }) => data.content_hash === end.data.content_hash) ?? end;
      const model = modelOf(story) ?? asset?.generation['model'];
      const facts = [toolName(end.data.source_type), typeof model === 'string' ? model : null, fromInbox(story, end)];
      const { quality_folder, project_name } = place.data;
      const words = { name: namedThing(place) ?? name, where: quality_folder ?? project_name };
      return { ...done, title: t('{name} filed in {where}', words), subtitle: facts.filter((fact) => fact !== null).join(' · '), reached: 4 };
    }
    case 'asset.duplicated':
      return {
        ...done,
        title: t('{name} is a duplicate', { name }),
        subtitle: t('Linked to {original}; the file stays in the inbox', { original: baseName(end.data.original_path) }),
        reached: 4,
      };
    case 'asset.set_aside':
      return { ...done, title: t('{name} set aside', { name }), subtitle: end.data.message, mark: 'failed', retry: true };
    case 'asset.withdrawn':
      return { ...done, title: t('{name} was taken out of the inbox', { name }), subtitle: t('Someone removed the file before it was filed') };
  }
}

export interface StoryStars {
  readonly stars: number;
  readonly by: Judge;
}

/** The stars that a file came to, by its own story or else by what is known of it; null when it has none. */
export function starsOf({ events }: Story, asset: AssetRecord | undefined): StoryStars | null {
  const own = events.find((event) => event.event_type === 'rating.given' || event.event_type === 'rating.cleared');
  if (own?.event_type === 'rating.given') return { stars: own.data.stars, by: 'you' };
  const measured = events.find((event) => event.event_type === 'rating.derived' || event.event_type === 'quality.assessed');
  if (measured !== undefined) return { stars: measured.data.star_rating, by: 'measured' };
  if (asset?.stars == null) return null;
  return { stars: asset.stars, by: asset.own_stars === null ? 'measured' : 'you' };
}

function modelOf({ events }: Story): unknown {
  return events.find((event) => event.event_type === 'asset.processed')?.data.generation_params['model'];
}

function fromInbox({ events }: Story, end: RecordedEvent): string | null {
  const first = events.at(-1);
  if (first === undefined || !first.event_type.startsWith('asset.') || first === end) return null;
  return t('from the inbox in {time}', { time: duration(Date.parse(end.timestamp) - Date.parse(first.timestamp)) });
}

function runningHeadline(story: Story): Headline {
  const [latest] = story.events;
  const said = latest && describeEvent(latest);
  const subtitle = [said?.title, said?.detail].filter((part) => typeof part === 'string').join(' · ');
  const name = (latest && namedThing(latest)) ?? t('A file');
  return { title: name, subtitle, quote: null, family: 'asset', mark: 'running', reached: reachedBy(story), steps: null, retry: false };
}

function otherHeadline(story: Story): Headline {
  const latest = story.events[0];
  if (latest === undefined) return { title: '', subtitle: '', quote: null, family: 'system', mark: 'done', reached: null, steps: null, retry: false };
  const { title, detail, quote } = describeEvent(latest);
  const name = namedThing(latest);
  const named = name === null ? title : `${name}: ${behindName(title)}`;
  return { title: named, subtitle: detail ?? '', quote, family: familyOf(latest.event_type), mark: markOfEvent(latest), reached: null, steps: null, retry: false };
}

const steps = ['asset.discovered', 'asset.processed', 'quality.', 'asset.organized'] as const;

function reachedBy({ events }: Story): number {
  const reached = steps.findLastIndex((step) => events.some(({ event_type }) => event_type.startsWith(step)));
  return reached + 1;
}
