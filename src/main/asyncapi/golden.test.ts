import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalog } from '@shared/events/catalog';
import { envelopeSchema } from '@shared/events/envelope';
import { upcasters } from '@shared/events/upcasters';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { apiVersion } from './api-version';
import { jsonSchemaOf } from './json-schema';
import { brokenPromises, type VersionedSchema } from './schema-history';

/** One file per event type and version, written once; the envelope has the version of the API. */
const folder = new URL('../../shared/events/golden/', import.meta.url);

const now: VersionedSchema[] = [
  { type: 'envelope', version: apiVersion, schema: jsonSchemaOf(envelopeSchema) },
  ...catalog.map(({ type, version, payload }) => ({ type, version, schema: jsonSchemaOf(payload) })),
];

it.each(now)('[B11] $type $version is written down', ({ type, version, schema }) => {
  const golden = new URL(`${type}@${version}.json`, folder);
  if (!existsSync(golden) && process.env['CI'] === undefined) writeFileSync(golden, `${JSON.stringify(schema, null, 2)}\n`);
  expect(existsSync(golden)).toBe(true);
});

it('[B11] what was published under a version stays what it is, and newer versions follow the rules', () => {
  const published = readdirSync(folder).map((name): VersionedSchema => {
    const [type = '', version = ''] = name.replace(/\.json$/, '').split('@');
    return { type, version, schema: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VersionedSchema['schema'] };
  });
  const steps = [...upcasters];
  expect(brokenPromises(published, now, steps)).toEqual([]);
});

const schemaOf = (shape: z.ZodRawShape) => jsonSchemaOf(z.strictObject(shape));
const version = (of: string, shape: z.ZodRawShape): VersionedSchema => ({ type: 'asset.dreamed', version: of, schema: schemaOf(shape) });
const one = version('1.0.0', { path: z.string() });
const step = (from: string, to: string, change: (data: object) => object) => ({ event_type: 'asset.dreamed', from, to, upcast: (data: unknown) => change(data as object) });

it.each<[string, VersionedSchema[], VersionedSchema[], Parameters<typeof brokenPromises>[2], string[]]>([
  ['nothing', [one], [one], [], []],
  ['a new type', [], [one], [], []],
  ['a type that has gone', [one], [], [], ['asset.dreamed was published and is no longer in the catalog.']],
  [
    'a change without a new version', [one], [version('1.0.0', { path: z.string(), colour: z.string().default('') })], [],
    ['asset.dreamed 1.0.0 is published and has changed: colour is new and may be left out. Make it 1.1.0.'],
  ],
  [
    'a minor version for a breaking change', [one], [version('1.1.0', { file_path: z.string() })],
    [step('1.0.0', '1.1.0', () => ({ file_path: '' }))],
    ['asset.dreamed 1.1.0 differs from 1.0.0 so much that it must be 2.0.0 or later.'],
  ],
  [
    'a new major version that old events are not brought to', [one], [version('2.0.0', { file_path: z.string() })], [],
    ['No upcaster leads from asset.dreamed 1.0.0 to 2.0.0.'],
  ],
  [
    'an upcaster that forgets a field', [one], [version('1.1.0', { path: z.string(), colour: z.string().default('') })],
    [step('1.0.0', '1.1.0', (data) => data)],
    ['The upcasters from asset.dreamed 1.0.0 leave out colour.'],
  ],
  [
    'two steps that follow the rules', [one, version('1.1.0', { path: z.string(), colour: z.string().default('') })],
    [version('2.0.0', { file_path: z.string() })],
    [step('1.0.0', '1.1.0', (data) => ({ ...data, colour: '' })), step('1.1.0', '2.0.0', () => ({ file_path: '' }))],
    [],
  ],
])('[B22] %s', (_what, published, catalogue, steps, sentences) => {
  expect(brokenPromises(published, catalogue, steps)).toEqual(sentences);
});
