import { toolSlug } from '@shared/library/provenance';
import type { JsonObject } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import { findGraph } from '../comfyui/find-graph';
import { readGeneration } from '../comfyui/generation';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toLora, toModel, toNumber, toPixels, toSeed, toText } from '../values';

const KEY = 'imagemetahub_data';

const find = (clues: Clues): { clue: Clue; data: JsonObject } | null => {
  const clue = clues.keyed(KEY);
  const data = clue?.json();
  if (clue !== null && isObject(data)) return { clue, data };
  for (const { clue: one, object } of clues.objects()) {
    const isVideo = member(object, 'generator') !== undefined && member(object, 'media_type') !== undefined && member(object, 'prompt') !== undefined;
    if (isVideo) return { clue: one, data: object };
  }
  return null;
};

/**
 * The save node of Image MetaHub: plain fields under `imagemetahub_data`, and for videos the same fields as a comment. The tool is
 * the generator that it names, mostly ComfyUI; what the fields lack is taken from the graph.
 */
export const imageMetahub: ToolReader = {
  name: 'image-metahub',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    const generator = toText(firstOf(found.data, 'generator')) ?? 'ComfyUI';
    const tool = toolSlug(generator);
    return {
      tool: tool === '' || tool === 'unknown' ? 'image-metahub' : tool,
      confidence: confidence.certain,
      evidence: [evidence('structured', found.clue.label, `generator ${generator}`)],
    };
  },
  read: (clues) => {
    const data = find(clues)?.data;
    const graph = findGraph(clues)?.graph;
    const drawn = graph === undefined ? {} : (readGeneration(graph) ?? {});
    const loras = itemsOf(firstOf(data, 'loras')).flatMap((one) =>
      isObject(one) ? toLora(firstOf(one, 'name', 'model_name'), firstOf(one, 'weight', 'model_weight', 'strength')) : toLora(one, undefined),
    );
    return {
      ...drawn,
      model: toModel(firstOf(data, 'model')) ?? drawn.model ?? null,
      model_hash: toHash(firstOf(data, 'model_hash')),
      prompt: toText(firstOf(data, 'prompt')) ?? drawn.prompt ?? null,
      negative_prompt: toText(firstOf(data, 'negativePrompt', 'negative_prompt')) ?? drawn.negative_prompt ?? null,
      seed: toSeed(firstOf(data, 'seed')) ?? drawn.seed ?? null,
      steps: toNumber(firstOf(data, 'steps')) ?? drawn.steps ?? null,
      sampler: toText(firstOf(data, 'sampler_name', 'sampler')) ?? drawn.sampler ?? null,
      scheduler: toText(firstOf(data, 'scheduler')) ?? drawn.scheduler ?? null,
      cfg: toNumber(firstOf(data, 'cfg', 'cfg_scale')) ?? drawn.cfg ?? null,
      width: toPixels(firstOf(data, 'width')) ?? drawn.width ?? null,
      height: toPixels(firstOf(data, 'height')) ?? drawn.height ?? null,
      loras: loras.length > 0 ? loras : (drawn.loras ?? []),
    };
  },
};
