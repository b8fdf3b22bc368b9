import type { Lora } from '@shared/library/provenance';
import type { JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf } from '../../containers/lossless-json';
import { firstOf, lorasInPrompt, toLora } from '../values';
import { valueBehind } from './follow';
import type { Graph, GraphNode } from './graph';
import { input } from './graph';

const STRENGTHS = ['strength_model', 'lora_model_strength', 'lora_strength', 'strength', 'model_strength', 'weight'];

/**
 * The LoRAs that one node applies. Nodes keep them in five ways: one `lora_name`; numbered fields (`lora_name_1`,
 * `lora_1_name`, `lora_01`) with a switch or a count; rgthree's {on, lora, strength}; a list of {name, strength, active}; and
 * `<lora:name:1>` in a text.
 */
export const lorasOf = (graph: Graph, node: GraphNode): Lora[] => {
  const plain = (value: JsonValue | undefined, ...names: string[]) => contentOf(valueBehind(graph, value, names));
  const strength = plain(input(node, ...STRENGTHS), ...STRENGTHS);
  const isSelect = /lora/i.test(node.type);
  const found = toLora(plain(input(node, 'lora_name'), 'lora_name') ?? (isSelect ? plain(input(node, 'lora'), 'lora') : undefined), strength);
  for (const [field, value] of Object.entries(node.inputs)) {
    const number = /^lora_(?:name_)?(\d{1,2})(?:_name)?$/.exec(field)?.[1];
    if (number === undefined) continue;
    if (isObject(value) && firstOf(value, 'lora') !== undefined) {
      if (firstOf(value, 'on') !== false) found.push(...toLora(firstOf(value, 'lora'), firstOf(value, 'strength')));
      continue;
    }
    if (isOff(node, Number(number), number)) continue;
    const weights = ['model_weight_', 'model_str_', 'lora_wt_', 'strength_', 'strength_model_', 'weight_'].map((name) => `${name}${number}`);
    const weight = input(node, ...weights, `lora_${number}_strength`, `lora_${number}_model_strength`);
    found.push(...toLora(contentOf(value), plain(weight)));
  }
  for (const name of isSelect ? ['loras', 'lora_stack', 'lora_syntax', 'text'] : []) found.push(...listedIn(input(node, name)));
  return found.filter((lora) => lora.name.toLowerCase() !== 'none');
};

const isOff = (node: GraphNode, number: number, written: string): boolean => {
  const count = input(node, 'lora_count', 'num_loras');
  const state = input(node, `switch_${written}`);
  return state === 'Off' || state === false || input(node, 'toggle') === false || (typeof count === 'number' && number > count);
};

/** Some loaders keep a choice as {content, image} or {__value__}. */
const contentOf = (value: JsonValue | undefined): JsonValue | undefined => (isObject(value) ? firstOf(value, 'content', 'name', 'lora_name') : value);

const listedIn = (value: JsonValue | undefined): Lora[] => {
  if (typeof value === 'string') return lorasInPrompt(value);
  const list = isObject(value) ? firstOf(value, '__value__') : value;
  return itemsOf(list).flatMap((one) => (firstOf(one, 'active') === false ? [] : toLora(firstOf(one, 'name', 'lora'), firstOf(one, 'strength', 'weight'))));
};
