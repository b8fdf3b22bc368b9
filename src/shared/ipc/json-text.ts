declare const holds: unique symbol;

/**
 * A value as JSON text. What passes to the window passes as text: an object is copied twice on the way, by the channel and by the
 * glass between preload and page, and the second copy alone takes several times as long as to parse it.
 */
export type JsonText<T> = string & { readonly [holds]?: T };

export function asText<T>(value: T): JsonText<T> {
  return JSON.stringify(value);
}

export function ofText<T>(text: JsonText<T>): T {
  return JSON.parse(text) as T;
}
