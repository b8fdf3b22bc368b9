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
    | { readonly kind: 'story'; readonly story: Story; readonly open: boolean }
    | { readonly kind: 'step'; readonly event: RecordedEvent; readonly story_id: string }
    | { readonly kind: 'event'; readonly event: RecordedEvent }
    | { readonly kind: 'gap' }
  );

const heights = { day: 30, story: 44, step: 28, event: 32, gap: 8 } as const;

interface Day {
  readonly day: number;
  readonly rows: TimelineRow[];
  count: number;
}

/** Stories with the steps of those that are unfolded, under the days on which they last moved. */
export function storyRows(
  stories: readonly Story[],
  unfolded: ReadonlySet<string>,
  whole: LogState['stories'],
  complete: boolean,
): readonly TimelineRow[] {
  return underDays(stories, complete, (story) => story.events[0], (story) => {
    const open = unfolded.has(story.id);
    const row: TimelineRow = { kind: 'story', key: rowKeyOf.story(story.id), height: heights.story, story, open };
    if (!open) return [row];
    const steps = whole.get(story.id) ?? story.events.toReversed();
    return [
      row,
      ...steps.map((event) => ({ kind: 'step', key: rowKeyOf.event(event.event_id), height: heights.step, event, story_id: story.id }) as const),
      { kind: 'gap', key: `gap ${story.id}`, height: heights.gap, skip: true },
    ];
  });
}

/** Every event by itself. */
export function eventRows(events: readonly RecordedEvent[], complete: boolean): readonly TimelineRow[] {
  return underDays(events, complete, (event) => event, (event) => [
    { kind: 'event', key: rowKeyOf.event(event.event_id), height: heights.event, event },
  ]);
}

function underDays<T>(
  things: readonly T[],
  complete: boolean,
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
    { kind: 'day', key: `day ${day} ${index}`, height: heights.day, skip: true, day, count, whole: complete || index < days.length - 1 },
    ...rows,
  ]);
}
