import type { JsonObject } from '../../containers/lossless-json';
import { member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { firstOf, toHash, toModel, toNumber, toSeed, toSize, toText } from '../values';

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => member(object, 'Model') !== undefined && member(object, 'resolution') !== undefined) ?? null;

/** Spaces of Hugging Face that share one program: JSON in PNG `parameters` with both `Model` and `resolution`. */
export const huggingfaceSpace: ToolReader = {
  name: 'huggingface-space',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return {
      tool: 'huggingface-space',
      confidence: 0.9,
      evidence: [evidence('structured', found.clue.label, 'Model and resolution in one JSON')],
    };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    return {
      model: toModel(firstOf(json, 'Model')),
      model_hash: toHash(firstOf(json, 'Model hash')),
      prompt: toText(firstOf(json, 'prompt')),
      negative_prompt: toText(firstOf(json, 'negative_prompt')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'num_inference_steps')),
      sampler: toText(firstOf(json, 'sampler')),
      cfg: toNumber(firstOf(json, 'guidance_scale')),
      ...toSize(firstOf(json, 'resolution')),
    };
  },
};
