import type { Lora } from '@shared/library/provenance';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, lorasInPrompt, toHash, toLora, toModel, toNumber, toPixels, toSeed, toSettings, toText } from '../values';

const KEY = 'sui_image_params';

/**
 * SwarmUI: a JSON with the root key `sui_image_params`, in PNG `parameters`, in UserComment (UTF-16LE), or in Model (0x0110) of
 * old files. It draws with ComfyUI and may leave a graph in the same file, so it is tried before ComfyUI.
 */
const find = (clues: Clues): { clue: Clue; root: JsonObject; params: JsonObject } | null => {
  for (const { clue, object } of clues.objects()) {
    const params = member(object, KEY);
    if (isObject(params)) return { clue, root: object, params };
  }
  return null;
};

export const swarmui: ToolReader = {
  name: 'swarmui',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    const version = toText(member(found.params, 'swarm_version'));
    return {
      tool: 'swarmui',
      confidence: confidence.certain,
      evidence: [evidence('structured', found.clue.label, version === null ? KEY : `${KEY}, swarm_version ${version}`)],
    };
  },
  read: (clues) => {
    const params = find(clues)?.params;
    const prompt = toText(firstOf(params, 'prompt'));
    return {
      model: toModel(firstOf(params, 'model')),
      prompt,
      negative_prompt: toText(firstOf(params, 'negativeprompt')),
      seed: toSeed(firstOf(params, 'seed')),
      steps: toNumber(firstOf(params, 'steps')),
      sampler: toText(firstOf(params, 'sampler')),
      scheduler: toText(firstOf(params, 'scheduler')),
      cfg: toNumber(firstOf(params, 'cfgscale')),
      width: toPixels(firstOf(params, 'width')),
      height: toPixels(firstOf(params, 'height')),
      loras: [...lorasOf(params), ...lorasInPrompt(prompt ?? '')],
      model_hash: hashOf(find(clues)?.root),
      settings: toSettings({
        VAE: firstOf(params, 'vae'),
        'Flux guidance': firstOf(params, 'fluxguidancescale'),
        Frames: firstOf(params, 'videoframes', 'text2videoframes'),
        'Video model': firstOf(params, 'videomodel'),
        'Original prompt': firstOf(params, 'original_prompt') ?? firstOf(firstOf(find(clues)?.root, 'sui_extra_data'), 'original_prompt'),
      }),
    };
  },
  madeAt: (clues) => toText(firstOf(firstOf(find(clues)?.root, 'sui_extra_data'), 'date')),
};

/** `sui_models` lists the files that were used; the model stands under the parameter `model`. */
const hashOf = (root: JsonObject | undefined): string | null => {
  const used = itemsOf(firstOf(root, 'sui_models')).find((one) => firstOf(one, 'param') === 'model');
  return toHash(firstOf(used, 'hash'));
};

/** `loras` and `loraweights` are lists of the same length, as JSON lists or as text with commas. */
const lorasOf = (params: JsonObject | undefined): Lora[] => {
  const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
    toText(value)?.split(',') ?? itemsOf(value);
  const weights = listOf(firstOf(params, 'loraweights'));
  return listOf(firstOf(params, 'loras')).flatMap((name, at) => toLora(name, weights[at]));
};
