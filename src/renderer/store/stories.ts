import type { RecordedEvent } from '@shared/events/catalog';

/** Events with one correlation id: what happened to one file, or in one go. */
export interface Story {
  readonly id: string;
  /** Newest first. */
  readonly events: readonly RecordedEvent[];
}

/** Gathers events, newest first, into stories; the story that moved last stands first. */
export function gatherStories(events: readonly RecordedEvent[]): readonly Story[] {
  const stories = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const story = stories.get(event.correlation_id);
    if (story === undefined) stories.set(event.correlation_id, [event]);
    else story.push(event);
  }
  return [...stories].map(([id, own]) => ({ id, events: own }));
}

const texts = new WeakMap<RecordedEvent, string>();

/** Whether an event's type or payload contains the text, in any case. The log's own search works alike. */
export function mentions(event: RecordedEvent, text: string): boolean {
  if (text === '') return true;
  let known = texts.get(event);
  if (known === undefined) {
    known = `${event.event_type} ${JSON.stringify(event.data)}`.toLowerCase();
    texts.set(event, known);
  }
  return known.includes(text.toLowerCase());
}
