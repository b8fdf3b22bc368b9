import type { EventDensity } from '@shared/library/event-density';
import { useEffect, useEffectEvent, useState } from 'react';
import { askQuietly } from '../../store/ask';
import { type EventFilter, isNarrowed } from '../../store/event-filter';
import { useLog } from '../../store/use-log';

/** While events come in the strip grows this often, and otherwise as time goes by: a strip of minutes sooner than one of years. */
const growEveryMs = 1_000;
const passEveryMs = { atLeast: 5_000, atMost: 30_000 };

const passOf = ({ bounds: [from = 0, to = 0] }: EventDensity) =>
  Math.min(passEveryMs.atMost, Math.max(passEveryMs.atLeast, to - from));

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
    let passMs = passEveryMs.atMost;
    const look = async (wait: number) => {
      const { sequence } = useLog.getState();
      if (sequence === asked && wait < passMs) {
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
        passMs = passOf(answer);
        setDensity({ answer, words: answer.matching === null });
        tell(whole && isNarrowed(filter) ? (answer.matching?.reduce((sum, events) => sum + events, 0) ?? null) : null);
        // Still counting: there is more to ask for.
        if (!whole) asked = -1;
      }
      timer = setTimeout(() => void look(0), growEveryMs);
    };
    void look(passMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [filter, buckets]);
  return density;
}
