import type { Generation } from '@shared/library/provenance';
import type { JsonObject } from '../../containers/lossless-json';
import { isObject, itemsOf, member, parseLossless } from '../../containers/lossless-json';
import { readGeneration } from '../comfyui/generation';
import { parseApiGraph } from '../comfyui/graph';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toNumber, toPixels, toSeed, toText } from '../values';

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => (member(object, 'extraMetadata') !== undefined || namesCivitai(object)) && parseApiGraph(object) !== null) ??
  null;

/** Its graphs may list their models as resource names of Civitai: `{extra: {airs: ["urn:air:sdxl:checkpoint:civitai:1@2"]}}`. */
const namesCivitai = (object: JsonObject): boolean =>
  itemsOf(firstOf(firstOf(object, 'extra'), 'airs')).some((air) => typeof air === 'string' && air.slice(0, 300).includes(':civitai:'));

/**
 * Civitai's generator, newer form: a ComfyUI graph with one more member, `extraMetadata`, a JSON text of what the user asked
 * for. Its older form is A1111's text with `Civitai resources`, which the A1111 family reads.
 */
export const civitaiGraph: ToolReader = {
  name: 'civitai',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: 'civitai', confidence: confidence.certain, evidence: [evidence('structured', found.clue.label, 'what was asked, or Civitai’s names of models, beside a graph')] };
  },
  read: (clues) => {
    const object = find(clues)?.object;
    const graph = parseApiGraph(object);
    const fromGraph: Partial<Generation> = (graph === null ? null : readGeneration(graph)) ?? {};
    const text = firstOf(object, 'extraMetadata');
    const asked = typeof text === 'string' ? parseLossless(text) : text;
    if (!isObject(asked)) return fromGraph;
    return {
      ...fromGraph,
      prompt: toText(firstOf(asked, 'prompt')) ?? fromGraph.prompt ?? null,
      negative_prompt: toText(firstOf(asked, 'negativePrompt')) ?? fromGraph.negative_prompt ?? null,
      seed: toSeed(firstOf(asked, 'seed')) ?? fromGraph.seed ?? null,
      steps: toNumber(firstOf(asked, 'steps')) ?? fromGraph.steps ?? null,
      sampler: toText(firstOf(asked, 'sampler')) ?? fromGraph.sampler ?? null,
      cfg: toNumber(firstOf(asked, 'cfgScale')) ?? fromGraph.cfg ?? null,
      width: toPixels(firstOf(asked, 'width')) ?? fromGraph.width ?? null,
      height: toPixels(firstOf(asked, 'height')) ?? fromGraph.height ?? null,
    };
  },
};
