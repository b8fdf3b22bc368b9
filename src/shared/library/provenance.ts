import { z } from 'zod';
import { t } from '../language/language';

/**
 * How a sign was found, strongest first:
 * `own-rule` a source rule that a person wrote; `structured` a graph or parameter text that only this tool writes;
 * `key` a metadata key or value of the tool; `c2pa` an unverified C2PA claim; `software` an EXIF or XMP field in which
 * programs and cameras name themselves; `file-name` an anchored name pattern.
 */
export const evidenceKind = z.enum(['own-rule', 'structured', 'key', 'c2pa', 'software', 'file-name']);
export type EvidenceKind = z.infer<typeof evidenceKind>;

/** One sign that led to the tool. `key` says where it stood, `excerpt` what stood there (at most 200 characters). */
export const evidenceSchema = z.object({
  kind: evidenceKind,
  key: z.string(),
  excerpt: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A LoRA and the strength it was applied with, 1 when the file does not say; with its hash when the file has one. */
export const loraSchema = z.object({ name: z.string(), weight: z.number(), hash: z.string().optional() });
export type Lora = z.infer<typeof loraSchema>;

/** Where a file comes from. Cameras, editors and screenshots are known as what they are and never called AI. */
export const originSchema = z.enum(['ai', 'camera', 'editor', 'screenshot', 'unknown']);
export type Origin = z.infer<typeof originSchema>;

/**
 * What a file says about how it was made. It travels as `generation_params` inside `asset.processed`.
 *
 * `tool` and `model` are separate facts: Flux drawn in ComfyUI is tool `comfyui`, model `flux1-dev`.
 * `tool` is a slug ({@link toolName} shows it), `unknown` when nothing was found, and then `confidence` is 0.
 * `seed` is decimal text because seeds reach 2^64−1, which a JavaScript number cannot hold.
 * `width` and `height` are the size that was generated, in pixels; an upscaled file is larger.
 * `settings` are the further parameters, as the tool names and writes them ("VAE", "--ar"); the camera of a photo is one of them.
 * `origin` may be `ai` while the tool is unknown: a claim can say that, and no more.
 */
export const provenanceSchema = z.object({
  tool: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  model: z.string().nullable(),
  prompt: z.string().nullable(),
  negative_prompt: z.string().nullable(),
  seed: z.string().regex(/^-?\d+$/).nullable(),
  steps: z.number().nullable(),
  sampler: z.string().nullable(),
  scheduler: z.string().nullable(),
  cfg: z.number().nullable(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  loras: z.array(loraSchema),
  model_hash: z.string().nullable().default(null),
  settings: z.record(z.string(), z.string()).default({}),
  origin: originSchema.default('unknown'),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** The part of a provenance that describes the generation, without the verdict about the tool. */
export type Generation = Omit<Provenance, 'tool' | 'origin' | 'confidence' | 'evidence'>;

/** A generation about which nothing is known. */
export const emptyGeneration: Generation = Object.freeze({
  model: null,
  prompt: null,
  negative_prompt: null,
  seed: null,
  steps: null,
  sampler: null,
  scheduler: null,
  cfg: null,
  width: null,
  height: null,
  loras: [],
  model_hash: null,
  settings: {},
});

/** The provenance of a file that says nothing about its tool. A fresh object each time. */
export const unknownProvenance = (): Provenance => ({
  ...emptyGeneration,
  loras: [],
  settings: {},
  tool: 'unknown',
  origin: 'unknown',
  confidence: 0,
  evidence: [],
});

const TOOL_NAMES = new Map([
  ['a1111', 'A1111'],
  ['forge', 'Forge'],
  ['reforge', 'reForge'],
  ['easy-reforge', 'EasyReforge'],
  ['forge-classic', 'Forge Classic'],
  ['forge-neo', 'Forge Neo'],
  ['sd-next', 'SD.Next'],
  ['civitai', 'Civitai'],
  ['comfyui', 'ComfyUI'],
  ['animatediff', 'AnimateDiff'],
  ['deforum', 'Deforum'],
  ['invokeai', 'InvokeAI'],
  ['novelai', 'NovelAI'],
  ['swarmui', 'SwarmUI'],
  ['fooocus', 'Fooocus'],
  ['ruined-fooocus', 'RuinedFooocus'],
  ['fooocus-mre', 'Fooocus-MRE'],
  ['defooocus', 'DeFooocus'],
  ['simple-sdxl', 'SimpleSDXL'],
  ['draw-things', 'Draw Things'],
  ['easy-diffusion', 'Easy Diffusion'],
  ['nmkd', 'NMKD Stable Diffusion GUI'],
  ['dreamstudio', 'DreamStudio'],
  ['stability-ai', 'Stability AI'],
  ['image-metahub', 'Image MetaHub'],
  ['tensorart', 'TensorArt'],
  ['stability-matrix', 'Stability Matrix'],
  ['huggingface-space', 'Hugging Face Space'],
  ['google-ai', 'Google AI'],
  ['gemini', 'Gemini'],
  ['imagen', 'Imagen'],
  ['veo', 'Veo'],
  ['whisk', 'Whisk'],
  ['openai', 'OpenAI'],
  ['chatgpt', 'ChatGPT'],
  ['dall-e', 'DALL·E'],
  ['sora', 'Sora'],
  ['bing-image-creator', 'Bing Image Creator'],
  ['firefly', 'Adobe Firefly'],
  ['midjourney', 'Midjourney'],
  ['leonardo', 'Leonardo.Ai'],
  ['ideogram', 'Ideogram'],
  ['freepik', 'Freepik'],
  ['higgsfield', 'Higgsfield'],
  ['runway', 'Runway'],
  ['kling', 'Kling'],
  ['pika', 'Pika'],
  ['luma', 'Luma Dream Machine'],
  ['hailuo', 'Hailuo'],
  ['pixverse', 'PixVerse'],
  ['recraft', 'Recraft'],
  ['bfl', 'Black Forest Labs'],
  ['grok', 'Grok'],
  ['camera', 'Camera'],
  ['screenshot', 'Screenshot'],
  ['photoshop', 'Photoshop'],
  ['lightroom', 'Lightroom'],
  ['gimp', 'GIMP'],
  ['paint-net', 'Paint.NET'],
  ['darktable', 'darktable'],
  ['rawtherapee', 'RawTherapee'],
  ['capture-one', 'Capture One'],
  ['after-effects', 'After Effects'],
  ['premiere', 'Premiere Pro'],
  ['davinci-resolve', 'DaVinci Resolve'],
  ['final-cut', 'Final Cut Pro'],
  ['imovie', 'iMovie'],
  ['capcut', 'CapCut'],
  ['acdsee', 'ACDSee'],
  ['xnview', 'XnView'],
  ['clip-studio-paint', 'Clip Studio Paint'],
  ['microsoft-paint', 'Microsoft Paint'],
  ['c2pa-ai', 'AI (by C2PA claim)'],
  ['unknown', 'Unknown'],
]);

/** What stands for a tool that has no name of its own. */
const SAID = new Map([
  ['camera', () => t('Camera')],
  ['screenshot', () => t('Screenshot')],
  ['c2pa-ai', () => t('AI (by C2PA claim)')],
  ['unknown', () => t('Unknown')],
]);

/** The name of a tool as people write it. A slug that is not in the list is shown with its words capitalised. */
export const toolName = (slug: string): string =>
  SAID.get(slug)?.() ??
  TOOL_NAMES.get(slug) ??
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** The slug of a tool that a person names: that of a known tool, whatever the case, else made from the words. Empty when there are none. */
export const toolSlug = (name: string): string => {
  const wanted = name.trim().toLowerCase();
  const known = [...TOOL_NAMES].find(([slug, shown]) => slug === wanted || shown.toLowerCase() === wanted);
  if (known !== undefined) return known[0];
  const words = wanted.normalize('NFKD').replace(/\p{Mark}/gu, '').match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '');
};
