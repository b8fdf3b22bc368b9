import type { Lora } from '@shared/library/provenance';
import type { JsonValue } from '../../containers/lossless-json';
import { isObject } from '../../containers/lossless-json';
import { firstOf, toModel } from '../values';
import { valueBehind } from './follow';
import type { Graph, GraphNode } from './graph';
import { input, upstream } from './graph';
import { lorasOf } from './loras';

const MODEL_INPUTS = ['ckpt_name', 'unet_name', 'gguf_name', 'base_ckpt_name', 'model_name', 'diffusion_name', 'model_path', 'transformer_name', 'diffusion_model'];
const FOLLOWED = /^(?:model|basic_pipe|pipe|sdxl_pipe|context|base_ctx|ctx|lora|prev_lora|optional_lora|transformer|pipeline|unet|any|\*?$)/i;

/** The model that a sampler draws with and the LoRAs on the way to it, in the order in which they are applied. */
export const modelBehind = (graph: Graph, source: GraphNode): { model: string | null; loras: Lora[] } => {
  const loras: Lora[] = [];
  let model: string | null = null;
  for (const node of upstream(graph, [source], (name) => FOLLOWED.test(name))) {
    model ??= modelOf(graph, node);
    loras.unshift(...lorasOf(graph, node));
  }
  if (model !== null) return { model, loras };
  for (const node of graph.values()) model ??= toModel(plain(input(node, 'ckpt_name', 'unet_name')));
  return { model, loras };
};

const modelOf = (graph: Graph, node: GraphNode): string | null => {
  // The files of upscalers, ControlNets and LoRAs are models too, but not the one that drew.
  if (/upscale|controlnet|lora|clip|vae|ipadapter|detector|animatediff|^ADE_/i.test(node.type) && input(node, 'ckpt_name', 'unet_name') === undefined) return null;
  const named = toModel(plain(valueBehind(graph, input(node, ...MODEL_INPUTS), MODEL_INPUTS)));
  if (named !== null) return named;
  // Loaders of video models call the file itself `model`.
  const file = /load|select/i.test(node.type) ? plain(input(node, 'model', 'transformer')) : undefined;
  return typeof file === 'string' ? toModel(file) : null;
};

/** Some loaders keep a choice as {content, image}. */
const plain = (value: JsonValue | undefined): JsonValue | undefined => (isObject(value) ? firstOf(value, 'content', 'name') : value);
