import { type EventFamily, familyOf } from '@shared/events/catalog';
import { useMedia } from '../../../parts/use-media';
import { flow } from '../../../store/flow';
import { useStatus } from '../../../store/use-status';
import { type Level, levelOf, singlyUpTo } from './levels';
import type { MapNode, SystemMap } from './map-layout';

const minute = 60;
/** Glow follows the mean of so many seconds, so that it does not flicker. */
const glowSeconds = 4;

/** How events flow through the map now. */
export interface MapFlow {
  /** Events of each type in the last minute. */
  readonly minutes: ReadonlyMap<string, number>;
  /** How strongly each lane glows; empty while events are few enough to be shown singly, or where motion is unwanted. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Whether single events may be shown travelling. */
  readonly singly: boolean;
}

export function useMapFlow({ lanes }: SystemMap, now: number): MapFlow {
  const asked = useStatus((state) => state.status?.motion === 'reduced');
  const still = useMedia('(prefers-reduced-motion: reduce)') || asked;
  const minutes = new Map(lanes.map(({ type }) => [type, flow.sum(type, minute, now)]));
  const rates = new Map(lanes.map(({ type }) => [type, flow.sum(type, glowSeconds, now) / glowSeconds]));
  const busy = [...rates.values()].reduce((sum, rate) => sum + rate, 0) > singlyUpTo;
  const levels = new Map(busy && !still ? [...rates].map(([type, rate]) => [type, levelOf(rate)]) : []);
  return { minutes, levels, singly: !still };
}

/** The family that is busiest at a service, and how strongly it glows; null at rest. */
export function glowOf({ service }: MapNode, { lanes }: SystemMap, levels: MapFlow['levels']): { readonly family: EventFamily; readonly level: Level } | null {
  let most: { family: EventFamily; level: Level } | null = null;
  for (const { type, taps } of lanes) {
    const level = levels.get(type) ?? 0;
    if (level > (most?.level ?? 0) && taps.some((tap) => tap.service === service.name)) most = { family: familyOf(type), level };
  }
  return most;
}
