import type { MapChoice } from '../../../store/use-view';
import type { MapLane, SystemMap, Tap } from './map-layout';

export interface Wire {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The wires that belong to what is chosen: all that a service hears and says, or all ends of an event type. */
export function chosenWires(map: SystemMap, choice: MapChoice | null): readonly Wire[] {
  if (choice === null) return [];
  if (choice.kind === 'type') return map.lanes.filter(({ type }) => type === choice.name).flatMap((lane) => wiresOfLane(map, lane, lane.taps));
  return map.lanes.flatMap((lane) => {
    const own = lane.taps.filter(({ service }) => service === choice.name);
    if (own.length === 0) return [];
    const says = own.some((tap) => tap.says);
    // Of what it says the way to those who hear it, of what it hears the way from those who say it.
    return wiresOfLane(map, lane, [...own, ...lane.taps.filter((tap) => tap.says !== says && !own.includes(tap))], own);
  });
}

/** The stretch of a lane between some taps, and the wires from `stemmed` taps to their cards. */
function wiresOfLane(map: SystemMap, { y, to }: MapLane, taps: readonly Tap[], stemmed = taps): readonly Wire[] {
  const unheard = taps.every(({ says }) => says);
  const xs = [...taps.map(({ x }) => x), ...(unheard ? [to] : [])];
  return [
    { x1: Math.min(...xs), y1: y, x2: Math.max(...xs), y2: y },
    ...stemmed.map((tap) => ({ x1: tap.x, y1: edgeOf(map, tap) ?? y, x2: tap.x, y2: y })),
  ];
}

function edgeOf({ nodes }: SystemMap, { service, says }: Tap): number | undefined {
  const node = nodes.find((one) => one.service.name === service);
  return (says ? node?.says : node?.hears)?.from;
}
