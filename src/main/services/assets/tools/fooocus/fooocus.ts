import type { Generation } from '@shared/library/provenance';
import type { JsonObject } from '../../containers/lossless-json';
import { member } from '../../containers/lossless-json';
import { findParameters } from '../a1111/a1111';
import { generationFrom } from '../a1111/parameters-text';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toModel, toNumber, toSeed, toSettings, toSize, toText } from '../values';
import { lorasOf } from './loras';

/**
 * Fooocus 2.2 and later: PNG `fooocus_scheme` beside `parameters`, or in JPEG and WebP the EXIF field Software `Fooocus v…`
 * beside UserComment (plain text without a prefix). The parameters are JSON, or A1111's text when that scheme was chosen.
 */
const findMark = (clues: Clues): Clue | null => {
  const scheme = clues.keyed('fooocus_scheme');
  if (scheme !== null) return scheme;
  return clues.free.find(({ label, text }) => label === 'exif:Software' && FORKS.some(([pattern]) => pattern.test(text))) ?? null;
};

/** Forks keep the format and put their name into the version. */
const FORKS: readonly (readonly [RegExp, string])[] = [
  [/^RuinedFooocus\b/i, 'ruined-fooocus'],
  [/^DeFooocus\b/i, 'defooocus'],
  [/^SimpleSDXL/i, 'simple-sdxl'],
  [/^Fooocus[ -]MRE\b/i, 'fooocus-mre'],
  [/^Fooocus\b/i, 'fooocus'],
];

const findJson = (clues: Clues): JsonObject | null =>
  clues.objects().find(({ object }) => member(object, 'base_model') !== undefined && member(object, 'guidance_scale') !== undefined)?.object ??
  clues.objects().find(({ object }) => member(object, 'Base Model') !== undefined && member(object, 'Guidance Scale') !== undefined)?.object ??
  null;

const versionOf = (clues: Clues, mark: Clue): string =>
  toText(firstOf(findJson(clues) ?? {}, 'version', 'Version')) ?? findParameters(clues)?.parsed.settings.get('Version') ?? mark.text;

export const fooocus: ToolReader = {
  name: 'fooocus',
  recognise: (clues) => {
    const mark = findMark(clues);
    if (mark === null) return null;
    const version = versionOf(clues, mark);
    const fork = FORKS.find(([pattern]) => pattern.test(version))?.[1] ?? 'fooocus';
    return { tool: fork, confidence: confidence.certain, evidence: [evidence('key', mark.label, version === mark.text ? version : `${mark.text}, ${version}`)] };
  },
  read: (clues) => {
    const json = findJson(clues);
    const parsed = json === null ? findParameters(clues)?.parsed : undefined;
    if (json === null) return parsed === undefined ? {} : generationFrom(parsed);
    return generationFromFooocus(json);
  },
};

/** Fooocus's settings by their short names, or by the labels that its log and one fork use. */
export const generationFromFooocus = (json: JsonObject): Partial<Generation> => ({
  model: toModel(firstOf(json, 'base_model', 'Base Model')),
  model_hash: toHash(firstOf(json, 'base_model_hash')),
  prompt: toText(firstOf(json, 'prompt', 'Prompt')),
  negative_prompt: toText(firstOf(json, 'negative_prompt', 'Negative Prompt')),
  seed: toSeed(firstOf(json, 'seed', 'Seed')),
  steps: toNumber(firstOf(json, 'steps', 'Steps')),
  sampler: toText(firstOf(json, 'sampler', 'Sampler')),
  scheduler: toText(firstOf(json, 'scheduler', 'Scheduler')),
  cfg: toNumber(firstOf(json, 'guidance_scale', 'Guidance Scale')),
  ...toSize(toText(firstOf(json, 'resolution', 'Resolution'))?.replace(/[()]/g, '')),
  loras: lorasOf(json),
  settings: toSettings({
    Performance: firstOf(json, 'performance', 'Performance'),
    Styles: firstOf(json, 'styles', 'Styles'),
    Sharpness: firstOf(json, 'sharpness', 'Sharpness'),
    'Refiner model': firstOf(json, 'refiner_model', 'Refiner Model'),
    VAE: firstOf(json, 'vae', 'VAE'),
  }),
});
