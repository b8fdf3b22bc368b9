import { evidence } from '../clues';
import type { Clues } from '../clues';
import { programTexts } from '../makers/program-texts';
import type { Recognition, ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';

/**
 * How generators name themselves where programs name themselves. Whole names only: LumaFusion, Veo's cameras and the Imagen
 * plug-in of photographers are other things.
 */
const GENERATORS: readonly (readonly [RegExp, string])[] = [
  [/^midjourney\b/i, 'midjourney'],
  [/^adobe[ _]firefly\b/i, 'firefly'],
  [/^dall[·.\- ]?e\b/i, 'dall-e'],
  [/^chatgpt\b/i, 'chatgpt'],
  [/^(?:openai )?sora(?:[ -]?\d|$)/i, 'sora'],
  [/^openai\b/i, 'openai'],
  [/^novelai\b/i, 'novelai'],
  [/^draw things\b/i, 'draw-things'],
  [/^comfyui\b/i, 'comfyui'],
  [/^invokeai\b/i, 'invokeai'],
  [/^(?:stable)?swarmui\b/i, 'swarmui'],
  [/^ruinedfooocus\b/i, 'ruined-fooocus'],
  [/^fooocus\b/i, 'fooocus'],
  [/^easy diffusion\b/i, 'easy-diffusion'],
  [/^nmkd\b/i, 'nmkd'],
  [/^dreamstudio\b/i, 'dreamstudio'],
  [/^stability[ .]?ai\b/i, 'stability-ai'],
  [/^leonardo[ .]ai\b/i, 'leonardo'],
  [/^ideogram(?:[ .]?ai)?(?:$| \d)/i, 'ideogram'],
  [/^(?:freepik|magnific)(?: ai)?\b/i, 'freepik'],
  [/^recraft\b/i, 'recraft'],
  [/^krea(?:[ .]ai)?$/i, 'krea'],
  [/^runway(?:ml)?(?: gen-\d.*)?$/i, 'runway'],
  [/^kling(?:[ .]?ai)?(?:$| \d)/i, 'kling'],
  [/^pika(?: labs|\.art|[ -]\d|$)/i, 'pika'],
  [/^luma (?:ai|labs|dream machine)\b|^dream machine\b/i, 'luma'],
  [/^(?:hailuo|minimax)\b/i, 'hailuo'],
  [/^pixverse\b/i, 'pixverse'],
  [/^vidu(?:[ .]ai)?(?:$| \d)/i, 'vidu'],
  [/^higgsfield\b/i, 'higgsfield'],
  [/^(?:dreamina|jimeng|seedream|seedance)\b/i, 'dreamina'],
  [/^(?:google )?veo[ -]\d/i, 'veo'],
  [/^(?:google )?imagen[ -]\d/i, 'imagen'],
  [/^google gemini\b|^gemini \d/i, 'gemini'],
  [/^made with google ai$/i, 'google-ai'],
  [/^bing image creator\b|^microsoft designer\b/i, 'bing-image-creator'],
  [/^grok\b|^xai\b/i, 'grok'],
  [/^black forest labs\b|^flux\.\d\b/i, 'bfl'],
];
const AI_SOURCE = /(?:trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia)$/;

/**
 * Generators that only name themselves in EXIF Software, XMP CreatorTool, a PNG or video tag or the credit line; and IPTC's
 * "digital source type" in XMP, which says that an algorithm made the picture without saying which.
 */
export const softwareFields: ToolReader = {
  name: 'software-fields',
  recognise: (clues) => {
    const source = clues.xmp('Iptc4xmpExt:DigitalSourceType') ?? '';
    const saysAi = AI_SOURCE.test(source) ? [evidence('software', 'xmp:DigitalSourceType', `claims to be made with AI: ${source}`)] : [];
    const found = find(clues);
    if (found !== null) return { ...found, evidence: [...found.evidence, ...saysAi] };
    return saysAi.length === 0 ? null : { tool: 'unknown', confidence: 0, evidence: saysAi };
  },
  read: () => ({}),
};

const find = (clues: Clues): Recognition | null => {
  for (const { key, text } of programTexts(clues)) {
    const known = GENERATORS.find(([pattern]) => pattern.test(text));
    if (known !== undefined) return { tool: known[1], confidence: confidence.named, evidence: [evidence('software', key, text)] };
  }
  return null;
};
