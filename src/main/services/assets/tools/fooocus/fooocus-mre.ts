import type { JsonObject } from '../../containers/lossless-json';
import { member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toLora, toModel, toNumber, toPixels, toSeed, toSize, toText } from '../values';

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => ['base_model', 'real_prompt', 'sampler'].every((key) => member(object, key) !== undefined)) ?? null;

/** Fooocus-MRE: JSON in PNG `Comment` or in a JPEG comment, with the prompt as typed and, as `real_prompt`, as styles made it. */
export const fooocusMre: ToolReader = {
  name: 'fooocus-mre',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: 'fooocus-mre', confidence: confidence.certain, evidence: [evidence('structured', found.clue.label, 'base_model and real_prompt in one JSON')] };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    const size = toSize(toText(firstOf(json, 'resolution'))?.replace(/[()]/g, ''));
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    return {
      model: toModel(firstOf(json, 'base_model')),
      prompt: toText(firstOf(json, 'prompt', 'real_prompt')),
      negative_prompt: toText(firstOf(json, 'negative_prompt', 'real_negative_prompt')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'steps')),
      sampler: toText(firstOf(json, 'sampler')),
      scheduler: toText(firstOf(json, 'scheduler')),
      cfg: toNumber(firstOf(json, 'cfg', 'guidance_scale')),
      width: toPixels(firstOf(json, 'width')) ?? size.width,
      height: toPixels(firstOf(json, 'height')) ?? size.height,
      loras: numbers.flatMap((n) => {
        const name = firstOf(json, `l${n}`, `lora_${n}`);
        return name === 'None' ? [] : toLora(name, firstOf(json, `w${n}`, `lora_${n}_weight`));
      }),
    };
  },
};
