import type { Lora } from '@shared/library/provenance';
import type { JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toLora, toModel, toNumber, toPixels, toSeed, toSettings, toText } from '../values';

/** The settings by their names in requests, with the names that the text form shows. */
const NAMES = {
  prompt: 'Prompt',
  negative_prompt: 'Negative Prompt',
  seed: 'Seed',
  use_stable_diffusion_model: 'Stable Diffusion model',
  sampler_name: 'Sampler',
  num_inference_steps: 'Steps',
  guidance_scale: 'Guidance Scale',
  width: 'Width',
  height: 'Height',
  use_lora_model: 'LoRA model',
  lora_alpha: 'LoRA Strength',
  use_vae_model: 'VAE model',
  clip_skip: 'Clip Skip',
  prompt_strength: 'Prompt Strength',
} as const;
type Name = keyof typeof NAMES;
type Settings = ReadonlyMap<Name, JsonValue>;

interface Found {
  readonly clue: Clue;
  readonly settings: Settings;
}

const find = (clues: Clues): Found | null => {
  const own = clues.keyed('use_stable_diffusion_model') ?? clues.keyed('Stable Diffusion model') ?? clues.keyed('num_inference_steps');
  const settings = collect((name) => valueOf(clues.keyed(name)));
  if (own !== null && isWhole(settings)) return { clue: own, settings };
  for (const { clue, object } of clues.objects()) {
    const inJson = collect((name) => firstOf(object, name));
    if (isWhole(inJson)) return { clue, settings: inJson };
  }
  for (const clue of clues.free) {
    const inText = clue.label.startsWith('beside:') && clue.json() === undefined ? readLines(clue.text) : null;
    if (inText !== null && isWhole(inText)) return { clue, settings: inText };
  }
  return null;
};

const valueOf = (clue: Clue | null): JsonValue | undefined => {
  const value = clue?.json();
  return value !== undefined && !isObject(value) ? value : clue?.text;
};

const collect = (read: (name: string) => JsonValue | undefined): Settings =>
  new Map(
    (Object.keys(NAMES) as Name[]).flatMap((name) => {
      const value = read(name) ?? read(NAMES[name]);
      return value === undefined || value === '' ? [] : [[name, value] as const];
    }),
  );

/** Other tools share some of the names; the model's own name, or all the rest together, is Easy Diffusion's. */
const isWhole = (settings: Settings): boolean =>
  settings.has('seed') &&
  settings.has('num_inference_steps') &&
  (settings.has('use_stable_diffusion_model') || (settings.has('sampler_name') && settings.has('guidance_scale') && settings.has('negative_prompt')));

/** The text form: `Prompt: a harbour`, one setting a line. */
const readLines = (text: string): Settings => {
  const values = new Map<string, string>();
  for (const line of text.slice(0, 64 * 1024).split(/\r?\n/, 200)) {
    const colon = line.indexOf(': ');
    if (colon > 0) values.set(line.slice(0, colon), line.slice(colon + 2));
  }
  return collect((name) => values.get(name));
};

/** Easy Diffusion: a PNG text for each setting, or one JSON in UserComment, or a file of the same name ending in .txt or .json. */
export const easyDiffusion: ToolReader = {
  name: 'easy-diffusion',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    return { tool: 'easy-diffusion', confidence: confidence.certain, evidence: [evidence('structured', found.clue.label, [...found.settings.keys()].join(', '))] };
  },
  read: (clues) => {
    const settings = find(clues)?.settings ?? new Map<Name, JsonValue>();
    return {
      model: toModel(settings.get('use_stable_diffusion_model')),
      prompt: toText(settings.get('prompt')),
      negative_prompt: toText(settings.get('negative_prompt')),
      seed: toSeed(settings.get('seed')),
      steps: toNumber(settings.get('num_inference_steps')),
      sampler: toText(settings.get('sampler_name')),
      cfg: toNumber(settings.get('guidance_scale')),
      width: toPixels(settings.get('width')),
      height: toPixels(settings.get('height')),
      loras: lorasOf(settings),
      settings: toSettings({
        VAE: toModel(settings.get('use_vae_model')) ?? undefined,
        'Clip skip': settings.get('clip_skip'),
        'Prompt strength': settings.get('prompt_strength'),
      }),
    };
  },
};

/** One LoRA with one strength, or two lists of the same length; Python writes lists as ['a', 'b'] in text. */
const lorasOf = (settings: Settings): Lora[] => {
  const listOf = (name: Name): readonly JsonValue[] => {
    const value = settings.get(name);
    if (Array.isArray(value)) return itemsOf(value);
    const text = toText(value) ?? (typeof value === 'number' ? String(value) : null);
    return text === null || text === 'None' ? [] : text.replace(/^\[|\]$/g, '').split(',').map((part) => part.trim().replace(/^['"]|['"]$/g, ''));
  };
  const weights = listOf('lora_alpha');
  return listOf('use_lora_model').flatMap((name, at) => toLora(name, weights[at]));
};
