import type { SystemMap } from './map-layout';

/** What the keyboard can be on: a service or an event type. */
export const keyOf = {
  node: (name: string) => `service ${name}`,
  lane: (type: string) => `type ${type}`,
} as const;

/**
 * Where a key leads to on the map; null when it is no move or there is nowhere to go. Above the log one walks sideways,
 * in it up and down.
 */
export function moveOnMap({ nodes, lanes }: SystemMap, from: string, key: string): string | null {
  const above = nodes.filter(({ door }) => !door).map(({ service }) => keyOf.node(service.name));
  const below = nodes.filter(({ door }) => door).map(({ service }) => keyOf.node(service.name));
  const types = lanes.map(({ type }) => keyOf.lane(type));
  const all = [...above, ...types, ...below];
  const row = [above, below].find((one) => one.includes(from));
  switch (key) {
    case 'Home':
      return all[0] ?? null;
    case 'End':
      return all.at(-1) ?? null;
    case 'ArrowLeft':
      return row?.[row.indexOf(from) - 1] ?? null;
    case 'ArrowRight':
      return row?.[row.indexOf(from) + 1] ?? null;
    case 'ArrowDown':
      if (row === above) return types[0] ?? below[0] ?? null;
      return row === below ? null : (types[types.indexOf(from) + 1] ?? below[0] ?? null);
    case 'ArrowUp':
      if (row === below) return types.at(-1) ?? above[0] ?? null;
      return row === above ? null : (types[types.indexOf(from) - 1] ?? above[0] ?? null);
    default:
      return null;
  }
}
