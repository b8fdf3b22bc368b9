/** What an event from outside may be at most. Generous: a large ComfyUI graph is some 300,000 characters. */
export const outsideLimits = { characters: 1_048_576, depth: 64, values: 100_000 } as const;

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | null;
  readonly depth: number;
}

export interface Excess {
  readonly field: string;
  readonly problem: string;
}

/**
 * What keeps a value from being taken in as JSON of a bearable size, or null. Walks without recursion and stops at the
 * first excess, so that a hostile value costs no more than the limits allow.
 */
export function excessOf(value: unknown): Excess | null {
  const open: Place[] = [{ value, key: '', above: null, depth: 0 }];
  let characters = 0;
  let values = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    values += 1;
    characters += place.key.length + lengthOf(place.value);
    if (values > outsideLimits.values) return { field: 'the event', problem: `has more than ${outsideLimits.values} values` };
    if (characters > outsideLimits.characters) return { field: fieldOf(place), problem: 'makes the event larger than 1 MiB' };
    if (place.depth > outsideLimits.depth) return { field: fieldOf(place), problem: `is nested more than ${outsideLimits.depth} deep` };
    if (place.key === '__proto__') return { field: fieldOf(place), problem: 'is a name that is not taken in' };
    if (!isJson(place.value)) return { field: fieldOf(place), problem: 'is not JSON' };
    if (typeof place.value !== 'object' || place.value === null) continue;
    for (const key of Object.keys(place.value)) {
      if (open.length > outsideLimits.values) return { field: fieldOf(place), problem: `has more than ${outsideLimits.values} values` };
      open.push({ value: Reflect.get(place.value, key), key, above: place, depth: place.depth + 1 });
    }
  }
  return null;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length + 2 : 4;
}

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object': {
      if (value === null || Array.isArray(value)) return true;
      const prototype: unknown = Object.getPrototypeOf(value);
      return prototype === Object.prototype || prototype === null;
    }
    default:
      return false;
  }
}

/** The way to a place, short enough for a message: `data.metadata.a…`. */
function fieldOf(place: Place): string {
  const way: string[] = [];
  for (let at: Place | null = place; at !== null; at = at.above) if (at.above !== null) way.unshift(at.key.slice(0, 40));
  if (way.length === 0) return 'the event';
  return way.length > 4 ? `${way.slice(0, 4).join('.')}…` : way.join('.');
}
