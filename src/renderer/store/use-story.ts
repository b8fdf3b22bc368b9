import type { RecordedEvent } from '@shared/events/catalog';
import { storyIdOf } from '@shared/library/story-id';
import { useEffect, useMemo } from 'react';
import { loadStory } from './actions';
import { useLog } from './use-log';

/** A story from its beginning: what is loaded at once, the whole when it has been asked for. */
export function useStory(id: string): readonly RecordedEvent[] {
  const whole = useLog((state) => state.stories.get(id));
  const events = useLog((state) => state.events);
  useEffect(() => void loadStory(id), [id]);
  return useMemo(() => whole ?? events.filter((event) => storyIdOf(event) === id).toReversed(), [whole, events, id]);
}
