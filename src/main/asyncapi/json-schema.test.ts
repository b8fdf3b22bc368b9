import { catalog } from '@shared/events/catalog';
import { parseOutsideEvent } from '@shared/events/outside-event';
import { wireSchemaOf } from '@shared/events/wire-schema';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asyncApiDocument } from './asyncapi-document';
import { capitalised } from './event-api';
import { aliceEventApi } from './generated-files';
import { type JsonSchema, jsonSchemaOf } from './json-schema';

const api = aliceEventApi();
interface Components {
  readonly messages: Record<string, { readonly examples: { readonly payload: unknown }[] }>;
}
const document = asyncApiDocument(api) as { components: Components };
const ajv = new Ajv({ strict: true, allErrors: false, allowUnionTypes: true, validateFormats: true });
addFormats(ajv);
ajv.addVocabulary(['components']);
ajv.addSchema({ $id: 'contract', components: document.components });

/** What the published document, references and all, says of an event. */
const publishedSays = (id: string) => ajv.compile({ $ref: `contract#/components/schemas/${capitalised(id)}Payload` });

const safe = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isInteger(value) || Number.isSafeInteger(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(safe);
const json = fc.jsonValue({ maxDepth: 2 }).filter(safe);
const times = [
  '2026-03-04T05:06:07.089Z', '2026-02-30T05:06:07.089Z', '2026-03-04T05:06:07Z', '2026-03-04T05:06:07.089+01:00', '2026-03-04T25:06:07.089Z',
  '2024-02-29T23:59:60.000Z', '2023-02-29T23:59:59.000Z', '2024-02-29T23:59:59.999Z', '2026-03-04t05:06:07.089z', '20260-03-04T05:06:07.089Z',
];
const ids = [
  '019cb6fa-2f4e-7b3a-9c1d-8e5f0a6b7c21', '019CB6FA-2F4E-7B3A-9C1D-8E5F0A6B7C21', '019cb6fa-2f4e-0b3a-9c1d-8e5f0a6b7c21',
  'urn:uuid:019cb6fa-2f4e-7b3a-9c1d-8e5f0a6b7c21', '00000000-0000-0000-0000-000000000000',
];
const odd = fc.oneof(
  json,
  fc.constantFrom<unknown>(null, '', 0, -1, 1, 0.5, 6, 'image', 'copy', [], {}, [''], 'ab'.repeat(32), '2026-02-30', true, 'user', '1.0.0'),
  fc.constantFrom(...times),
  fc.constantFrom(...ids),
);

type Change = (target: Record<string, unknown>, key: string) => void;
const change: fc.Arbitrary<Change> = fc.oneof(
  // Of their own each: what one mutant holds, a later change in it must not put into all.
  odd.map((value): Change => (target, key) => { target[key] = structuredClone(value); }),
  fc.constant<Change>((target, key) => { Reflect.deleteProperty(target, key); }),
  odd.map((value): Change => (target) => { target['surprise'] = structuredClone(value); }),
);

/** An example, changed in up to three places of the envelope or the payload. */
const mutant = (example: object) =>
  fc.array(fc.tuple(fc.boolean(), fc.nat(), change), { maxLength: 3 }).map((changes) => {
    const event = structuredClone(example) as Record<string, unknown>;
    for (const [inData, number, apply] of changes) {
      const data = event['data'];
      const target = inData && typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : event;
      const keys = Object.keys(target);
      apply(target, keys[number % Math.max(1, keys.length)] ?? 'data');
    }
    return event;
  });

describe('[B21] the exported schema and the catalog say the same', () => {
  it.each(api.events)('[B21] of $type', ({ id, definition, example }) => {
    const published = publishedSays(id);
    const wire = wireSchemaOf(definition);
    let accepted = 0;
    fc.assert(
      fc.property(mutant(example), (event) => {
        const fits = wire.safeParse(event).success;
        accepted += fits ? 1 : 0;
        expect([published(event), JSON.stringify(event)]).toEqual([fits, JSON.stringify(event)]);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it.each(api.events)('[B21] the example of $type is one that Alice herself takes in', ({ id, example }) => {
    expect(document.components.messages[capitalised(id)]?.examples[0]?.payload).toEqual(example);
    expect(publishedSays(id)(example)).toBe(true);
    expect(parseOutsideEvent(example)).toMatchObject({ kind: 'known' });
  });

  it('[B21] no schema holds what only zod needs', () => {
    const text = JSON.stringify(catalog.map(({ payload }) => jsonSchemaOf(payload)));
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
    expect(text).not.toContain('$schema');
    expect(text).not.toContain('[02468][048]');
  });

  it('[B21] the one difference: whole numbers beyond 2^53, which JavaScript cannot keep', () => {
    const row = api.events.find(({ type }) => type === 'asset.detected')!;
    const event = structuredClone(row.example) as { data: { file_size: number } };
    event.data.file_size = 2 ** 60;
    expect(publishedSays(row.id)(event)).toBe(true);
    expect(parseOutsideEvent(event)).toMatchObject({ kind: 'refused', error: { field: 'data.file_size' } });
  });

  it('[B21] keywords stand in the order in which a person reads them', () => {
    const { properties } = jsonSchemaOf(wireSchemaOf(catalog[0])) as { properties: Record<string, JsonSchema> };
    expect(Object.keys(properties['timestamp']!)).toEqual(['type', 'format', 'pattern']);
  });
});
