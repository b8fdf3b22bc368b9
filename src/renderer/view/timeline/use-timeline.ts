import type { RecordedEvent } from '@shared/events/catalog';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useHeld } from '../../parts/use-held';
import { useSettled } from '../../parts/use-settled';
import { type EventFilter, filterKey, matcherOf } from '../../store/event-filter';
import { cutLoose, isApart, lightened, type OlderWindow } from '../../store/older-window';
import { gatherStories } from '../../store/stories';
import { useLog } from '../../store/use-log';
import { forgetOlder, loadNewer, loadOlder, mostOlder, newestShown, standAt, useOlder } from '../../store/use-older';
import { useStatus } from '../../store/use-status';
import { useView } from '../../store/use-view';
import { eventRows, storyRows, type TimelineRow } from './timeline-rows';

const typingMs = 180;
/** Where nothing is held still, more than this is let go of. */
const mostLive = 2 * newestShown;
/** So many rows are more than a window shows: what lies above them is out of sight. */
const outOfSight = 150;

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Things that wait while the list is held still. */
  readonly waiting: number;
  readonly complete: boolean;
  /** The list stands somewhere in the log, apart from the newest events. */
  readonly apart: boolean;
  /** What is above is to be kept in its place. */
  readonly held: boolean;
  /** The newest events are shown as they come in. */
  readonly live: boolean;
  readonly filter: EventFilter;
  readonly loadMore: () => void;
  readonly loadAbove: () => void;
  readonly setAtTop: (atTop: boolean) => void;
}

/** The rows of the timeline: filtered, gathered into stories, and held still when paused or scrolled away. */
export function useTimeline(): Timeline {
  const { mode, paused_at, unfolded } = useView((state) => state.timeline);
  const density = useStatus((state) => state.status?.density ?? 'normal');
  const filter = useFilter();
  const { events, sequence, stories: whole } = useLog();
  const [atTop, setAtTop] = useState(true);
  const window = useMine(filter);
  const apart = isApart(window);
  const scrolledAt = useHeld(!atTop || apart, sequence);
  const heldAt = paused_at ?? scrolledAt;
  const newest = useNewest(useHeldEvents(heldAt, events), window, atTop);

  const matches = useMemo(() => matcherOf(filter), [filter]);
  const own = window?.events;
  const shown = useMemo(() => [...(apart ? [] : newest), ...(own ?? [])], [apart, newest, own]);
  const newestDownTo = newest.at(-1)?.sequence ?? (heldAt ?? sequence) + 1;
  const complete = (window === null ? newestDownTo : (window.older ?? 1)) <= Math.max(1, filter.from ?? 1);

  const stories = useMemo(() => {
    if (mode === 'events') return [];
    const all = gatherStories(shown);
    return matches === null ? all : all.filter((story) => story.events.some(matches));
  }, [mode, shown, matches]);
  const rows = useMemo(() => {
    const around = { complete, apart, density };
    if (mode === 'events') return eventRows({ things: matches === null ? shown : shown.filter(matches), ...around });
    return storyRows({ things: stories, ...around }, unfolded, whole, apart ? Number.POSITIVE_INFINITY : newestDownTo);
  }, [mode, shown, stories, matches, unfolded, whole, complete, apart, newestDownTo, density]);

  const waiting = useMemo(() => {
    if (heldAt === null) return 0;
    const fresh = newerThan(events, heldAt).filter((event) => matches === null || matches(event));
    return mode === 'events' ? fresh.length : new Set(fresh.map((event) => event.correlation_id)).size;
  }, [events, heldAt, matches, mode]);

  const most = mostOlder[mode];
  const rowCount = rows.length;
  // A list that is led from place to place needs no more of where it does not stay.
  const resting = useOlder((state) => state.resting);
  const loadMore = useCallback(() => {
    if (!resting) return;
    const settle = (grown: OlderWindow) => {
      if (rowCount < outOfSight) return grown;
      if (isApart(grown)) return lightened(grown, 'newest', most);
      const passing = matches === null ? newest : newest.filter(matches);
      return passing.length + grown.events.length > most ? lightened(cutLoose(grown, passing), 'newest', most) : grown;
    };
    // A page may bring no row, only more of a long story: then the list asks again.
    if (window?.older !== null) void loadOlder(filter, newestDownTo, settle);
  }, [resting, filter, newestDownTo, rowCount, most, matches, newest, window]);
  const loadAbove = useCallback(() => {
    if (resting && isApart(window)) void loadNewer(filter, most);
  }, [resting, filter, most, window]);

  return { rows, waiting, complete, apart, held: !atTop || apart, live: heldAt === null, filter, loadMore, loadAbove, setAtTop };
}

/** The filter that is on. What is typed is taken over when it has rested for a moment. */
function useFilter(): EventFilter {
  const { families, text: typed, patterns, since, from: typedFrom } = useView((state) => state.timeline);
  const text = useSettled(typed, typingMs);
  const from = useSettled(typedFrom, typingMs);
  return useMemo(() => ({ families, text, patterns, since, from }), [families, text, patterns, since, from]);
}

/**
 * The window on older events. When the filter changes, one goes on standing at the same time: until the answer is there, what is
 * loaded is narrowed.
 */
function useMine(filter: EventFilter): OlderWindow | null {
  const window = useOlder((state) => state.window);
  const key = filterKey(filter);
  const stale = window !== null && window.filter !== key;
  const apart = isApart(window);
  useEffect(() => {
    if (!stale) return;
    const { sight } = useOlder.getState();
    if (apart && sight !== null) void standAt({ moment: sight.newest });
    else forgetOlder();
  }, [stale, apart, key]);
  return stale && !apart ? null : window;
}

/** What was there when the list began to be held still, however much comes in since. */
function useHeldEvents(heldAt: number | null, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const [held, setHeld] = useState<{ readonly at: number; readonly events: readonly RecordedEvent[] } | null>(null);
  if (heldAt === null) {
    if (held !== null) setHeld(null);
    return events;
  }
  if (held?.at === heldAt) return held.events;
  const upTo = events.slice(newerThan(events, heldAt).length);
  setHeld({ at: heldAt, events: upTo });
  return upTo;
}

/** The newest events down to where the window begins, or as many as are shown without one. */
function useNewest(events: readonly RecordedEvent[], window: OlderWindow | null, atTop: boolean): readonly RecordedEvent[] {
  const from = window?.joined_at ?? null;
  const newest = useMemo(() => (from === null ? events.slice(0, newestShown) : newerThan(events, from - 1)), [events, from]);
  // While nothing is held still the newest events go on without end, and those in between are let go of.
  const lost = from !== null && (events.at(-1)?.sequence ?? from) > from;
  const tooMuch = from !== null && atTop && newest.length > mostLive;
  useEffect(() => {
    if (lost || tooMuch) forgetOlder();
  }, [lost, tooMuch]);
  return newest;
}

/** Of events, newest first, those behind a sequence. */
function newerThan(events: readonly RecordedEvent[], sequence: number): readonly RecordedEvent[] {
  const end = events.findIndex((event) => event.sequence <= sequence);
  return end === -1 ? events : events.slice(0, end);
}
