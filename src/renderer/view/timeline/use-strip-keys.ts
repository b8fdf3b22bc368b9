import type { EventDensity } from '@shared/library/event-density';
import { type KeyboardEvent, useState } from 'react';
import { useOlder } from '../../store/use-older';
import { nextPlace, now, type StripPlace } from './strip';

interface StripKeys {
  readonly density: EventDensity;
  /** The place that is to be seen in the list. */
  readonly seen: StripPlace;
  readonly onStand: (moment: number) => Promise<void>;
  readonly onNow: () => void;
}

interface Led {
  readonly place: StripPlace;
  /** What came into sight by it; null until it has. */
  readonly newest: number | null;
}

/**
 * The keys of the strip: arrows go by one stretch, Page by ten, Home and End to its ends, over stretches in which nothing happened.
 * One stands where the keys led, though a story that is in sight there may have gone on later, until the list is moved otherwise.
 */
export function useStripKeys({ density, seen, onStand, onNow }: StripKeys) {
  const [led, setLed] = useState<Led | null>(null);
  const newest = useOlder((state) => state.sight?.newest ?? null);
  const place = led !== null && (led.newest === null || led.newest === newest) ? led.place : seen;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = nextPlace(density, place, event.key);
    if (next === null) return;
    event.preventDefault();
    if (next === now) {
      setLed(null);
      onNow();
      return;
    }
    const here: Led = { place: next, newest: null };
    setLed(here);
    // The last moment of a stretch, so that the newest of what happened in it stands on top.
    void onStand((density.bounds[next + 1] ?? 0) - 1).then(() => {
      const there = () => ({ ...here, newest: useOlder.getState().sight?.newest ?? null });
      requestAnimationFrame(() => setLed((latest) => (latest === here ? there() : latest)));
    });
  };

  return { place, onKeyDown, forget: () => setLed(null) };
}
