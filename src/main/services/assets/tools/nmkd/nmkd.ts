import type { JsonObject } from '../../containers/lossless-json';
import { isObject } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toLora, toModel, toNumber, toPixels, toSeed, toText } from '../values';

const KEYS = ['Nmkdiffusers', 'GenerationInfoJson', 'GenerationInfo'];

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null => {
  for (const key of KEYS) {
    const clue = clues.keyed(key);
    const object = clue?.json();
    if (clue !== null && isObject(object) && firstOf(object, 'prompt', 'Prompt') !== undefined) return { clue, object };
  }
  return null;
};

/**
 * NMKD Stable Diffusion GUI: JSON under a PNG key of its own. The older form has short names (`promptNeg`, `scaleTxt`, `w`), the
 * newer one long names in snake or in Pascal case. Its InvokeAI engine leaves InvokeAI's keys, which are read as InvokeAI's.
 */
export const nmkd: ToolReader = {
  name: 'nmkd',
  recognise: (clues) => {
    const found = find(clues);
    return found === null ? null : { tool: 'nmkd', confidence: confidence.certain, evidence: [evidence('key', found.clue.label, found.clue.text)] };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    const size = firstOf(json, 'base_resolution', 'BaseResolution');
    const [width, height] = typeof size === 'string' ? size.split(',') : [firstOf(size, 'Width', 'width'), firstOf(size, 'Height', 'height')];
    const loras = firstOf(json, 'loras', 'Loras');
    return {
      model: toModel(firstOf(json, 'model', 'Model')),
      prompt: toText(firstOf(json, 'prompt', 'Prompt')),
      negative_prompt: toText(firstOf(json, 'promptNeg', 'negative_prompt', 'NegativePrompt')),
      seed: toSeed(firstOf(json, 'seed', 'Seed')),
      steps: toNumber(firstOf(json, 'steps', 'Steps')),
      sampler: toText(firstOf(json, 'sampler', 'Sampler')),
      cfg: toNumber(firstOf(json, 'scaleTxt', 'scale', 'Scale')),
      width: toPixels(firstOf(json, 'w') ?? (typeof width === 'string' ? width.trim() : width)),
      height: toPixels(firstOf(json, 'h') ?? (typeof height === 'string' ? height.trim() : height)),
      loras: isObject(loras) ? Object.entries(loras).flatMap(([name, weight]) => toLora(name, weight)) : [],
    };
  },
};
