import type { Density } from '@shared/settings/appearance-settings';
import type { RecordedEvent } from '@shared/events/catalog';
import { dayNumber } from '../../parts/times';
import type { VirtualRow } from '../../parts/virtual-rows';
import type { LogState } from '../../store/log-state';
import type { Story } from '../../store/stories';
import { rowKeyOf } from '../../store/use-view';

/** What the timeline draws, one under the other. */
export type TimelineRow = VirtualRow &
  (
    | { readonly kind: 'day'; readonly day: number; readonly count: number; readonly whole: boolean }
    | {
        readonly kind: 'story';
        /** What of it is loaded here: it stands where the newest of these stands. */
        readonly story: Story;
        /** What it came to: the whole of it, when that is known. */
        readonly told: Story;
        /** The whole is not known, and something of it may lie elsewhere. */
        readonly partial: boolean;
        readonly open: boolean;
      }
    | { readonly kind: 'step'; readonly event: RecordedEvent; readonly story_id: string }
    | { readonly kind: 'event'; readonly event: RecordedEvent }
    | { readonly kind: 'gap' }
  );

const heights = {
  normal: { day: 30, story: 44, step: 28, event: 32, gap: 8 },
  compact: { day: 30, story: 32, step: 24, event: 28, gap: 6 },
} as const;

/** What a list of rows is made of, and what lies around it. */
export interface RowsOf<T> {
  readonly things: readonly T[];
  /** Nothing older is left to load. */
  readonly complete: boolean;
  /** Something newer lies above. */
  readonly apart: boolean;
  readonly density?: Density;
}

interface Day {
  readonly day: number;
  readonly rows: TimelineRow[];
  count: number;
}

/** Stories with the steps of those that are unfolded, under the days on which they last moved. */
export function storyRows(
  stories: RowsOf<Story>,
  unfolded: ReadonlySet<string>,
  whole: LogState['stories'],
  newestFrom: number,
): readonly TimelineRow[] {
  const high = heights[stories.density ?? 'normal'];
  return underDays(stories, (story) => story.events[0], (story) => {
    const open = unfolded.has(story.id);
    const known = whole.get(story.id);
    const told = known === undefined ? story : toldBy(known, story.id);
    const partial = known === undefined && isPartial(story, newestFrom);
    const row = storyRow(story, { told, partial, open, height: high.story });
    if (!open) return [row];
    const steps = known ?? story.events.toReversed();
    return [
      row,
      ...steps.map((event) => ({ kind: 'step', key: rowKeyOf.event(event.event_id), height: high.step, event, story_id: story.id }) as const),
      { kind: 'gap', key: `gap ${story.id}`, height: high.gap, skip: true },
    ];
  });
}

/** Older events may not be all, and a story whose first event has a cause began before. */
function isPartial({ events }: Story, newestFrom: number): boolean {
  const first = events.at(-1);
  return first !== undefined && (first.sequence < newestFrom || first.causation_id !== null);
}

type StoryRow = Extract<TimelineRow, { kind: 'story' }>;
const storyRowsBefore = new WeakMap<Story, StoryRow>();

/** A row that says the same stays the same, so that it is not drawn again. */
function storyRow(story: Story, { told, partial, open, height }: Pick<StoryRow, 'told' | 'partial' | 'open' | 'height'>): StoryRow {
  const before = storyRowsBefore.get(story);
  const same = before?.told === told && before.partial === partial && before.open === open && before.height === height;
  if (same) return before;
  const row: StoryRow = { kind: 'story', key: rowKeyOf.story(story.id), height, story, told, partial, open };
  storyRowsBefore.set(story, row);
  return row;
}

const toldStories = new WeakMap<readonly RecordedEvent[], Story>();

function toldBy(events: readonly RecordedEvent[], id: string): Story {
  let told = toldStories.get(events);
  if (told === undefined) toldStories.set(events, (told = { id, events: events.toReversed() }));
  return told;
}

/** Whether a row is of an event, or came to one, up to a sequence: one stands at the first such row. */
export function isAt(row: TimelineRow, sequence: number): boolean {
  const event = newestOf(row);
  return event !== undefined && row.kind !== 'step' && event.sequence <= sequence;
}

/** The event that a row stands for; of a story the newest that is loaded here. */
export function newestOf(row: TimelineRow): RecordedEvent | undefined {
  if (row.kind === 'story') return row.story.events[0];
  return row.kind === 'step' || row.kind === 'event' ? row.event : undefined;
}

/** Every event by itself. */
export function eventRows(events: RowsOf<RecordedEvent>): readonly TimelineRow[] {
  const { event: height } = heights[events.density ?? 'normal'];
  return underDays(events, (event) => event, (event) => [
    { kind: 'event', key: rowKeyOf.event(event.event_id), height, event },
  ]);
}

function underDays<T>(
  { things, complete, apart }: RowsOf<T>,
  eventOf: (thing: T) => RecordedEvent | undefined,
  rowsOf: (thing: T) => readonly TimelineRow[],
): readonly TimelineRow[] {
  const days: Day[] = [];
  for (const thing of things) {
    const event = eventOf(thing);
    if (event === undefined) continue;
    const day = dayNumber(event.timestamp);
    let current = days.at(-1);
    if (current?.day !== day) {
      current = { day, rows: [], count: 0 };
      days.push(current);
    }
    current.count += 1;
    current.rows.push(...rowsOf(thing));
  }
  return days.flatMap(({ day, rows, count }, index) => [
    { kind: 'day', key: `day ${day} ${index}`, height: heights.normal.day, skip: true, day, count, whole: (complete || index < days.length - 1) && !(apart && index === 0) },
    ...rows,
  ]);
}
