import type { Generation, Lora } from '@shared/library/provenance';
import type { JsonValue } from '../../containers/lossless-json';
import { isObject } from '../../containers/lossless-json';
import { firstOf, lorasInPrompt, toLora, toModel, toNumber, toPixels, toSeed, toText } from '../values';
import { promptBehind, valueBehind } from './follow';
import type { Graph, GraphNode } from './graph';
import { input, linkIn, upstream } from './graph';

const MODEL_INPUTS = ['ckpt_name', 'unet_name', 'gguf_name', 'base_ckpt_name', 'model_name', 'diffusion_name', 'model_path'];
const IS_OUTPUT = /save|preview|output|display|combine/i;

/** What a graph says about the picture that it saved. Null when no sampler is found. */
export const readGeneration = (graph: Graph): Partial<Generation> | null => {
  const sampler = mainSampler(graph);
  if (sampler === null) return null;
  const guider = nodeBehind(graph, sampler, 'guider');
  const sigmas = nodeBehind(graph, sampler, 'sigmas');
  // SamplerCustomAdvanced spreads over several nodes what KSampler has in one.
  const parts = [sampler, guider, sigmas, nodeBehind(graph, sampler, 'noise'), nodeBehind(graph, sampler, 'sampler')];
  const nodes = parts.filter((node) => node !== null);
  const value = (...names: string[]): JsonValue | undefined => {
    for (const node of nodes) {
      const found = valueBehind(graph, input(node, ...names), names);
      if (found !== undefined && !Array.isArray(found)) return found;
    }
    return undefined;
  };
  const source = guider ?? sampler;
  const positive = input(source, 'positive', 'conditioning', 'cond');
  const prompt = promptBehind(graph, positive, 'positive');
  const { model, loras } = modelBehind(graph, source);
  return {
    model,
    prompt: toText(prompt ?? undefined),
    negative_prompt: toText(promptBehind(graph, input(source, 'negative'), 'negative') ?? undefined),
    seed: toSeed(value('seed', 'noise_seed')),
    steps: toNumber(value('steps')),
    sampler: toText(value('sampler_name')),
    scheduler: toText(value('scheduler')),
    cfg: toNumber(value('cfg')) ?? guidance(graph, source),
    ...latentSize(graph, sampler),
    loras: uniqueLoras([...loras, ...lorasInPrompt(prompt ?? '')]),
  };
};

const isSampler = (node: GraphNode): boolean => {
  if (/KSamplerSelect|SamplerSelect/.test(node.type)) return false;
  const hasConditioning = input(node, 'positive', 'guider', 'conditioning') !== undefined;
  const hasRun = input(node, 'seed', 'noise_seed', 'noise', 'sigmas', 'steps') !== undefined;
  return hasConditioning && hasRun && input(node, 'latent_image', 'latent', 'latents', 'samples', 'image', 'model', 'guider') !== undefined;
};

/** A pass over an existing picture (second pass, detailer, refiner) draws with less than full strength or adds no noise. */
const isRepaint = (graph: Graph, node: GraphNode): boolean => {
  const sigmas = nodeBehind(graph, node, 'sigmas');
  const denoise = toNumber(valueBehind(graph, input(node, 'denoise') ?? (sigmas === null ? undefined : input(sigmas, 'denoise')), ['denoise']));
  return (denoise !== null && denoise < 1) || input(node, 'add_noise') === 'disable';
};

/** The sampler that drew the saved picture: nearest to the output, first passes before later ones. */
const mainSampler = (graph: Graph): GraphNode | null => {
  const outputs = [...graph.values()].filter((node) => IS_OUTPUT.test(node.type));
  const reached = outputs.length === 0 ? [] : [...upstream(graph, outputs)].filter(isSampler);
  const samplers = reached.length > 0 ? reached : [...graph.values()].filter(isSampler);
  const passes = samplers.filter((node) => !isRepaint(graph, node));
  const isNamed = (node: GraphNode) => /sampler/i.test(node.type);
  return passes.find(isNamed) ?? passes[0] ?? samplers.find(isNamed) ?? samplers[0] ?? null;
};

/** The node behind an input, past nodes that pass it on unchanged. */
const nodeBehind = (graph: Graph, node: GraphNode, name: string): GraphNode | null => linkIn(graph, input(node, name))?.node ?? null;

const modelBehind = (graph: Graph, source: GraphNode): { model: string | null; loras: Lora[] } => {
  const loras: Lora[] = [];
  let model: string | null = null;
  const follow = (name: string) => /^(?:model|basic_pipe|pipe|lora_stack|optional_lora_stack|any|unet|$)/i.test(name);
  for (const node of upstream(graph, [source], follow)) {
    model ??= toModel(valueBehind(graph, input(node, ...MODEL_INPUTS), MODEL_INPUTS));
    loras.unshift(...lorasOf(graph, node));
  }
  if (model !== null) return { model, loras };
  for (const node of graph.values()) model ??= toModel(input(node, 'ckpt_name', 'unet_name'));
  return { model, loras };
};

/** LoRAs of LoraLoader; of stacks with numbered fields; of rgthree's loader, whose fields are {on, lora, strength}. */
const lorasOf = (graph: Graph, node: GraphNode): Lora[] => {
  const found = toLora(valueBehind(graph, input(node, 'lora_name'), ['lora_name']), input(node, 'strength_model', 'lora_model_strength'));
  for (const [name, value] of Object.entries(node.inputs)) {
    const number = /^lora_(?:name_)?(\d{1,2})$/.exec(name)?.[1];
    if (number === undefined) continue;
    if (isObject(value)) {
      if (firstOf(value, 'on') !== false) found.push(...toLora(firstOf(value, 'lora'), firstOf(value, 'strength')));
    } else if (input(node, `switch_${number}`) !== 'Off') {
      found.push(...toLora(value, input(node, `model_weight_${number}`, `model_str_${number}`, `lora_wt_${number}`)));
    }
  }
  return found.filter(({ name }) => name !== 'None');
};

const uniqueLoras = (loras: readonly Lora[]): Lora[] => [...new Map(loras.map((lora) => [lora.name, lora])).values()];

/** Flux has no CFG; its guidance plays that part. */
const guidance = (graph: Graph, source: GraphNode): number | null => {
  for (const node of upstream(graph, [source], (name) => /^(?:positive|conditioning|cond)/.test(name))) {
    const value = toNumber(valueBehind(graph, input(node, 'guidance'), ['guidance']));
    if (value !== null) return value;
  }
  return null;
};

const latentSize = (graph: Graph, sampler: GraphNode): { width: number | null; height: number | null } => {
  const follow = (name: string) => /^(?:latent|samples|image|pixels|any|$)/i.test(name);
  for (const node of upstream(graph, [sampler], follow)) {
    const width = toPixels(valueBehind(graph, input(node, 'width', 'empty_latent_width'), ['width']));
    const height = toPixels(valueBehind(graph, input(node, 'height', 'empty_latent_height'), ['height']));
    if (width !== null && height !== null) return { width, height };
  }
  return { width: null, height: null };
};
