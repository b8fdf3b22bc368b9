/** One thing that became another between two versions. */
export interface FieldChange {
  /** `personality_traits`, `visual_description.hair`. */
  readonly field: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null for what was added, and for what was removed the other way round. */
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const deepest = 8;

/**
 * What changed between two versions of the same thing, field by field: objects by their own fields, lists by what came to them and
 * what went. Empty exactly when both say the same.
 */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  return changesIn('', before, after, 0);
}

function changesIn(path: string, before: Fields, after: Fields, depth: number): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changeOf(path === '' ? name : `${path}.${name}`, own(before, name), own(after, name), depth));
}

function changeOf(field: string, before: unknown, after: unknown, depth: number): FieldChange[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ field, kind: 'added', before: null, after }];
  if (after === undefined) return [{ field, kind: 'removed', before, after: null }];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(field, before, after);
  if (isFields(before) && isFields(after) && depth < deepest) return changesIn(field, before, after, depth + 1);
  return [{ field, kind: 'changed', before, after }];
}

function listChanges(field: string, before: readonly unknown[], after: readonly unknown[]): FieldChange[] {
  const removed = without(before, after).map((each) => ({ field, kind: 'removed', before: each, after: null }) as const);
  const added = without(after, before).map((each) => ({ field, kind: 'added', before: null, after: each }) as const);
  // The same things in another order.
  return removed.length + added.length === 0 ? [{ field, kind: 'changed', before, after }] : [...removed, ...added];
}

/** What a list holds more often than another one. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = other.map(canonical);
  return list.filter((each) => {
    const at = left.indexOf(canonical(each));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON in which the order of fields says nothing; nothing at all for what is not there. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    isFields(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the thing itself: a name such as constructor is a field only where someone wrote it. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
