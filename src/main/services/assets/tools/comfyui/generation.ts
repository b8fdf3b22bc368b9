import type { Generation, Lora } from '@shared/library/provenance';
import type { JsonValue } from '../../containers/lossless-json';
import { lorasInPrompt, toNumber, toPixels, toSeed, toSettings, toText } from '../values';
import { promptBehind, valueBehind } from './follow';
import type { Graph, GraphNode } from './graph';
import { input, linkIn, upstream } from './graph';
import { modelBehind } from './model';
import { isPromptNode, readPromptNode } from './prompt-node';

const IS_OUTPUT = /save|preview|output|display|combine/i;
const IS_SAVE = /save|video_?combine/i;
/** One link that carries model, prompts and more together. */
const PIPES = ['basic_pipe', 'pipe', 'sdxl_pipe', 'context', 'base_ctx', 'ctx'];
const POSITIVE = ['positive', 'conditioning', 'cond', 'text_embeds', 'hyvid_embeds', ...PIPES];
const NEGATIVE = ['negative', 'text_embeds', ...PIPES];
const MOST_PIPES = 16;

/** What a graph says about the picture that it saved. Null when neither a sampler nor a node that asks a service is found. */
export const readGeneration = (graph: Graph): Partial<Generation> | null => {
  const reached = reachedFromOutputs(graph);
  const sampler = mainSampler(graph, reached);
  if (sampler === null) {
    const asking = reached.find(isPromptNode) ?? [...graph.values()].find(isPromptNode);
    return asking === undefined ? null : { ...readPromptNode(graph, asking), settings: filmSettings(graph, reached) };
  }
  const guider = nodeBehind(graph, sampler, 'guider');
  const sigmas = nodeBehind(graph, sampler, 'sigmas');
  // SamplerCustomAdvanced spreads over several nodes what KSampler has in one; pipes have it on the way.
  const parts = [sampler, guider, sigmas, nodeBehind(graph, sampler, 'noise'), nodeBehind(graph, sampler, 'sampler'), ...pipesBehind(graph, sampler)];
  const nodes = parts.filter((node) => node !== null);
  const value = (...names: string[]): JsonValue | undefined => {
    for (const node of nodes) {
      const found = valueBehind(graph, input(node, ...names), names);
      if (found !== undefined && !Array.isArray(found)) return found;
    }
    return undefined;
  };
  const source = guider ?? sampler;
  const prompt = promptBehind(graph, input(source, ...POSITIVE), 'positive');
  const { model, loras } = modelBehind(graph, source);
  return {
    model,
    prompt: toText(prompt ?? undefined),
    negative_prompt: toText(promptBehind(graph, input(source, ...NEGATIVE), 'negative') ?? undefined),
    seed: toSeed(value('seed', 'noise_seed', 'seed_num')),
    steps: toNumber(value('steps')),
    sampler: toText(value('sampler_name')),
    scheduler: toText(value('scheduler')),
    cfg: toNumber(value('cfg')) ?? toNumber(value('embedded_guidance_scale', 'guidance_scale')) ?? guidance(graph, source),
    ...latentSize(graph, sampler),
    loras: uniqueLoras([...loras, ...lorasInPrompt(prompt ?? '')]),
    settings: { ...toSettings({ Denoise: partial(value('denoise')), Shift: value('shift', 'flow_shift') }), ...filmSettings(graph, reached) },
  };
};

/** Full strength is what everyone expects and not worth a line. */
const partial = (denoise: JsonValue | undefined): JsonValue | undefined => (toNumber(denoise) === 1 ? undefined : denoise);

const isSampler = (node: GraphNode): boolean => {
  if (/KSamplerSelect|SamplerSelect/.test(node.type)) return false;
  const hasConditioning = input(node, 'guider', ...POSITIVE) !== undefined;
  const hasRun = input(node, 'seed', 'noise_seed', 'noise', 'sigmas', 'steps') !== undefined;
  const draws = ['latent_image', 'latent', 'latents', 'samples', 'image', 'image_embeds', 'model', 'guider', ...PIPES];
  return hasConditioning && hasRun && input(node, ...draws) !== undefined;
};

/** A pass over an existing picture (second pass, detailer, refiner) draws with less than full strength or adds no noise. */
const isRepaint = (graph: Graph, node: GraphNode): boolean => {
  const sigmas = nodeBehind(graph, node, 'sigmas');
  const denoise = toNumber(valueBehind(graph, input(node, 'denoise') ?? (sigmas === null ? undefined : input(sigmas, 'denoise')), ['denoise']));
  return (denoise !== null && denoise < 1) || input(node, 'add_noise') === 'disable';
};

/** All nodes behind the outputs, nearest first; previews count only when nothing is saved. */
const reachedFromOutputs = (graph: Graph): GraphNode[] => {
  const nodes = [...graph.values()];
  const saves = nodes.filter((node) => IS_SAVE.test(node.type));
  const outputs = saves.length > 0 ? saves : nodes.filter((node) => IS_OUTPUT.test(node.type));
  return outputs.length === 0 ? [] : [...upstream(graph, outputs)];
};

/** The sampler that drew the saved picture: nearest to the output, first passes before later ones. */
const mainSampler = (graph: Graph, reached: readonly GraphNode[]): GraphNode | null => {
  const near = reached.filter(isSampler);
  const samplers = near.length > 0 ? near : [...graph.values()].filter(isSampler);
  const passes = samplers.filter((node) => !isRepaint(graph, node));
  const isNamed = (node: GraphNode) => /sampler/i.test(node.type);
  return passes.find(isNamed) ?? passes[0] ?? samplers.find(isNamed) ?? samplers[0] ?? null;
};

const nodeBehind = (graph: Graph, node: GraphNode, name: string): GraphNode | null => linkIn(graph, input(node, name))?.node ?? null;

/** The nodes along the pipe that flows into a sampler, nearest first. */
const pipesBehind = (graph: Graph, sampler: GraphNode): GraphNode[] => {
  const nodes: GraphNode[] = [];
  for (const node of upstream(graph, [sampler], (name) => PIPES.includes(name))) {
    if (nodes.length >= MOST_PIPES) break;
    if (node !== sampler) nodes.push(node);
  }
  return nodes;
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
  const follow = (name: string) => /^(?:latent|samples|image|pixels|positive|basic_pipe|pipe|any|$)/i.test(name);
  for (const node of upstream(graph, [sampler], follow)) {
    const width = toPixels(valueBehind(graph, input(node, 'width', 'empty_latent_width'), ['width', 'empty_latent_width']));
    const height = toPixels(valueBehind(graph, input(node, 'height', 'empty_latent_height'), ['height', 'empty_latent_height']));
    if (width !== null && height !== null) return { width, height };
  }
  return { width: null, height: null };
};

/** Frames and frames a second, when the graph made a film; the motion model of AnimateDiff. */
const filmSettings = (graph: Graph, reached: readonly GraphNode[]): Record<string, string> => {
  const first = (...names: string[]): JsonValue | undefined => {
    for (const node of reached) {
      const found = valueBehind(graph, input(node, ...names), names);
      if (found !== undefined && !Array.isArray(found)) return found;
    }
    return undefined;
  };
  const fps = first('frame_rate', 'fps');
  if (toNumber(fps) === null) return {};
  const isCount = (value: JsonValue | undefined) => (toNumber(value) === null ? undefined : value);
  const motion = first('model_name_motion', 'motion_model_name') ?? reached.filter(({ type }) => /^ADE_/.test(type)).map((node) => input(node, 'model_name')).find((name) => typeof name === 'string');
  return toSettings({ FPS: fps, Frames: isCount(first('num_frames', 'length', 'video_frames', 'frames_number')), 'Motion model': motion });
};
