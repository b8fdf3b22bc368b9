import type { JsonSchema } from './json-schema';

/** A difference between two schemas of one event type, judged by the rules of docs/event-evolution.md. */
export interface SchemaChange {
  /** `breaking` needs a new major version, `addition` a new minor one, `wording` a new patch. */
  readonly kind: 'breaking' | 'addition' | 'wording';
  /** Where: `metadata.width`, or `the event`. */
  readonly field: string;
  readonly what: string;
}

const words = ['title', 'description', 'examples', '$comment'];

/** What is different between an older and a newer schema. The same event is read by old and new programs, in both directions. */
export function changesBetween(older: JsonSchema, newer: JsonSchema, field = 'the event'): SchemaChange[] {
  return [...new Set([...Object.keys(older), ...Object.keys(newer)])].flatMap((keyword): SchemaChange[] => {
    const was = older[keyword];
    const is = newer[keyword];
    if (isSame(was, is)) return [];
    switch (keyword) {
      case 'properties':
        return fieldChanges(older, newer, field);
      case 'required':
        return requiredChanges(older, newer, field);
      case 'anyOf':
        return choiceChanges(was, is, field);
      case 'items':
        if (isSchema(was) && isSchema(is)) return changesBetween(was, is, `${field}[]`);
        return [breaking(field, 'items are told apart differently')];
      case 'enum':
        return wordChanges(was, is, field);
      default:
        if (words.includes(keyword)) return [{ kind: 'wording', field, what: `${keyword} reads differently` }];
        return [breaking(field, `${keyword} was ${written(was)} and is ${written(is)}`)];
    }
  });
}

/** The version that a set of changes asks for at least, next after `version`. The same version when there are none. */
export function leastVersionAfter(version: string, changes: readonly SchemaChange[]): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const kinds = new Set(changes.map(({ kind }) => kind));
  if (kinds.has('breaking')) return `${major + 1}.0.0`;
  if (kinds.has('addition')) return `${major}.${minor + 1}.0`;
  return kinds.has('wording') ? `${major}.${minor}.${patch + 1}` : version;
}

/** Less than nought when `a` is the older version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left.map((number, at) => number - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function fieldChanges(older: JsonSchema, newer: JsonSchema, within: string): SchemaChange[] {
  const [was, is] = [propertiesOf(older), propertiesOf(newer)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
    const field = within === 'the event' ? name : `${within}.${name}`;
    const [before, now] = [was[name], is[name]];
    if (now === undefined) return [breaking(field, 'is gone')];
    if (before !== undefined) return changesBetween(before, now, field);
    if (requiredOf(newer).includes(name)) return [breaking(field, 'is new and required, which older events do not have')];
    return [{ kind: 'addition' as const, field, what: 'is new and may be left out' }];
  });
}

function requiredChanges(older: JsonSchema, newer: JsonSchema, within: string): SchemaChange[] {
  const known = Object.keys(propertiesOf(older)).filter((name) => Object.hasOwn(propertiesOf(newer), name));
  return known.flatMap((name) => {
    const [before, now] = [requiredOf(older).includes(name), requiredOf(newer).includes(name)];
    const field = within === 'the event' ? name : `${within}.${name}`;
    if (before === now) return [];
    return [breaking(field, now ? 'has become required, and older events may lack it' : 'may now be left out, and older readers rely on it')];
  });
}

function choiceChanges(was: unknown, is: unknown, field: string): SchemaChange[] {
  if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) return [breaking(field, 'allows other kinds of value, null among them')];
  return was.flatMap((one: unknown, at) => {
    const other: unknown = is[at];
    return isSchema(one) && isSchema(other) ? changesBetween(one, other, field) : [breaking(field, 'allows other kinds of value')];
  });
}

function wordChanges(was: unknown, is: unknown, field: string): SchemaChange[] {
  if (!Array.isArray(was) || !Array.isArray(is)) return [breaking(field, 'is limited to other words')];
  const gone = was.filter((word) => !is.includes(word));
  const come = is.filter((word) => !was.includes(word));
  if (gone.length + come.length === 0) return [{ kind: 'wording', field, what: 'names its words in another order' }];
  return [
    ...gone.map((word: unknown) => breaking(field, `no longer allows ${written(word)}, which older events say`)),
    ...come.map((word: unknown) => breaking(field, `may say ${written(word)}, which older readers do not know`)),
  ];
}

function breaking(field: string, what: string): SchemaChange {
  return { kind: 'breaking', field, what };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema['properties'] ?? {}) as Record<string, JsonSchema>;
}

function requiredOf(schema: JsonSchema): readonly string[] {
  return (schema['required'] ?? []) as readonly string[];
}

function written(value: unknown): string {
  return value === undefined ? 'not said' : JSON.stringify(value);
}

/** Equal as JSON; the order of keys and of required fields does not matter. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.keys(a), Object.keys(b)];
  return left.length === right.length && left.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)));
}
