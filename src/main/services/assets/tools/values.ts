import type { Lora } from '@shared/library/provenance';
import type { JsonValue } from '../containers/lossless-json';
import { isObject, member } from '../containers/lossless-json';

/** Readers for values that tools write in several ways: a number may come as text, a seed as either. Null when it is neither. */

/** Text without blank ends; blank text is null. */
export const toText = (value: JsonValue | undefined): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
};

export const toNumber = (value: JsonValue | undefined): number | null => {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value));
  const number = isNumeric ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
};

/** A seed as decimal text with every digit. −1 means "a random one", which says nothing, so it is null. */
export const toSeed = (value: JsonValue | undefined): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value !== -1 ? String(value) : null;
  const text = toText(value);
  return text !== null && /^-?\d{1,20}$/.test(text) && text !== '-1' ? text : null;
};

/** A side in pixels. */
export const toPixels = (value: JsonValue | undefined): number | null => {
  const number = toNumber(value);
  return number !== null && Number.isInteger(number) && number > 0 && number < 1_000_000 ? number : null;
};

/** `1024x768`, `1024 x 768`, `1024×768`. */
export const toSize = (value: JsonValue | undefined): { width: number | null; height: number | null } => {
  const match = /^\s*(\d+)\s*[x×,]\s*(\d+)/i.exec(toText(value) ?? '');
  return { width: toPixels(match?.[1]), height: toPixels(match?.[2]) };
};

/**
 * The name of a model without folders and without the ending of a weights file, so that the same model reads the same from
 * tools that write `SDXL\dream_v2.safetensors` and from those that write `dream_v2`.
 */
export const toModel = (value: JsonValue | undefined): string | null => {
  const name = toText(value)?.split(/[\\/]/).at(-1)?.replace(/\.(?:safetensors|ckpt|pth?|bin|gguf|sft|onnx)$/i, '');
  return toText(name);
};

export const toLora = (name: JsonValue | undefined, weight: JsonValue | undefined): Lora[] => {
  const model = toModel(name);
  return model === null ? [] : [{ name: model, weight: toNumber(weight) ?? 1 }];
};

/** LoRAs that stand in a prompt as `<lora:name:weight>` (also `<lyco:…>`, and further weights, which are ignored). */
export const lorasInPrompt = (prompt: string): Lora[] =>
  [...prompt.matchAll(/<(?:lora|lyco):([^:<>]{1,200})(?::([^:<>]{1,20}))?[^<>]{0,100}>/g)].flatMap((match) => toLora(match[1], match[2]));

/** The member of an object under the first of several names that holds something. */
export const firstOf = (object: JsonValue | undefined, ...names: string[]): JsonValue | undefined => {
  if (!isObject(object)) return undefined;
  for (const name of names) {
    const value = member(object, name);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
};

/** Settings under the names that the tool gives them; what is empty, or no plain value, is left out. */
export const toSettings = (values: Readonly<Record<string, JsonValue | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const isPlain = typeof value === 'number' || typeof value === 'boolean';
      const text = isPlain ? String(value) : toText(value);
      return text === null ? [] : [[name, text]];
    }),
  );

/** A hash as tools write it: hexadecimal, perhaps with the name of its kind in front. Null when it is something else. */
export const toHash = (value: JsonValue | undefined): string | null => {
  const text = toText(value);
  return text !== null && /^(?:[a-z0-9]{2,12}:)?(?:0x)?[0-9a-f]{6,128}$/i.test(text) ? text : null;
};
