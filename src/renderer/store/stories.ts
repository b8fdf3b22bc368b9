import type { RecordedEvent } from '@shared/events/catalog';
import { textOf, wordsOf } from '@shared/library/event-words';
import { storyIdOf } from '@shared/library/story-id';

/** What happened to one file, in one go, or in one workflow. */
export interface Story {
  readonly id: string;
  /** Newest first. */
  readonly events: readonly RecordedEvent[];
}

/** Gathers events, newest first, into stories; the story that moved last stands first. */
export function gatherStories(events: readonly RecordedEvent[]): readonly Story[] {
  const stories = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const id = storyIdOf(event);
    const story = stories.get(id);
    if (story === undefined) stories.set(id, [event]);
    else story.push(event);
  }
  return [...stories].map(([id, own]) => ({ id, events: own }));
}

const wordsOfEvent = new WeakMap<RecordedEvent, readonly string[]>();

/** Whether each word of the text begins some word of the event's type or payload. The log's own search works alike. */
export function mentions(event: RecordedEvent, text: string): boolean {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return true;
  let words = wordsOfEvent.get(event);
  if (words === undefined) {
    words = wordsOf(textOf(event));
    wordsOfEvent.set(event, words);
  }
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}
