import type { JsonObject } from '../../containers/lossless-json';
import { itemsOf, member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toLora, toModel, toNumber, toPixels, toSeed, toText } from '../values';

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => member(object, 'software') === 'RuinedFooocus') ?? null;

/** RuinedFooocus: JSON in PNG `parameters` that says `"software": "RuinedFooocus"`. */
export const ruinedFooocus: ToolReader = {
  name: 'ruined-fooocus',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: 'ruined-fooocus', confidence: confidence.certain, evidence: [evidence('key', found.clue.label, 'software: RuinedFooocus')] };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    return {
      model: toModel(firstOf(json, 'base_model_name')),
      model_hash: toHash(firstOf(json, 'base_model_hash')),
      prompt: toText(firstOf(json, 'Prompt')),
      negative_prompt: toText(firstOf(json, 'Negative')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'steps')),
      sampler: toText(firstOf(json, 'sampler_name')),
      scheduler: toText(firstOf(json, 'scheduler')),
      cfg: toNumber(firstOf(json, 'cfg')),
      width: toPixels(firstOf(json, 'width')),
      height: toPixels(firstOf(json, 'height')),
      loras: itemsOf(firstOf(json, 'loras')).flatMap((one) => toLora(firstOf(one, 'name', 'lora'), firstOf(one, 'weight'))),
    };
  },
};
