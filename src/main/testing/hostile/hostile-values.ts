import type { Random } from './mutate-media';

/** A JSON schema, as far as the calls of the window use it. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const below = (random: Random, end: number): number => Math.floor(random() * end);
const oneOf = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)] as T;

/** Some value that fits a schema. */
export function fitting(schema: Schema, random: Random): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fitting(oneOf(random, choices), random);
  if ('const' in schema) return schema.const;
  if (schema.enum) return oneOf(random, schema.enum);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, each]) => [key, fitting(each, random)]));
    case 'array':
      // Tuples of numbers are limits, which ascend.
      if (schema.prefixItems) return schema.prefixItems.map((each, at) => (each.type === 'number' ? at * 100 + below(random, 100) : fitting(each, random)));
      return Array.from({ length: (schema.minItems ?? 0) + below(random, 2) }, () => fitting(schema.items || {}, random));
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1) + below(random, 100);
    case 'string':
      if (schema.format === 'date-time') return '2026-11-22T00:00:00Z';
      if (schema.format === 'uri') return 'https://looks.example/v1';
      if (schema.pattern?.endsWith('{1,39}$')) return 'looker';
      return schema.pattern?.includes('{64}') ? 'ab'.repeat(32) : 'x'.repeat(Math.max(1, schema.minLength ?? 0));
    default:
      return null;
  }
}

const knot: Record<string, unknown> = {};
knot['self'] = knot;
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), null);

/** What no call expects anywhere: all that a message between processes can carry. */
export const hostileValues: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e308, 10n ** 30n, '', ' ', 'x'.repeat(100_000), '\0', '\ud800', '../../etc/passwd',
  '__proto__', 'constructor', 'A'.repeat(64), 'g'.repeat(64), '<script>', '2026-13-45T99:99:99Z', '9'.repeat(400), [], [[]], [null], new Array(1_000_000), {}, { length: -1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown, { constructor: { prototype: { polluted: true } } }, { toString: null, valueOf: null }, knot, deep(2_000),
  new Date(NaN), new Map([['limit', 1]]), new Set([1]), new Uint8Array(8), new ArrayBuffer(8), /x/, new Error('x'), { then: 'x' }, { toJSON: 1 },
];

const keys = ['extra', '__proto__', 'constructor', 'limit', 'path', 'toString', '', 'then', 'before', 'kind'] as const;

/** A message one or two hurts away from one that fits, or something else altogether. */
export function hurt(value: unknown, random: Random): unknown {
  if (random() < 0.15) return oneOf(random, hostileValues);
  if (typeof value !== 'object' || value === null) return oneOf(random, hostileValues);
  if (Array.isArray(value)) {
    const items = value as unknown[];
    const where = below(random, items.length + 1);
    if (random() < 0.5) return items.map((item) => hurt(item, random));
    return [...items.slice(0, where), oneOf(random, hostileValues), ...items.slice(where)];
  }
  const copy = new Map(Object.entries(value));
  const known = [...copy.keys()];
  switch (below(random, known.length === 0 ? 1 : 4)) {
    case 0:
      copy.set(oneOf(random, keys), oneOf(random, hostileValues));
      break;
    case 1:
      copy.delete(oneOf(random, known));
      break;
    case 2:
      copy.set(oneOf(random, known), oneOf(random, hostileValues));
      break;
    default: {
      const key = oneOf(random, known);
      copy.set(key, hurt(copy.get(key), random));
    }
  }
  return withOwnKeys(copy);
}

/** An object with exactly these keys, `__proto__` among them if need be, as a message brings it. */
function withOwnKeys(entries: ReadonlyMap<string, unknown>): object {
  const object = {};
  for (const [key, value] of entries) Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  return object;
}
