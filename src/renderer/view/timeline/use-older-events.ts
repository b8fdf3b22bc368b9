import type { RecordedEvent } from '@shared/events/catalog';
import type { TimelinePage } from '@shared/ipc/contract';
import { useCallback, useState } from 'react';
import { ask } from '../../store/ask';
import { type EventFilter, isNarrowed } from '../../store/event-filter';
import { logDoor, useLog } from '../../store/use-log';

interface Tail {
  readonly filter: string;
  readonly events: readonly RecordedEvent[];
  /** Where the next page begins; null when the beginning of the log is reached. */
  readonly before: number | null;
}

export interface OlderEvents {
  /** Matching events from before those that are loaded, newest first. */
  readonly events: readonly RecordedEvent[];
  /** True when there is nothing older. */
  readonly complete: boolean;
  readonly loadMore: () => void;
}

const none: readonly RecordedEvent[] = [];
const pageSize = 200;

/** Pages of older events: without a filter they join the loaded log, with one they are kept beside it. */
export function useOlderEvents(wanted: EventFilter): OlderEvents {
  const oldest = useLog((state) => state.events.at(-1)?.sequence ?? 1);
  const filtering = isNarrowed(wanted);
  const filter = filtering ? JSON.stringify(wanted) : '';
  const [tail, setTail] = useState<Tail>({ filter: '', events: none, before: 1 });
  const [asking, setAsking] = useState<string | null>(null);
  const mine = filtering && tail.filter === filter ? tail : null;
  const before = mine === null ? oldest : mine.before;
  const complete = before === null || before <= Math.max(1, wanted.from ?? 1);

  const loadMore = useCallback(() => {
    if (complete || asking === filter) return;
    setAsking(filter);
    const { families, patterns, ...rest } = wanted;
    void ask('timeline/page', { ...rest, before, limit: pageSize, families: [...families], patterns: [...patterns] }).then((page) => {
      setAsking(null);
      if (page === null) return;
      if (filtering) setTail((last) => longer(last, filter, page));
      else logDoor.timelinePage(page);
    });
  }, [complete, asking, filter, before, wanted, filtering]);

  return { events: mine?.events ?? none, complete, loadMore };
}

/** A page that belongs to another filter begins a new tail. */
function longer(tail: Tail, filter: string, page: TimelinePage): Tail {
  const before = tail.filter === filter ? tail.events : none;
  return { filter, events: [...before, ...page.events], before: page.next_before };
}
