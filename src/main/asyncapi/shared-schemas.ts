import { calendarDay, contentHash } from '@shared/events/fields';
import { wireSchemaOf } from '@shared/events/wire-schema';
import { capitalised, type EventEntry } from './event-api';
import { type JsonSchema, jsonSchemaOf } from './json-schema';

/** What each field of the envelope means; in the order in which people read them. */
export const envelopeNotes: Readonly<Record<string, string>> = {
  event_id: 'Unique. A UUIDv7, made once when the event is created and never again.',
  event_type: 'What happened, in the past tense.',
  timestamp: 'When it happened: UTC, ISO 8601, with milliseconds.',
  source: 'The component that made it.',
  version: 'The version of the schema of this event type.',
  correlation_id: 'The story that it belongs to: of one file, or of one workflow.',
  causation_id: 'The event that led to it; null when a person or the disk started it.',
  actor: "Who acted: 'user', 'service:NAME' or 'assistant:NAME'.",
  subject: 'What it is about: a content hash, a project, a workflow. Order is kept per subject.',
  sequence: 'Its place in the log of the hub that sends it: ascending, never reused. Left out by those who have no log.',
  data: 'The payload.',
};

/** Fields of the envelope that every event has alike, each under a name of its own. */
const ownPerEvent = ['event_type', 'version', 'data'];
const componentNames: Readonly<Record<string, string>> = { timestamp: 'Timestamp', source: 'EventSource', subject: 'EventSubject' };

const nounSchemas: Readonly<Record<string, JsonSchema>> = {
  ContentHash: { title: 'Content hash', description: "SHA-256 of a file's bytes: its identity everywhere.", ...jsonSchemaOf(contentHash) },
  CalendarDay: { title: 'Calendar day', description: 'A day as YYYY-MM-DD.', ...jsonSchemaOf(calendarDay) },
};

/** `components.schemas`: the fields of the envelope, the nouns, and two schemas per event: the whole and its `data`. */
export function componentSchemas(events: readonly EventEntry[]): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = { ...envelopeFields(events[0]), ...nounSchemas };
  for (const { id, type, summary, definition, schema } of events) {
    const name = capitalised(id);
    const whole = jsonSchemaOf(wireSchemaOf(definition));
    const fields = whole['properties'] as Record<string, JsonSchema>;
    const properties = Object.entries(envelopeNotes).map(([field, description]): [string, JsonSchema] => {
      if (field === 'data') return [field, refTo(`${name}Data`)];
      return [field, ownPerEvent.includes(field) ? { description, ...fields[field] } : refTo(componentOf(field))];
    });
    schemas[`${name}Payload`] = { title: type, description: summary, ...whole, properties: Object.fromEntries(properties) };
    schemas[`${name}Data`] = { title: `${type}: data`, ...(withNouns(schema) as JsonSchema) };
  }
  return schemas;
}

function envelopeFields(event: EventEntry | undefined): Record<string, JsonSchema> {
  if (event === undefined) return {};
  const fields = jsonSchemaOf(wireSchemaOf(event.definition))['properties'] as Record<string, JsonSchema>;
  const shared = Object.entries(envelopeNotes).filter(([field]) => !ownPerEvent.includes(field));
  return Object.fromEntries(shared.map(([field, description]) => [componentOf(field), { description, ...fields[field] }]));
}

function componentOf(field: string): string {
  return componentNames[field] ?? field.split('_').map(capitalised).join('');
}

function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

const bareNouns = Object.keys(nounSchemas).map((name): [string, string] => {
  const { title: _title, description: _description, ...bare } = nounSchemas[name] ?? {};
  return [JSON.stringify(bare), name];
});
const nounOf = new Map(bareNouns);

/** The title of the noun that a schema spells out, if it is one. */
export function nounOfSchema(schema: JsonSchema): string | undefined {
  const { default: _default, ...bare } = schema;
  const noun = nounOf.get(JSON.stringify(bare));
  return noun === undefined ? undefined : String(nounSchemas[noun]?.['title']).toLowerCase();
}

/** The same schema, naming the nouns instead of spelling them out. */
function withNouns(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNouns);
  if (typeof schema !== 'object' || schema === null) return schema;
  const noun = nounOf.get(JSON.stringify(schema));
  if (noun !== undefined) return refTo(noun);
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]: [string, unknown]) => [keyword, withNouns(value)]));
}
