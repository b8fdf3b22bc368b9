import type { EventFamily } from '@shared/events/catalog';
import type { EventDensity } from '@shared/library/event-density';

/** The end of the strip: the newest events, as they come in. */
export const now = 'now';
export type StripPlace = number | typeof now;

/** What one looks for in the strip: what matches where that is counted, else everything. */
export const countsOf = ({ matching, all }: EventDensity): readonly number[] => matching ?? all;

/** The stretch that a moment lies in; the nearest one for a moment outside. */
export function stretchAt({ bounds }: EventDensity, moment: number): number {
  const after = bounds.findIndex((bound) => bound > moment);
  return after === -1 ? Math.max(0, bounds.length - 2) : Math.max(0, after - 1);
}

/** Where a moment lies, 0 … 1. */
export function shareAt({ bounds }: EventDensity, moment: number): number {
  const stretches = bounds.length - 1;
  const stretch = stretchAt({ bounds } as EventDensity, moment);
  const [from = 0, to = 1] = [bounds[stretch], bounds[stretch + 1]];
  const within = Math.min(1, Math.max(0, (moment - from) / (to - from)));
  return (stretch + within) / stretches;
}

/** The moment at a place of the strip, 0 … 1. */
export function momentAt({ bounds }: EventDensity, share: number): number {
  const stretches = bounds.length - 1;
  const along = Math.min(1, Math.max(0, share)) * stretches;
  const stretch = Math.min(stretches - 1, Math.floor(along));
  const [from = 0, to = 0] = [bounds[stretch], bounds[stretch + 1]];
  return from + (along - stretch) * (to - from);
}

/** The stretch that a key leads to, over those in which nothing happened; null when the key leads nowhere. */
export function nextPlace(density: EventDensity, from: StripPlace, key: string): StripPlace | null {
  const counts = countsOf(density);
  const end = counts.length;
  const here = from === now ? end : from;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return later(counts, here + 1);
    case 'PageUp':
      return later(counts, here + pageLength);
    case 'ArrowLeft':
    case 'ArrowDown':
      return earlier(counts, here - 1, from);
    case 'PageDown':
      return earlier(counts, here - pageLength, from);
    case 'Home':
      return later(counts, 0);
    case 'End':
      return now;
    default:
      return null;
  }
}

const pageLength = 10;

function later(counts: readonly number[], from: number): StripPlace {
  for (let place = Math.max(0, from); place < counts.length; place += 1) if ((counts[place] ?? 0) > 0) return place;
  return now;
}

/** The first of all is as early as one gets. */
function earlier(counts: readonly number[], from: number, here: StripPlace): StripPlace {
  for (let place = Math.min(from, counts.length - 1); place >= 0; place -= 1) if ((counts[place] ?? 0) > 0) return place;
  const first = later(counts, 0);
  return first === now || (here !== now && first > here) ? here : first;
}

const families = ['asset', 'quality', 'workflow', 'creative', 'system'] as const satisfies readonly EventFamily[];

/** How many of each family a stretch holds; those of which there are none are left out. */
export function familiesIn(density: EventDensity, stretch: number): readonly (readonly [EventFamily, number])[] {
  return families.map((family) => [family, density.families[family][stretch] ?? 0] as const).filter(([, events]) => events > 0);
}

/** How many events stand for a full bar: one busy day must not flatten a year, so that what is far beyond the usual is cut. */
export function fullBar(counts: readonly number[]): number {
  const some = counts.filter((events) => events > 0).sort((a, b) => a - b);
  const [usual, most] = [some[Math.floor(some.length * 0.9)], some.at(-1)];
  return Math.max(1, Math.min(most ?? 1, (usual ?? 1) * beyondUsual));
}

const beyondUsual = 3;

/** How high a bar stands, 0 … 1: with the square root, and anything that happened is to be seen. */
export function heightOf(events: number, full: number): number {
  return events === 0 ? 0 : Math.min(1, Math.max(0.06, Math.sqrt(events / full)));
}
