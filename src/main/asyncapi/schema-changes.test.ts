import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema';
import { changesBetween, compareVersions, leastVersionAfter } from './schema-changes';

const base = {
  path: z.string(),
  size: z.int().nonnegative(),
  kind: z.enum(['image', 'video']),
  note: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  place: z.strictObject({ x: z.number() }),
};
const { path: _, ...withoutPath } = base;

const after = (shape: z.ZodRawShape) => leastVersionAfter('1.2.3', changesBetween(jsonSchemaOf(z.strictObject(base)), jsonSchemaOf(z.strictObject(shape))));

describe('[B22] how an event may change', () => {
  it.each<[version: string, what: string, shape: z.ZodRawShape]>([
    ['1.2.3', 'nothing', base],
    ['1.2.3', 'the order of its fields', Object.fromEntries(Object.entries(base).reverse())],
    ['1.2.4', 'the words about a field', { ...base, path: z.string().describe('Where it lies.') }],
    ['1.2.4', 'the order of its words', { ...base, kind: z.enum(['video', 'image']) }],
    ['1.3.0', 'a new field with a default', { ...base, colour: z.string().default('') }],
    ['1.3.0', 'a new field that may be left out', { ...base, colour: z.string().optional() }],
    ['1.3.0', 'a new field deep inside', { ...base, place: z.strictObject({ x: z.number(), y: z.number().default(0) }) }],
    ['2.0.0', 'a field is gone', withoutPath],
    ['2.0.0', 'a field has another name', { ...withoutPath, file_path: base.path }],
    ['2.0.0', 'a new required field', { ...base, colour: z.string() }],
    ['2.0.0', 'a field may be left out', { ...base, path: z.string().default('') }],
    ['2.0.0', 'a field is no longer optional', { ...base, note: z.string().nullable() }],
    ['2.0.0', 'a field may be null', { ...base, path: z.string().nullable() }],
    ['2.0.0', 'a field may no longer be null', { ...base, note: z.string().default('') }],
    ['2.0.0', 'a new word', { ...base, kind: z.enum(['image', 'video', 'audio']) }],
    ['2.0.0', 'a word is gone', { ...base, kind: z.enum(['image']) }],
    ['2.0.0', 'words where text was free', { ...base, path: z.enum(['a', 'b']) }],
    ['2.0.0', 'another type', { ...base, size: z.number().nonnegative() }],
    ['2.0.0', 'a tighter limit', { ...base, size: z.int().min(1) }],
    ['2.0.0', 'a wider limit', { ...base, size: z.int() }],
    ['2.0.0', 'a pattern', { ...base, path: z.string().regex(/^\//) }],
    ['2.0.0', 'another default', { ...base, tags: z.array(z.string()).default(['new']) }],
    ['2.0.0', 'other items', { ...base, tags: z.array(z.int()).default([]) }],
  ])('[B22] %s: %s', (version, _what, shape) => {
    expect(after(shape)).toBe(version);
  });

  it('[B22] a closed object that is opened, and one that is closed, break', () => {
    const closed = jsonSchemaOf(z.strictObject(base));
    const open = jsonSchemaOf(z.looseObject(base));
    for (const changes of [changesBetween(closed, open), changesBetween(open, closed)]) expect(leastVersionAfter('1.0.0', changes)).toBe('2.0.0');
  });

  it('[B22] says which field and what about it', () => {
    const newer = jsonSchemaOf(z.strictObject({ ...withoutPath, kind: z.enum(['image', 'audio']), colour: z.string().optional() }));
    expect(changesBetween(jsonSchemaOf(z.strictObject(base)), newer)).toEqual(expect.arrayContaining([
      { kind: 'breaking', field: 'path', what: 'is gone' },
      { kind: 'breaking', field: 'kind', what: 'no longer allows "video", which older events say' },
      { kind: 'breaking', field: 'kind', what: 'may say "audio", which older readers do not know' },
      { kind: 'addition', field: 'colour', what: 'is new and may be left out' },
    ]));
  });

  it('[B22] versions are compared by number', () => {
    expect(['1.10.0', '1.9.0', '2.0.0', '1.0.0'].sort(compareVersions)).toEqual(['1.0.0', '1.9.0', '1.10.0', '2.0.0']);
  });
});
