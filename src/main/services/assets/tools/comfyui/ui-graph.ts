import { limits } from '../../containers/limits';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import type { Graph, GraphNode } from './graph';

/**
 * Names of the widgets of core nodes, in their order: the UI graph stores values without names. `null` is the
 * "control after generate" widget, which is no input. Source: node definitions of ComfyUI (nodes.py, comfy_extras).
 */
const WIDGETS: Readonly<Record<string, readonly (string | null)[]>> = {
  KSampler: ['seed', null, 'steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'],
  KSamplerAdvanced: ['add_noise', 'noise_seed', null, 'steps', 'cfg', 'sampler_name', 'scheduler'],
  SamplerCustom: ['add_noise', 'noise_seed', null, 'cfg'],
  RandomNoise: ['noise_seed', null],
  KSamplerSelect: ['sampler_name'],
  BasicScheduler: ['scheduler', 'steps', 'denoise'],
  CFGGuider: ['cfg'],
  FluxGuidance: ['guidance'],
  CLIPTextEncode: ['text'],
  CLIPTextEncodeFlux: ['clip_l', 't5xxl', 'guidance'],
  CLIPTextEncodeSD3: ['clip_l', 'clip_g', 't5xxl', 'empty_padding'],
  CheckpointLoaderSimple: ['ckpt_name'],
  UNETLoader: ['unet_name', 'weight_dtype'],
  UnetLoaderGGUF: ['unet_name'],
  LoraLoader: ['lora_name', 'strength_model', 'strength_clip'],
  LoraLoaderModelOnly: ['lora_name', 'strength_model'],
  EmptyLatentImage: ['width', 'height', 'batch_size'],
  EmptySD3LatentImage: ['width', 'height', 'batch_size'],
  PrimitiveNode: ['value', null],
  PrimitiveString: ['value'],
  PrimitiveStringMultiline: ['value'],
  PrimitiveInt: ['value', null],
  PrimitiveFloat: ['value'],
};

/** Ids are numbers or texts. Anything else is no id. */
const idOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
const MUTED = 2;
const BYPASSED = 4;

/**
 * Turns the UI graph, the value of the key `workflow`, into the shape of an API graph, as far as core nodes go.
 * For files that carry no `prompt`. Muted and bypassed nodes take no part.
 * Null when there are no nodes or more than 5,000.
 */
export const parseUiGraph = (value: JsonValue | undefined): Graph | null => {
  if (!isObject(value)) return null;
  const nodes = itemsOf(member(value, 'nodes'));
  if (nodes.length === 0 || nodes.length > limits.graphNodes) return null;
  const origins = new Map<string, JsonValue>();
  for (const link of itemsOf(member(value, 'links')).slice(0, limits.parts)) {
    // [id, from node, from slot, to node, to slot, type], or an object in the newer schema.
    const parts = isObject(link) ? [member(link, 'id'), member(link, 'origin_id'), member(link, 'origin_slot')] : itemsOf(link);
    const [id, from] = [idOf(parts[0]), idOf(parts[1])];
    const slot = parts[2];
    if (id !== null && from !== null && slot !== undefined) origins.set(id, [from, slot]);
  }
  const graph = new Map<string, GraphNode>();
  for (const node of nodes) {
    if (!isObject(node)) continue;
    const type = member(node, 'type');
    const mode = member(node, 'mode');
    const id = idOf(member(node, 'id'));
    if (id === null || typeof type !== 'string' || mode === MUTED || mode === BYPASSED) continue;
    graph.set(id, { id, type, inputs: { ...widgetsOf(type, node), ...linksOf(node, origins) } });
  }
  return graph.size === 0 ? null : graph;
};

const widgetsOf = (type: string, node: JsonObject): JsonObject => {
  const values = member(node, 'widgets_values');
  if (isObject(values)) return values;
  const names = Object.hasOwn(WIDGETS, type) ? WIDGETS[type] : undefined;
  const named = (names ?? []).map((name, at) => [name, itemsOf(values)[at] ?? null] as const);
  return Object.fromEntries(named.filter(([name]) => name !== null)) as JsonObject;
};

const linksOf = (node: JsonObject, origins: ReadonlyMap<string, JsonValue>): JsonObject =>
  Object.fromEntries(
    itemsOf(member(node, 'inputs')).flatMap((entry) => {
      const name = isObject(entry) ? member(entry, 'name') : undefined;
      const origin = isObject(entry) ? origins.get(idOf(member(entry, 'link')) ?? '') : undefined;
      return typeof name === 'string' && origin !== undefined ? [[name, origin]] : [];
    }),
  );
