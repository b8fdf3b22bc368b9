import { u16, u32, u64, u8 } from './bytes';
import { limits } from './limits';

export type CborValue = string | number | boolean | null | Uint8Array | readonly CborValue[] | ReadonlyMap<string, CborValue>;

/** Entries of a map, none when it is something else. Keys that are numbers are texts here. */
export const cborMap = (value: CborValue | undefined): ReadonlyMap<string, CborValue> =>
  value instanceof Map ? (value as ReadonlyMap<string, CborValue>) : new Map();

/** Items of a list, none when it is something else. */
export const cborList = (value: CborValue | undefined): readonly CborValue[] =>
  Array.isArray(value) ? (value as readonly CborValue[]) : [];

class CborError extends Error {}

const MOST_ITEMS = 50_000;

/**
 * Decodes one CBOR item: what C2PA claims need, which is maps with text keys, arrays, texts, bytes and numbers. Tags are dropped,
 * indefinite lengths are followed.
 * @returns null when it is broken, too deep or has too many items
 * Source: RFC 8949 section 3.
 */
export const decodeCbor = (bytes: Uint8Array): CborValue | null => {
  const decoder = new TextDecoder();
  let at = 0;
  let items = 0;

  const argument = (info: number): number => {
    if (info < 24) return info;
    const width = [1, 2, 4, 8][info - 24];
    if (width === undefined || at + width > bytes.length) throw new CborError();
    const value = width === 1 ? u8(bytes, at) : width === 2 ? u16(bytes, at) : width === 4 ? u32(bytes, at) : u64(bytes, at);
    at += width;
    return value;
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new CborError();
    return bytes.subarray(at, (at += length));
  };
  /** Calls `each` once per item, until a break code when the length is indefinite. */
  const repeat = (info: number, each: () => void): void => {
    if (info === 31) {
      while (u8(bytes, at) !== 0xff) each();
      at++;
    } else for (let left = argument(info); left > 0; left--) each();
  };

  const item = (depth: number): CborValue => {
    if (at >= bytes.length || depth > limits.depth || ++items > MOST_ITEMS) throw new CborError();
    const head = u8(bytes, at++);
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return argument(info);
      case 1:
        return -1 - argument(info);
      case 2:
      case 3: {
        const isText = head >> 5 === 3;
        if (info !== 31) return isText ? decoder.decode(take(argument(info))) : take(argument(info));
        const parts: CborValue[] = [];
        repeat(info, () => parts.push(item(depth + 1)));
        return isText ? parts.filter((part) => typeof part === 'string').join('') : new Uint8Array(0);
      }
      case 4: {
        const list: CborValue[] = [];
        repeat(info, () => list.push(item(depth + 1)));
        return list;
      }
      case 5: {
        const map = new Map<string, CborValue>();
        repeat(info, () => {
          const key = item(depth + 1);
          const value = item(depth + 1);
          if (typeof key === 'string' || typeof key === 'number') map.set(String(key), value);
        });
        return map;
      }
      case 6:
        argument(info);
        return item(depth + 1);
      default: {
        if (info === 20 || info === 21) return info === 21;
        if (info >= 24 && info <= 27) argument(info);
        return null;
      }
    }
  };

  try {
    return item(0);
  } catch (error) {
    if (error instanceof CborError) return null;
    throw error;
  }
};
