import type { Generation } from '@shared/library/provenance';
import { toModel, toNumber, toPixels, toSeed, toText } from '../values';
import { textAt, valueBehind } from './follow';
import type { Graph, GraphNode } from './graph';
import { input } from './graph';

const BESIDE_PROMPT = ['seed', 'model', 'model_name', 'aspect_ratio', 'duration', 'resolution', 'size', 'quality', 'width', 'cfg_scale', 'style'];

/** A node that asks a service for the picture (Kling, Luma, Veo, Flux Pro, DALL·E …) has a prompt and no sampler behind it. */
export const isPromptNode = (node: GraphNode): boolean =>
  input(node, 'prompt', 'prompt_text', 'positive_prompt') !== undefined && input(node, ...BESIDE_PROMPT) !== undefined;

export const readPromptNode = (graph: Graph, node: GraphNode): Partial<Generation> => {
  const value = (...names: string[]) => {
    const found = valueBehind(graph, input(node, ...names), names);
    return Array.isArray(found) ? undefined : found;
  };
  return {
    model: toModel(value('model', 'model_name')) ?? toModel(node.type.replace(/Node$/, '')),
    prompt: toText(textAt(graph, input(node, 'prompt', 'prompt_text', 'positive_prompt'), 'positive') ?? undefined),
    negative_prompt: toText(textAt(graph, input(node, 'negative_prompt', 'negative'), 'negative') ?? undefined),
    seed: toSeed(value('seed')),
    steps: toNumber(value('steps')),
    cfg: toNumber(value('guidance', 'guidance_scale', 'cfg_scale', 'cfg')),
    width: toPixels(value('width')),
    height: toPixels(value('height')),
  };
};
