import type { Lora } from '@shared/library/provenance';
import type { JsonObject } from '../../containers/lossless-json';
import { itemsOf } from '../../containers/lossless-json';
import { firstOf, toHash, toLora, toText } from '../values';

/** `loras` is a list of [name, weight, hash]; older files have lora_combined_1, and the log `LoRA 1`, = "name : weight". */
export const lorasOf = (json: JsonObject): Lora[] => {
  const listed = itemsOf(firstOf(json, 'loras')).flatMap((entry) => {
    const [name, weight, hash] = itemsOf(entry);
    const known = toHash(hash);
    return toLora(name, weight).map((lora) => (known === null ? lora : { ...lora, hash: known }));
  });
  const combined = Object.entries(json).flatMap(([key, value]) => {
    const [name, weight] = /^(?:lora_combined_|LoRA )\d/.test(key) ? (toText(value)?.split(' : ') ?? []) : [];
    return name === 'None' ? [] : toLora(name, weight);
  });
  return [...listed, ...combined];
};
