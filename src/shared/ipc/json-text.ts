declare const holds: unique symbol;

/** A value as JSON text. */
export type JsonText<T> = string & { readonly [holds]?: T };

/**
 * A value on its way to the window: as text, since an object is copied twice, by the channel and by the glass between preload and
 * page, and the second copy alone takes several times as long as to parse it. What holds rows of numbers, such as the ids of a
 * library, passes as it is: JSON knows no such rows, and they are copied as one block.
 */
export type Passed<T> = JsonText<T> | T;

export function asText<T>(value: T): Passed<T> {
  return holdsRows(value, deepest) ? value : JSON.stringify(value);
}

export function ofText<T>(passed: Passed<T>): T {
  return typeof passed === 'string' ? (JSON.parse(passed) as T) : passed;
}

/** Rows of numbers are fields of answers. To look at every value of a long page would take longer than to write it. */
const deepest = 2;

function holdsRows(value: unknown, depth: number): boolean {
  if (ArrayBuffer.isView(value)) return true;
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((each) => holdsRows(each, depth - 1));
}
