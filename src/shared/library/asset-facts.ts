import type { AssetRecord } from './asset-record';
import { type Origin, originSchema } from './provenance';

/** What a library can be searched, divided and sorted by, of one asset. */
export interface AssetFacts {
  readonly tool: string;
  readonly model: string | null;
  readonly sampler: string | null;
  readonly loras: readonly string[];
  readonly seed: string | null;
  readonly origin: Origin;
  readonly prompt: string | null;
  readonly negative_prompt: string | null;
  /** A score that the tool, or another program, wrote into the file; higher is better. */
  readonly aesthetic: number | null;
  /** YYYY-MM-DD */
  readonly made_on: string | null;
}

/** Reads the facts out of what is known of an asset, whatever wrote it. */
export function factsOf({ generation, source, date_folder }: AssetRecord): AssetFacts {
  return {
    tool: text(generation['tool']) ?? source,
    model: text(generation['model']),
    sampler: text(generation['sampler']),
    loras: lorasOf(generation['loras']),
    seed: text(generation['seed']),
    origin: originSchema.safeParse(generation['origin']).data ?? 'unknown',
    prompt: text(generation['prompt']),
    negative_prompt: text(generation['negative_prompt']),
    aesthetic: aestheticOf(generation['settings']),
    made_on: date_folder,
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function lorasOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const names = value.map((lora: unknown) => (typeof lora === 'object' && lora !== null ? text(Reflect.get(lora, 'name')) : null));
  return [...new Set(names.filter((name) => name !== null))];
}

function aestheticOf(settings: unknown): number | null {
  if (typeof settings !== 'object' || settings === null) return null;
  for (const [key, value] of Object.entries(settings)) {
    const score = /aesthetic/i.test(key) && typeof value === 'string' ? Number.parseFloat(value) : Number.NaN;
    if (Number.isFinite(score)) return score;
  }
  return null;
}
