import { type EventFamily, familyOf } from '@shared/events/catalog';
import type { ServiceOnMap } from '@shared/ipc/system-overview';
import { heardBy, lanesOf } from './lanes-of';

/** A vertical wire between a card and the lanes. */
export interface Stem {
  readonly x: number;
  /** At the card's edge. */
  readonly from: number;
  /** At the farthest lane. */
  readonly to: number;
}

export interface MapNode {
  readonly service: ServiceOnMap;
  /** A door says events and hears none: it lies on the other side of the log. */
  readonly door: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hears: Stem | null;
  readonly says: Stem | null;
}

/** Where a lane meets the wire of a card. */
export interface Tap {
  readonly service: string;
  readonly x: number;
  readonly says: boolean;
}

/** One event type: a line through the log. */
export interface MapLane {
  readonly type: string;
  readonly family: EventFamily;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly taps: readonly Tap[];
}

export interface SystemMap {
  readonly width: number;
  readonly height: number;
  /** How wide the names and the counts of lanes are. */
  readonly names: number;
  readonly counts: number;
  /** Whether there is too little room for more than what matters. */
  readonly tight: boolean;
  readonly log: { readonly y: number; readonly height: number };
  readonly nodes: readonly MapNode[];
  readonly lanes: readonly MapLane[];
}

export const sizes = {
  card: 70,
  door: 52,
  lane: 28,
  logHead: 30,
  logFoot: 8,
  gap: 26,
  widestCard: 176,
  /** Between the lanes and their counts. */
  end: 16,
  /** How far the two wires of a card stand apart. */
  wires: 44,
} as const;

/** Left of the wires stand the names of the lanes, right of them their counts. Where there is little room, all is closer. */
const roomy = { names: 200, counts: 96, column: 128, between: 14 } as const;
const tight = { names: 184, counts: 48, column: 100, between: 8 } as const;

/**
 * Lays the map out from what services say of themselves: services above the log in the order of a file's way, doors
 * below it, and one lane of the log for each event type. `seen` are types that came from elsewhere. It is never
 * narrower than what it shows needs.
 */
export function layoutMap(services: readonly ServiceOnMap[], seen: readonly string[], wanted: number): SystemMap {
  const above = services.filter(({ hears }) => hears.length > 0);
  const below = services.filter(({ hears }) => hears.length === 0);
  const types = lanesOf([...above, ...below], seen);
  const columns = Math.max(1, above.length, below.length + 1);
  const least = (room: typeof roomy | typeof tight) => room.names + room.counts + columns * room.column;
  const room = wanted < least(roomy) ? tight : roomy;
  const { names, counts } = room;
  const width = Math.max(wanted, least(tight));
  const pitch = (width - names - counts) / columns;
  const cardWidth = Math.floor(Math.min(sizes.widestCard, pitch - room.between) / 2) * 2;

  const log = { y: sizes.card + sizes.gap, height: sizes.logHead + types.length * sizes.lane + sizes.logFoot };
  const laneY = (type: string) => log.y + sizes.logHead + (types.indexOf(type) + 0.5) * sizes.lane;
  const hasDoors = below.length > 0;
  const doorY = log.y + log.height + sizes.gap;

  const nodeAt = (service: ServiceOnMap, door: boolean, column: number): MapNode => {
    const middle = Math.round(names + pitch * column);
    const edge = door ? doorY : sizes.card;
    const stem = (x: number, heardOrSaid: readonly string[]): Stem | null => {
      const ys = heardOrSaid.map(laneY);
      return ys.length === 0 ? null : { x, from: edge, to: door ? Math.min(...ys) : Math.max(...ys) };
    };
    const hears = heardBy(service, types);
    const aside = hears.length > 0 && service.says.length > 0 ? Math.min(sizes.wires, cardWidth / 2) / 2 : 0;
    return {
      service,
      door,
      x: middle - cardWidth / 2,
      y: door ? doorY : 0,
      width: cardWidth,
      height: door ? sizes.door : sizes.card,
      hears: stem(middle - aside, hears),
      says: stem(middle + aside, service.says),
    };
  };
  const nodes = [
    ...above.map((service, column) => nodeAt(service, false, column + 0.5)),
    // Between the columns, so that no wire of a door lies on one of a service.
    ...below.map((service, gap) => nodeAt(service, true, gap + 1)),
  ];
  const end = width - counts - sizes.end;
  const lanes = types.map((type): MapLane => {
    const taps = nodes.flatMap((node) => tapsOf(node, type, types));
    return { type, family: familyOf(type), y: laneY(type), from: Math.min(end, ...taps.map(({ x }) => x)), to: end, taps };
  });
  return { width, names, counts, tight: room === tight, height: hasDoors ? doorY + sizes.door : log.y + log.height, log, nodes, lanes };
}

function tapsOf({ service, hears, says }: MapNode, type: string, types: readonly string[]): readonly Tap[] {
  const taps: Tap[] = [];
  if (says !== null && service.says.includes(type)) taps.push({ service: service.name, x: says.x, says: true });
  if (hears !== null && heardBy(service, types).includes(type)) taps.push({ service: service.name, x: hears.x, says: false });
  return taps;
}

/** The corner of a card in which the family of an event lights up. */
export function spotOf({ x, y, width }: Pick<MapNode, 'x' | 'y' | 'width'>): { readonly x: number; readonly y: number } {
  return { x: x + width - 16, y: y + 20 };
}
