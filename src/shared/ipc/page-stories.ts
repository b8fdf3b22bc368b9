import type { RecordedEvent } from '../events/catalog';
import type { StoryOfPage, TimelinePage, WholeStory } from './answers';

type OfPage = Pick<TimelinePage, 'stories' | 'others'>;

/** Whole stories to send with a page: what the page holds anyway is not sent twice. */
export function withPage(events: readonly RecordedEvent[], whole: readonly WholeStory[]): OfPage {
  const own = new Set(events.map(({ sequence }) => sequence));
  const others = new Map<number, RecordedEvent>();
  const stories = whole.map(({ id, events: its }): StoryOfPage => {
    for (const event of its) if (!own.has(event.sequence)) others.set(event.sequence, event);
    return { id, sequences: its.map(({ sequence }) => sequence) };
  });
  return { stories, others: [...others.values()] };
}

/** The whole stories that came with a page. */
export function storiesOf({ events, others, stories }: OfPage & Pick<TimelinePage, 'events'>): readonly WholeStory[] {
  const known = new Map([...events, ...others].map((event) => [event.sequence, event]));
  return stories.map(({ id, sequences }) => ({ id, events: sequences.flatMap((sequence) => known.get(sequence) ?? []) }));
}
