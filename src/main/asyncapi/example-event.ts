import type { AnyEventDefinition } from '@shared/events/define-event';
import { exampleEnvelope, exampleValues } from './example-values';
import { type JsonSchema, jsonSchemaOf } from './json-schema';

/** Who says an event, for its example. */
export interface ExampleOrigin {
  readonly source: string;
  readonly actor: string;
}

/** An event as it travels, made up but valid: told values where there are any, else what the schema asks for. */
export function exampleEvent(definition: AnyEventDefinition, { source, actor }: ExampleOrigin): Record<string, unknown> {
  const { type, version } = definition;
  const data = exampleOf(jsonSchemaOf(definition.payload), type) as Record<string, unknown>;
  const { subject } = definition(data as never);
  const { event_id, timestamp, sequence, correlation_id, causation_id } = exampleEnvelope;
  return { event_id, event_type: type, timestamp, source, version, correlation_id, causation_id, actor, subject, sequence, data };
}

/** A value that a schema accepts. `field` is where it stands: a told value for it comes first. */
export function exampleOf(schema: JsonSchema, type: string, field = ''): unknown {
  const told = exampleValues[`${type}/${field}`] ?? exampleValues[field];
  if (told !== undefined && suits(schema, told)) return told;
  if ('default' in schema) return schema['default'];
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (Array.isArray(schema['anyOf'])) return exampleOf(schema['anyOf'][0] as JsonSchema, type, field);
  switch (kindsOf(schema)[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, each]) => [name, exampleOf(each, type, name)]),
      );
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? (Number(schema['exclusiveMinimum'] ?? -1) + 1));
    case 'string':
      return field.replaceAll('_', ' ');
    default:
      return {};
  }
}

/** Whether a told value is of the kind that the schema asks for; the tests hold examples to the whole schema. */
function suits(schema: JsonSchema, value: unknown): boolean {
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].some((each) => suits(each as JsonSchema, value));
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value);
  const pattern = schema['pattern'];
  if (typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern).test(value)) return false;
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const kinds = kindsOf(schema);
  return kinds.length === 0 || kinds.includes(kind) || (kind === 'number' && kinds.includes('integer'));
}

function kindsOf(schema: JsonSchema): readonly unknown[] {
  return schema['type'] === undefined ? [] : [schema['type']].flat();
}
