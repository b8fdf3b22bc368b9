import type { JsonObject } from '../../containers/lossless-json';
import { isObject, itemsOf, member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toHash, toNumber, toPixels, toSeed, toText } from '../values';

/** Members of the settings that no other tool writes; they also tell when a conversion lost `Software`. */
const MARKS = ['v4_prompt', 'noise_schedule', 'uncond_scale'];

const findSettings = (clues: Clues): { clue: Clue; settings: JsonObject } | null => {
  const comment = clues.keyed('Comment');
  const value = comment?.json();
  if (comment !== null && isObject(value) && member(value, 'uc') !== undefined) return { clue: comment, settings: value };
  for (const { clue, object } of clues.objects()) {
    if (MARKS.some((mark) => member(object, mark) !== undefined)) return { clue, settings: object };
  }
  return null;
};

/**
 * NovelAI: PNG keys `Software` = NovelAI, `Source` (the model with a hash), `Description` (the prompt) and `Comment`, a JSON of
 * settings. Its own WebP folds all of them into one JSON in UserComment.
 * The copy that it hides in the lowest bit of the alpha channel has the same form and arrives here as a text like the others.
 */
export const novelai: ToolReader = {
  name: 'novelai',
  recognise: (clues) => {
    const software = clues.keyed('Software');
    if (software?.text === 'NovelAI') {
      return { tool: 'novelai', confidence: confidence.certain, evidence: [evidence('key', software.label, software.text)] };
    }
    const found = findSettings(clues);
    const marks = found === null ? [] : MARKS.filter((mark) => member(found.settings, mark) !== undefined);
    if (found === null || marks.length === 0) return null;
    return { tool: 'novelai', confidence: confidence.certain, evidence: [evidence('structured', found.clue.label, marks.join(', '))] };
  },
  read: (clues) => {
    const settings = findSettings(clues)?.settings;
    const source = clues.keyed('Source')?.text ?? toText(firstOf(settings, 'source'));
    return {
      model_hash: toHash(/\s([0-9A-F]{8})$/i.exec(source ?? '')?.[1]),
      model: toText(source?.replace(/\s+[0-9A-F]{8}$/i, '')),
      prompt: promptOf(settings, 'v4_prompt', 'prompt') ?? toText(clues.keyed('Description')?.text),
      negative_prompt: promptOf(settings, 'v4_negative_prompt', 'uc'),
      seed: toSeed(firstOf(settings, 'seed')),
      steps: toNumber(firstOf(settings, 'steps')),
      sampler: toText(firstOf(settings, 'sampler')),
      scheduler: toText(firstOf(settings, 'noise_schedule')),
      cfg: toNumber(firstOf(settings, 'scale')),
      width: toPixels(firstOf(settings, 'width')),
      height: toPixels(firstOf(settings, 'height')),
    };
  },
};

/** Version 4 keeps a caption for the whole picture and one for each character; earlier ones a single text. */
const promptOf = (settings: JsonObject | undefined, structured: string, plain: string): string | null => {
  const caption = firstOf(firstOf(settings, structured), 'caption');
  const base = toText(firstOf(caption, 'base_caption')) ?? toText(firstOf(settings, plain));
  const texts = itemsOf(firstOf(caption, 'char_captions')).map((one) => toText(firstOf(one, 'char_caption')));
  const all = [base, ...texts].filter((text) => text !== null);
  return all.length === 0 ? null : all.join('\n');
};
