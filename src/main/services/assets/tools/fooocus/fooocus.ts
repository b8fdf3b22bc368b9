import type { Lora } from '@shared/library/provenance';
import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { itemsOf, member } from '../../containers/lossless-json';
import { findParameters } from '../a1111/a1111';
import { generationFrom } from '../a1111/parameters-text';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { Recognition, ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toLora, toModel, toNumber, toPixels, toSeed, toSize, toText } from '../values';

/**
 * Fooocus 2.2 and later: PNG `fooocus_scheme` beside `parameters`, or in JPEG and WebP the EXIF field Software `Fooocus v…`
 * beside UserComment (plain text without a prefix). The parameters are JSON, or A1111's text when that scheme was chosen.
 */
const findMark = (clues: Clues): Clue | null => {
  const scheme = clues.keyed('fooocus_scheme');
  if (scheme !== null) return scheme;
  return clues.free.find(({ label, text }) => label === 'exif:Software' && /^Fooocus v\d/.test(text)) ?? null;
};

const findJson = (clues: Clues): JsonObject | null =>
  clues.objects().find(({ object }) => member(object, 'base_model') !== undefined && member(object, 'guidance_scale') !== undefined)?.object ?? null;

export const fooocus: ToolReader = {
  name: 'fooocus',
  recognise: (clues) => {
    const mark = findMark(clues);
    return mark === null ? null : { tool: 'fooocus', confidence: confidence.certain, evidence: [evidence('key', mark.label, mark.text)] };
  },
  read: (clues) => {
    const json = findJson(clues);
    const parsed = json === null ? findParameters(clues)?.parsed : undefined;
    if (json === null) return parsed === undefined ? {} : generationFrom(parsed);
    const resolution = toText(firstOf(json, 'resolution'))?.replace(/[()]/g, '');
    return {
      model: toModel(firstOf(json, 'base_model')),
      prompt: toText(firstOf(json, 'prompt')),
      negative_prompt: toText(firstOf(json, 'negative_prompt')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'steps')),
      sampler: toText(firstOf(json, 'sampler')),
      scheduler: toText(firstOf(json, 'scheduler')),
      cfg: toNumber(firstOf(json, 'guidance_scale')),
      ...toSize(resolution),
      loras: lorasOf(json),
    };
  },
};

/** `loras` is a list of [name, weight, hash]; older files have lora_combined_1 = "name : weight". */
const lorasOf = (json: JsonObject): Lora[] => {
  const listed = itemsOf(firstOf(json, 'loras')).flatMap((entry) => toLora(...pair(itemsOf(entry))));
  const combined = Object.entries(json).flatMap(([key, value]) => {
    const [name, weight] = key.startsWith('lora_combined_') ? (toText(value)?.split(' : ') ?? []) : [];
    return toLora(name, weight);
  });
  return [...listed, ...combined];
};

const pair = ([name, weight]: readonly JsonValue[]): [JsonValue | undefined, JsonValue | undefined] => [name, weight];

/** RuinedFooocus: JSON in PNG `parameters` that says `"software": "RuinedFooocus"`. */
export const ruinedFooocus: ToolReader = {
  name: 'ruined-fooocus',
  recognise: (clues): Recognition | null => {
    const found = findRuined(clues);
    if (found === null) return null;
    return { tool: 'ruined-fooocus', confidence: confidence.certain, evidence: [evidence('key', found.clue.label, 'software: RuinedFooocus')] };
  },
  read: (clues) => {
    const json = findRuined(clues)?.object;
    return {
      model: toModel(firstOf(json, 'base_model_name')),
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

const findRuined = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => member(object, 'software') === 'RuinedFooocus') ?? null;
