import { z } from 'zod';

/**
 * How a sign was found, strongest first:
 * `structured` a graph or parameter text that only this tool writes; `key` a metadata key or value of the tool;
 * `c2pa` an unverified C2PA claim; `software` an EXIF or XMP "software" field; `file-name` an anchored name pattern.
 */
export const evidenceKind = z.enum(['structured', 'key', 'c2pa', 'software', 'file-name']);
export type EvidenceKind = z.infer<typeof evidenceKind>;

/** One sign that led to the tool. `key` says where it stood, `excerpt` what stood there (at most 200 characters). */
export const evidenceSchema = z.object({
  kind: evidenceKind,
  key: z.string(),
  excerpt: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A LoRA and the strength it was applied with; 1 when the file does not say. */
export const loraSchema = z.object({ name: z.string(), weight: z.number() });
export type Lora = z.infer<typeof loraSchema>;

/**
 * What a file says about how it was made. It travels as `generation_params` inside `asset.processed`.
 *
 * `tool` and `model` are separate facts: Flux drawn in ComfyUI is tool `comfyui`, model `flux1-dev`.
 * `tool` is a slug ({@link toolName} shows it), `unknown` when nothing was found, and then `confidence` is 0.
 * `seed` is decimal text because seeds reach 2^64−1, which a JavaScript number cannot hold.
 * `width` and `height` are the size that was generated, in pixels; an upscaled file is larger.
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
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** The part of a provenance that describes the generation, without the verdict about the tool. */
export type Generation = Omit<Provenance, 'tool' | 'confidence' | 'evidence'>;

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
});

/** The provenance of a file that says nothing about its tool. A fresh object each time. */
export const unknownProvenance = (): Provenance => ({
  ...emptyGeneration,
  loras: [],
  tool: 'unknown',
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
  ['invokeai', 'InvokeAI'],
  ['novelai', 'NovelAI'],
  ['swarmui', 'SwarmUI'],
  ['fooocus', 'Fooocus'],
  ['ruined-fooocus', 'RuinedFooocus'],
  ['tensorart', 'TensorArt'],
  ['stability-matrix', 'Stability Matrix'],
  ['huggingface-space', 'Hugging Face Space'],
  ['google-ai', 'Google AI'],
  ['gemini', 'Gemini'],
  ['openai', 'OpenAI'],
  ['chatgpt', 'ChatGPT'],
  ['dall-e', 'DALL·E'],
  ['sora', 'Sora'],
  ['firefly', 'Adobe Firefly'],
  ['midjourney', 'Midjourney'],
  ['c2pa-ai', 'AI (by C2PA claim)'],
  ['unknown', 'Unknown'],
]);

/** The name of a tool as people write it. A slug that is not in the list is shown with its words capitalised. */
export const toolName = (slug: string): string =>
  TOOL_NAMES.get(slug) ??
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
