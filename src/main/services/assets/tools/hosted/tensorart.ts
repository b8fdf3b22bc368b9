import { itemsOf } from '../../containers/lossless-json';
import { comfyui } from '../comfyui/comfyui';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toLora, toModel, toNumber, toPixels, toSeed, toText } from '../values';

/**
 * TensorArt: JSON under `generation_data` (UTF-8 in tEXt, ended by NUL), beside the graph that ran. The JSON says "-1" for a
 * random seed; the graph has the number that was drawn.
 */
export const tensorart: ToolReader = {
  name: 'tensorart',
  recognise: (clues) => {
    const clue = clues.keyed('generation_data');
    if (clue === null) return null;
    return { tool: 'tensorart', confidence: confidence.certain, evidence: [evidence('key', clue.label, 'generation_data')] };
  },
  read: (clues) => {
    const data = clues.keyed('generation_data')?.json();
    const graph = comfyui.recognise(clues) === null ? {} : comfyui.read(clues);
    const named = itemsOf(firstOf(data, 'models')).filter((one) => firstOf(one, 'type') === 'LORA');
    const loras = named.flatMap((one) => toLora(firstOf(one, 'modelFileName', 'label'), firstOf(one, 'weight')));
    return {
      ...graph,
      model: toModel(firstOf(firstOf(data, 'baseModel'), 'modelFileName', 'label')) ?? graph.model ?? null,
      model_hash: toHash(firstOf(firstOf(data, 'baseModel'), 'hash')) ?? graph.model_hash ?? null,
      prompt: toText(firstOf(data, 'prompt')) ?? graph.prompt ?? null,
      negative_prompt: toText(firstOf(data, 'negativePrompt')) ?? graph.negative_prompt ?? null,
      seed: toSeed(firstOf(data, 'seed')) ?? graph.seed ?? null,
      steps: toNumber(firstOf(data, 'steps')) ?? graph.steps ?? null,
      sampler: toText(firstOf(data, 'ksamplerName', 'samplerName')) ?? graph.sampler ?? null,
      scheduler: toText(firstOf(data, 'schedule')) ?? graph.scheduler ?? null,
      cfg: toNumber(firstOf(data, 'cfgScale')) ?? graph.cfg ?? null,
      width: toPixels(firstOf(data, 'width')) ?? graph.width ?? null,
      height: toPixels(firstOf(data, 'height')) ?? graph.height ?? null,
      loras: loras.length > 0 ? loras : (graph.loras ?? []),
    };
  },
};
