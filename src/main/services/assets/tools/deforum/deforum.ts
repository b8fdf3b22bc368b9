import type { JsonObject, JsonValue } from '../../containers/lossless-json';
import { isObject, itemsOf, member, parseLossless } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toModel, toNumber, toPixels, toSeed, toSettings, toText } from '../values';

const MOST_PROMPTS = 200;

const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => ['animation_mode', 'max_frames', 'prompts'].every((key) => member(object, key) !== undefined)) ?? null;

/**
 * Deforum: settings as JSON in `<moment>_settings.txt` beside film and frames. There is a prompt for each key frame, with the
 * negative one behind `--neg`, and a schedule (`0: (7), 30: (5)`) for what changes; the first value of a schedule is given.
 */
export const deforum: ToolReader = {
  name: 'deforum',
  recognise: (clues) => {
    const found = find(clues);
    if (found === null) return null;
    const mode = toText(member(found.object, 'animation_mode')) ?? '';
    return { tool: 'deforum', confidence: confidence.certain, evidence: [evidence('structured', found.clue.label, `animation_mode ${mode}, max_frames`)] };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    const { prompt, negative } = promptsIn(firstOf(json, 'prompts'));
    const positive = toText(firstOf(json, 'animation_prompts_positive', 'positive_prompts'));
    const everywhere = toText(firstOf(json, 'animation_prompts_negative', 'negative_prompts'));
    return {
      // Its name may end with its hash: `dream.ckpt [44f90a09]`.
      model: toModel(toText(firstOf(json, 'sd_model_name', 'model_checkpoint'))?.replace(/\s*\[[0-9a-f]{4,64}\]$/i, '')),
      model_hash: toHash(firstOf(json, 'sd_model_hash')),
      prompt: toText([prompt, positive].filter((text) => text !== null).join('\n')),
      negative_prompt: toText([...new Set([negative, everywhere])].filter((text) => text !== null).join('\n')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'steps')),
      sampler: toText(firstOf(json, 'sampler')),
      scheduler: toText(firstOf(json, 'scheduler')),
      cfg: firstValue(firstOf(json, 'cfg_scale_schedule')) ?? toNumber(firstOf(json, 'scale')),
      width: toPixels(firstOf(json, 'W')),
      height: toPixels(firstOf(json, 'H')),
      settings: toSettings({ 'Animation mode': firstOf(json, 'animation_mode'), Frames: firstOf(json, 'max_frames'), FPS: firstOf(json, 'fps') }),
    };
  },
};

/** The prompts in the order of their frames, as `30: a harbour` when there are several. */
const promptsIn = (value: JsonValue | undefined): { prompt: string | null; negative: string | null } => {
  const held = typeof value === 'string' ? parseLossless(value) : value;
  const entries = isObject(held) ? Object.entries(held) : itemsOf(held).map((text, at) => [String(at), text] as const);
  const texts = entries.slice(0, MOST_PROMPTS).flatMap(([frame, text]) => {
    const [words = '', without] = (toText(text) ?? '').split(/\s*--neg\s*/, 2);
    return words === '' ? [] : [{ frame, words, without: without ?? '' }];
  });
  const prompt = texts.length === 1 ? (texts[0]?.words ?? '') : texts.map(({ frame, words }) => `${frame}: ${words}`).join('\n');
  const negative = [...new Set(texts.map(({ without }) => without))].join('\n');
  return { prompt: toText(prompt), negative: toText(negative) };
};

/** The first number of a schedule: 7 of `0: (7), 30: (5)`. */
const firstValue = (value: JsonValue | undefined): number | null => toNumber(/^\s*\d+\s*:\s*\(\s*([\d.]{1,12})\s*\)/.exec(toText(value) ?? '')?.[1]);
