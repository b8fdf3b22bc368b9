import type { RecordedEvent } from '@shared/events/catalog';
import { textOf, wordsOf } from '@shared/library/event-words';
import { storyIdOf } from '@shared/library/story-id';

/** What happened to one file, in one go, or in one workflow. */
export interface Story {
  readonly id: string;
  /** Newest first. */
  readonly events: readonly RecordedEvent[];
}

/** Stories as they were gathered last, by their newest event: one that has not changed stays the same. */
const gathered = new WeakMap<RecordedEvent, Story>();

function storyOf(id: string, events: readonly RecordedEvent[]): Story {
  const [newest] = events;
  const before = newest && gathered.get(newest);
  if (before?.id === id && before.events.length === events.length && before.events.at(-1) === events.at(-1)) return before;
  const story = { id, events };
  if (newest !== undefined) gathered.set(newest, story);
  return story;
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
  return [...stories].map(([id, own]) => storyOf(id, own));
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
