import type { JsonObject } from '../../containers/lossless-json';
import { itemsOf, member } from '../../containers/lossless-json';
import type { Clue, Clues } from '../clues';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';
import { firstOf, toLora, toModel, toNumber, toSeed, toSettings, toSize, toText } from '../values';

/** The prompt is `c`, the negative one `uc`; together with these no other tool writes them. */
const find = (clues: Clues): { clue: Clue; object: JsonObject } | null =>
  clues.objects().find(({ object }) => ['c', 'uc', 'sampler', 'seed'].every((key) => member(object, key) !== undefined)) ?? null;

/** Draw Things: JSON in XMP's exif:UserComment (or in UserComment itself), beside the creator tool "Draw Things". */
export const drawThings: ToolReader = {
  name: 'draw-things',
  recognise: (clues) => {
    const found = find(clues);
    const creator = clues.xmp('xmp:CreatorTool');
    if (found === null) return null;
    const sign = creator === 'Draw Things' ? evidence('key', 'xmp:CreatorTool', creator) : evidence('structured', found.clue.label, 'settings c, uc, sampler, seed');
    return { tool: 'draw-things', confidence: confidence.certain, evidence: [sign] };
  },
  read: (clues) => {
    const json = find(clues)?.object;
    return {
      model: toModel(firstOf(json, 'model')),
      prompt: toText(firstOf(json, 'c')),
      negative_prompt: toText(firstOf(json, 'uc')),
      seed: toSeed(firstOf(json, 'seed')),
      steps: toNumber(firstOf(json, 'steps')),
      sampler: toText(firstOf(json, 'sampler')),
      cfg: toNumber(firstOf(json, 'scale')),
      ...toSize(firstOf(json, 'size')),
      loras: itemsOf(firstOf(json, 'lora')).flatMap((one) => toLora(firstOf(one, 'model', 'file', 'name'), firstOf(one, 'weight'))),
      settings: toSettings({ Strength: firstOf(json, 'strength'), 'Seed mode': firstOf(json, 'seed_mode'), Shift: firstOf(json, 'shift') }),
    };
  },
};
