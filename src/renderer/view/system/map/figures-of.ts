import type { SystemOverview } from '@shared/ipc/system-overview';
import type { MapNode, SystemMap } from './map-layout';
import { type NodeFigures, parkedBy } from './map-words';
import type { MapFlow } from './use-map-flow';

/** How a service fares: what flowed past it, and where it stands in the log. */
export function figuresOf({ service: { name } }: MapNode, { lanes }: SystemMap, overview: SystemOverview, flow: MapFlow): NodeFigures {
  const own = lanes.filter(({ taps }) => taps.some(({ service }) => service === name));
  return {
    minute: own.reduce((sum, { type }) => sum + (flow.minutes.get(type) ?? 0), 0),
    stats: overview.stats.services.find((one) => one.name === name) ?? null,
    parked: parkedBy(overview.dead_letters, name),
  };
}
