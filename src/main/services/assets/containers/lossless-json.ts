import { limits } from './limits';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const NUMBER = /-?(?:Infinity|\d+(\.\d+)?([eE][+-]?\d+)?)/y;
/** Whole numbers of this many digits and more come back as text: 2^53 has sixteen. */
const LONG = 16;
const UNSAFE = /NaN|Infinity|\d{15}/;
const QUOTE = 0x22;

/**
 * Parses the JSON that AI tools write. Two differences from JSON.parse:
 * a whole number of sixteen digits or more comes back as decimal text, so a seed of 2^64−1 keeps every digit;
 * `NaN` and `Infinity`, which Python writes, come back as null.
 * A scan over the text does it, so it needs no `JSON.parse` source access (absent in Node 20).
 * @returns undefined when it is not JSON, is longer than {@link limits.text} or is nested deeper than {@link limits.depth}
 */
export const parseLossless = (text: string): JsonValue | undefined => {
  if (text.length > limits.text) return undefined;
  const safe = withSafeNumbers(text);
  if (safe === null) return undefined;
  try {
    return JSON.parse(safe) as JsonValue;
  } catch {
    return undefined;
  }
};

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list; none when it is something else. */
export const itemsOf = (value: JsonValue | undefined): readonly JsonValue[] => (isList(value) ? value : []);

/** Array.isArray, keeping the type of the items. */
const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** A member of an object, never one that it inherits. */
export const member = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The same JSON with long numbers quoted and NaN as null; null when it is nested too deeply. */
const withSafeNumbers = (text: string): string | null => {
  // Most texts have nothing to replace, and then looking for brackets is all that there is to do.
  const hasWork = UNSAFE.test(text);
  const pieces: string[] = [];
  let copied = 0;
  let depth = 0;
  const replace = (from: number, to: number, by: string) => {
    pieces.push(text.slice(copied, from), by);
    copied = to;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) {
      at = endOfString(text, at);
    } else if (letter === 0x7b || letter === 0x5b) {
      if (++depth > limits.depth) return null;
    } else if (letter === 0x7d || letter === 0x5d) {
      depth--;
    } else if (!hasWork) {
      continue;
    } else if (letter === 0x4e && text.startsWith('NaN', at)) {
      replace(at, at + 3, 'null');
      at += 2;
    } else if (letter === 0x2d || letter === 0x49 || (letter >= 0x30 && letter <= 0x39)) {
      NUMBER.lastIndex = at;
      const match = NUMBER.exec(text);
      if (match === null) continue;
      const [token, fraction, exponent] = match;
      if (token.endsWith('y')) replace(at, at + token.length, 'null');
      else if (token.length >= LONG && fraction === undefined && exponent === undefined) {
        replace(at, at + token.length, `"${token}"`);
      }
      at += token.length - 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied);
};

/** Where the string that opens at `quote` closes. */
const endOfString = (text: string, quote: number): number => {
  for (let at = text.indexOf('"', quote + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
    if ((slashes & 1) === 0) return at;
  }
  return text.length;
};
