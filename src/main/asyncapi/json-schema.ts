import { z } from 'zod';

/** A JSON Schema, draft 7: what AsyncAPI 3.0 takes a payload to be. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

type Keywords = Record<string, unknown>;

/** Milliseconds and Z, which `format: date-time` alone leaves open; that the day exists is the format's to say. */
const utcMilliseconds = String.raw`T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`;

/**
 * The JSON Schema of what may be sent: a field with a default may be left out. Says the same as the zod schema, but for
 * whole numbers beyond 2^53, which zod refuses and JSON Schema has no short word for.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...whole } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => { normalise(jsonSchema); },
  });
  return ordered(whole) as JsonSchema;
}

function normalise(schema: Keywords): void {
  if (schema['format'] === 'date-time') schema['pattern'] = utcMilliseconds;
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  // Keywords that allow everything say nothing.
  for (const keyword of ['items', 'additionalProperties', 'propertyNames']) {
    if (allowsEverything(keyword, schema[keyword])) Reflect.deleteProperty(schema, keyword);
  }
}

function allowsEverything(keyword: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 0 || (keyword === 'propertyNames' && keys.length === 1 && Reflect.get(value, 'type') === 'string');
}

const readingOrder = ['title', 'description', 'type', 'format', 'const', 'enum', 'anyOf', 'pattern', 'default', 'required', 'properties'];

function placeOf(keyword: string): number {
  const place = readingOrder.indexOf(keyword);
  return place === -1 ? readingOrder.length : place;
}

/** The same schema with its keywords in the order in which a person reads them; fields keep their own. */
function ordered(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(ordered);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).sort(([a], [b]) => placeOf(a) - placeOf(b));
  return Object.fromEntries(entries.map(([keyword, value]: [string, unknown]) => [keyword, orderedValue(keyword, value)]));
}

function orderedValue(keyword: string, value: unknown): unknown {
  if (keyword === 'default' || keyword === 'enum') return value;
  return keyword === 'properties' ? each(value as Keywords) : ordered(value);
}

function each(properties: Keywords): Keywords {
  return Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, ordered(schema)]));
}
