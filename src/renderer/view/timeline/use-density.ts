import type { EventDensity } from '@shared/library/event-density';
import { useEffect, useEffectEvent, useState } from 'react';
import { askQuietly } from '../../store/ask';
import { type EventFilter, isNarrowed } from '../../store/event-filter';
import { useLog } from '../../store/use-log';

/** While events come in the strip grows this often, and otherwise as time goes by. */
const growEveryMs = 1_000;
const passEveryMs = 30_000;

export interface Density {
  readonly answer: EventDensity;
  /** Words are looked for, which are not counted by time. */
  readonly words: boolean;
}

/**
 * How many events there were when, for the filter; kept current while it is in sight. Null until it is known. `onCount` is told how
 * many match, or null when that is not known or nothing is narrowed.
 */
export function useDensity(filter: EventFilter, buckets: number, onCount: (matching: number | null) => void): Density | null {
  const [density, setDensity] = useState<Density | null>(null);
  const tell = useEffectEvent(onCount);
  useEffect(() => {
    if (buckets === 0) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = -1;
    const look = async (wait: number) => {
      const { sequence } = useLog.getState();
      if (sequence === asked && wait < passEveryMs) {
        timer = setTimeout(() => void look(wait + growEveryMs), growEveryMs);
        return;
      }
      asked = sequence;
      const { from, families, patterns, since, text } = filter;
      const wish = { from: since, to: null, buckets, families: [...families], patterns: [...patterns], since, text, from_sequence: from };
      const reply = await askQuietly('timeline/density', wish);
      if (ended) return;
      if (typeof reply !== 'string') {
        const { answer } = reply;
        const whole = answer.counted_to >= asked;
        setDensity({ answer, words: answer.matching === null });
        tell(whole && isNarrowed(filter) ? (answer.matching?.reduce((sum, events) => sum + events, 0) ?? null) : null);
        // Still counting: there is more to ask for.
        if (!whole) asked = -1;
      }
      timer = setTimeout(() => void look(0), growEveryMs);
    };
    void look(passEveryMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [filter, buckets]);
  return density;
}
