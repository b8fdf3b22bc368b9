import { type Upcaster, upcast } from '@shared/events/upcasters';
import { exampleOf } from './example-event';
import type { JsonSchema } from './json-schema';
import { changesBetween, compareVersions, leastVersionAfter } from './schema-changes';

/** A schema under the version under which it was, or is about to be, published. */
export interface VersionedSchema {
  readonly type: string;
  readonly version: string;
  readonly schema: JsonSchema;
}

/** What in the catalog breaks a promise made by what was published; one sentence each. See docs/event-evolution.md. */
export function brokenPromises(
  published: readonly VersionedSchema[],
  catalog: readonly VersionedSchema[],
  steps: readonly Upcaster[],
): string[] {
  const types = new Set([...published, ...catalog].map(({ type }) => type));
  return [...types].flatMap((type) => {
    const now = catalog.find((row) => row.type === type);
    if (now === undefined) return [`${type} was published and is no longer in the catalog.`];
    const versions = published.filter((row) => row.type === type).sort((a, b) => compareVersions(a.version, b.version));
    const older = versions.filter(({ version }) => version !== now.version);
    return [...changedInPlace(versions, now), ...tooSmallSteps([...older, now]), ...older.flatMap((each) => unreadable(each, now, steps))];
  });
}

function changedInPlace(versions: readonly VersionedSchema[], now: VersionedSchema): string[] {
  const golden = versions.find(({ version }) => version === now.version);
  if (golden === undefined) return [];
  const changes = changesBetween(golden.schema, now.schema);
  if (changes.length === 0) return [];
  const found = changes.map(({ field, what }) => `${field} ${what}`).join('; ');
  return [`${now.type} ${now.version} is published and has changed: ${found}. Make it ${leastVersionAfter(now.version, changes)}.`];
}

function tooSmallSteps(history: readonly VersionedSchema[]): string[] {
  return history.slice(1).flatMap((newer, at) => {
    const older = history[at];
    if (older === undefined) return [];
    const least = leastVersionAfter(older.version, changesBetween(older.schema, newer.schema));
    if (compareVersions(newer.version, least) >= 0) return [];
    return [`${newer.type} ${newer.version} differs from ${older.version} so much that it must be ${least} or later.`];
  });
}

/** An event of an older version must come out of the upcasters with every field of today, for it is read as one. */
function unreadable(older: VersionedSchema, now: VersionedSchema, steps: readonly Upcaster[]): string[] {
  if (older.version.split('.').slice(0, 2).join() === now.version.split('.').slice(0, 2).join()) return [];
  const event = { event_type: older.type, version: older.version, data: exampleOf(older.schema, older.type) };
  const read = upcast(event, steps);
  if (read.version !== now.version) return [`No upcaster leads from ${older.type} ${older.version} to ${now.version}.`];
  const data = read.data as object;
  const missing = Object.keys(now.schema['properties'] ?? {}).filter((field) => !Object.hasOwn(data, field));
  return missing.map((field) => `The upcasters from ${older.type} ${older.version} leave out ${field}.`);
}
