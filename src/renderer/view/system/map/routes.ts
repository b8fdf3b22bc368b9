import type { RecordedEvent } from '@shared/events/catalog';
import type { SystemMap } from './map-layout';

export type Point = readonly [x: number, y: number];

/** The way of one event: out of the card of who says it, along its lane, into the cards of those who hear it. */
export interface Route {
  readonly from: string | null;
  /** Null when nobody hears it: it ends in the log. */
  readonly to: string | null;
  readonly points: readonly Point[];
}

/** The ways that an event takes on the map; none when the map has no lane for it. */
export function routesOf(map: SystemMap, event: Pick<RecordedEvent, 'event_type' | 'source' | 'actor'>): readonly Route[] {
  const lane = map.lanes.find(({ type }) => type === event.event_type);
  if (lane === undefined) return [];
  const sayers = lane.taps.filter(({ says }) => says);
  const sayer = sayers.find(({ service }) => service === event.source || event.actor === `service:${service}`) ?? sayers[0];
  const said = map.nodes.find(({ service }) => service.name === sayer?.service);
  const start: readonly Point[] = said?.says == null ? [[lane.from, lane.y]] : [[said.says.x, said.says.from], [said.says.x, lane.y]];
  const from = said?.service.name ?? null;
  const hearers = lane.taps.filter(({ says }) => !says);
  if (hearers.length === 0) return [{ from, to: null, points: [...start, [lane.to, lane.y]] }];
  return hearers.map(({ service: to, x }) => {
    const edge = map.nodes.find(({ service }) => service.name === to)?.hears?.from ?? lane.y;
    return { from, to, points: [...start, [x, lane.y], [x, edge]] };
  });
}

/** How far along a way each of its points lies, from 0 to 1. */
export function offsetsOf(points: readonly Point[]): readonly number[] {
  const lengths = points.map(([x, y], index) => {
    const [beforeX, beforeY] = points[index - 1] ?? [x, y];
    return Math.abs(x - beforeX) + Math.abs(y - beforeY);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let passed = 0;
  return lengths.map((length) => {
    passed += length;
    return whole === 0 ? 0 : passed / whole;
  });
}
