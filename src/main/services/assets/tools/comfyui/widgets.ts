import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';

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
  ModelSamplingSD3: ['shift'],
  CLIPTextEncode: ['text'],
  CLIPTextEncodeFlux: ['clip_l', 't5xxl', 'guidance'],
  CLIPTextEncodeSD3: ['clip_l', 'clip_g', 't5xxl', 'empty_padding'],
  CLIPTextEncodeSDXL: ['width', 'height', 'crop_w', 'crop_h', 'target_width', 'target_height', 'text_g', 'text_l'],
  CheckpointLoaderSimple: ['ckpt_name'],
  UNETLoader: ['unet_name', 'weight_dtype'],
  UnetLoaderGGUF: ['unet_name'],
  LoraLoader: ['lora_name', 'strength_model', 'strength_clip'],
  LoraLoaderModelOnly: ['lora_name', 'strength_model'],
  EmptyLatentImage: ['width', 'height', 'batch_size'],
  EmptySD3LatentImage: ['width', 'height', 'batch_size'],
  EmptyHunyuanLatentVideo: ['width', 'height', 'length', 'batch_size'],
  EmptyLTXVLatentVideo: ['width', 'height', 'length', 'batch_size'],
  WanImageToVideo: ['width', 'height', 'length', 'batch_size'],
  CreateVideo: ['fps'],
  PrimitiveNode: ['value', null],
  PrimitiveString: ['value'],
  PrimitiveStringMultiline: ['value'],
  PrimitiveInt: ['value', null],
  PrimitiveFloat: ['value'],
  SetNode: ['name'],
  GetNode: ['name'],
  StringConcatenate: ['string_a', 'string_b', 'delimiter'],
};
/** Widgets of one node; real ones have a few dozen. */
const MOST_WIDGETS = 200;
const CONTROLS = new Set<JsonValue>(['fixed', 'increment', 'decrement', 'randomize']);

/** The widget values of a UI node under their names. Newer files name the widgets among the inputs; then any node can be read. */
export const widgetsOf = (type: string, node: JsonObject): JsonObject => {
  const values = member(node, 'widgets_values');
  if (isObject(values)) return Object.keys(values).length <= MOST_WIDGETS ? values : {};
  const list = itemsOf(values).slice(0, MOST_WIDGETS);
  const names = Object.hasOwn(WIDGETS, type) ? WIDGETS[type] : undefined;
  if (names !== undefined) return named(names, list);
  // rgthree's loader keeps one object for each LoRA, among headings.
  const loras = list.filter((value) => isObject(value) && member(value, 'lora') !== undefined);
  if (loras.length > 0) return named(loras.map((_, at) => `lora_${at + 1}`), loras);
  const listed = namesAmongInputs(node, list);
  // Some versions list only the widgets that are linked; then nobody can say which value is whose.
  return listed.length === list.length ? named(listed, list) : {};
};

const namesAmongInputs = (node: JsonObject, values: readonly JsonValue[]): (string | null)[] => {
  const names: (string | null)[] = [];
  for (const entry of itemsOf(member(node, 'inputs')).slice(0, MOST_WIDGETS)) {
    const widget = isObject(entry) ? member(entry, 'widget') : undefined;
    const name = isObject(widget) ? member(widget, 'name') : undefined;
    if (typeof name !== 'string') continue;
    names.push(name);
    const next = values[names.length];
    if (/seed/.test(name) && next !== undefined && CONTROLS.has(next)) names.push(null);
  }
  return names;
};

const named = (names: readonly (string | null)[], values: readonly JsonValue[]): JsonObject =>
  Object.fromEntries(names.flatMap((name, at) => (name === null ? [] : [[name, values[at] ?? null] as const])));
