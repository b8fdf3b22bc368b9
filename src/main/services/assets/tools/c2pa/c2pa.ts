import type { C2paClaims } from '../../containers/c2pa-claims';
import { evidence } from '../clues';
import type { ToolReader } from '../tool-reader';
import { confidence } from '../tool-reader';

/** Names that generators give themselves in claims, the most particular first. */
const GENERATORS: readonly (readonly [RegExp, string])[] = [
  [/\bsora\b/i, 'sora'],
  [/\bdall[·\-\s]?e\b/i, 'dall-e'],
  [/\bbing image creator\b|\bmicrosoft designer\b/i, 'bing-image-creator'],
  [/\bchatgpt\b/i, 'chatgpt'],
  [/\bopenai\b|\bgpt-(?:4o|image)/i, 'openai'],
  [/\bfirefly\b/i, 'firefly'],
  [/\bveo\b(?! cam)/i, 'veo'],
  [/\bimagen\b/i, 'imagen'],
  [/\bgemini\b/i, 'gemini'],
  [/\bmidjourney\b/i, 'midjourney'],
  [/\bleonardo[ .]?ai\b/i, 'leonardo'],
  [/\bideogram\b/i, 'ideogram'],
  [/\bfreepik\b|\bmagnific\b/i, 'freepik'],
  [/\brunway(?:ml)?\b/i, 'runway'],
  [/\bkling(?:ai)?\b/i, 'kling'],
  [/\bpika(?: labs|\.art)\b/i, 'pika'],
  [/\bluma(?: ai| labs| dream machine)\b|\bdream machine\b/i, 'luma'],
  [/\bhailuo\b|\bminimax\b/i, 'hailuo'],
  [/\bstability[ .]?ai\b|\bstable (?:image|diffusion)\b/i, 'stability-ai'],
  [/\bblack forest labs\b|\bflux\.?[12]\b/i, 'bfl'],
  [/\brecraft\b/i, 'recraft'],
  [/\bgrok\b|\bxai\b/i, 'grok'],
];
/** Google's library for cameras, editors and generators signs alike: only "generative AI" in an action tells them apart. */
const GOOGLE_AI = /\bgoogle\b.{0,40}\bgenerative ai\b/i;

const toolIn = ({ names, descriptions }: C2paClaims): { tool: string; said: string } | null => {
  for (const [pattern, tool] of GENERATORS) {
    const said = [...names, ...descriptions].find((text) => pattern.test(text.replaceAll('_', ' ')));
    if (said !== undefined) return { tool, said };
  }
  const said = descriptions.find((text) => GOOGLE_AI.test(text));
  return said === undefined ? null : { tool: 'google-ai', said };
};

/**
 * A C2PA manifest that says a trained algorithm made the picture. It is a claim: the signature is not verified. Cameras and
 * editors sign too, so without that statement nothing is concluded; and when no generator is named, the tool stays unknown
 * with the claim as evidence.
 */
export const c2pa: ToolReader = {
  name: 'c2pa',
  recognise: ({ c2pa: claims }) => {
    if (claims === null || !claims.says_ai) return null;
    const named = toolIn(claims);
    const said = named?.said ?? claims.names[0] ?? 'an unnamed program';
    return {
      tool: named?.tool ?? 'unknown',
      confidence: named === null ? 0 : confidence.claimed,
      evidence: [evidence('c2pa', 'C2PA', `claims to be made with AI: “${said}” (signature not verified)`)],
    };
  },
  read: () => ({}),
};
