import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { catalog } from './catalog';
import { envelopeSchema } from './envelope';

const folder = new URL('golden/', import.meta.url);
const goldenOf = (type: string, version: string) => new URL(`${type}@${version}.json`, folder);
const textOf = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;

const rows: [string, string, z.ZodType][] = [
  ['envelope', '1.0.0', envelopeSchema],
  ...catalog.map(({ type, version, payload }): [string, string, z.ZodType] => [type, version, payload]),
];

it.each(rows)('[B11] %s %s is what was published under this version; a change needs a new version', (type, version, schema) => {
  const golden = goldenOf(type, version);
  // A new type or version is written down once; from then on it does not change.
  if (!existsSync(golden) && process.env['CI'] === undefined) writeFileSync(golden, textOf(schema));
  expect(JSON.parse(textOf(schema))).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

it('[B11] no published type has gone', () => {
  const types = new Set(rows.map(([type]) => type));
  expect(readdirSync(folder).filter((name) => !types.has(name.split('@')[0] ?? ''))).toEqual([]);
});
