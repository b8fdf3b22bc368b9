import { useMemo, useState } from 'react';
import { useHeld } from '../../parts/use-held';
import { useSettled } from '../../parts/use-settled';
import { type EventFilter, matcherOf } from '../../store/event-filter';
import { gatherStories } from '../../store/stories';
import { useLog } from '../../store/use-log';
import { useView } from '../../store/use-view';
import { eventRows, storyRows, type TimelineRow } from './timeline-rows';
import { useOlderEvents } from './use-older-events';

const typingMs = 180;

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Things that wait while the list is held still. */
  readonly waiting: number;
  readonly complete: boolean;
  readonly loadMore: () => void;
  readonly setAtTop: (atTop: boolean) => void;
}

/** The rows of the timeline: filtered, gathered into stories, and held still when paused or scrolled away. */
export function useTimeline(): Timeline {
  const { mode, paused_at, unfolded } = useView((state) => state.timeline);
  const filter = useFilter();
  const { events, sequence, stories: whole } = useLog();
  const [atTop, setAtTop] = useState(true);
  const scrolledAt = useHeld(!atTop, sequence);
  const heldAt = paused_at ?? scrolledAt;
  const older = useOlderEvents(filter);

  const matches = useMemo(() => matcherOf(filter), [filter]);
  const shown = useMemo(() => {
    const live = heldAt === null ? events : events.filter((event) => event.sequence <= heldAt);
    return older.events.length === 0 ? live : [...live, ...older.events];
  }, [events, heldAt, older.events]);

  const rows = useMemo(() => {
    if (mode === 'events') return eventRows(matches === null ? shown : shown.filter(matches), older.complete);
    const stories = gatherStories(shown);
    return storyRows(matches === null ? stories : stories.filter((story) => story.events.some(matches)), unfolded, whole, older.complete);
  }, [mode, shown, matches, unfolded, whole, older.complete]);

  const waiting = useMemo(() => {
    if (heldAt === null) return 0;
    const fresh = events.filter((event) => event.sequence > heldAt && (matches === null || matches(event)));
    return mode === 'events' ? fresh.length : new Set(fresh.map((event) => event.correlation_id)).size;
  }, [events, heldAt, matches, mode]);

  return { rows, waiting, complete: older.complete, loadMore: older.loadMore, setAtTop };
}

/** The filter that is on. What is typed is taken over when it has rested for a moment. */
function useFilter(): EventFilter {
  const { families, text: typed, patterns, since, from: typedFrom } = useView((state) => state.timeline);
  const text = useSettled(typed, typingMs);
  const from = useSettled(typedFrom, typingMs);
  return useMemo(() => ({ families, text, patterns, since, from }), [families, text, patterns, since, from]);
}
