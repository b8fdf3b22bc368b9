import type { Evidence, Generation, Provenance } from '@shared/library/provenance';
import { emptyGeneration, unknownProvenance } from '@shared/library/provenance';
import { limits } from '../containers/limits';
import { wellFormed } from '../containers/text-decoding';
import { c2pa } from './c2pa/c2pa';
import type { Clues } from './clues';
import { toolReaders } from './tool-readers';

const MOST_LORAS = 200;

/**
 * What the clues say about how the file was made, and the date that its tool wrote down.
 * The strongest reader decides; a C2PA claim in the same file is added as further evidence.
 */
export const readProvenance = (clues: Clues): { provenance: Provenance; madeAt: string | null } => {
  for (const reader of toolReaders) {
    const recognition = reader.recognise(clues);
    if (recognition === null) continue;
    return {
      provenance: {
        ...tidy({ ...emptyGeneration, ...reader.read(clues) }),
        tool: recognition.tool,
        confidence: recognition.confidence,
        evidence: [...recognition.evidence, ...(reader === c2pa ? [] : (c2pa.recognise(clues)?.evidence ?? []))].map(sound),
      },
      madeAt: reader.madeAt?.(clues) ?? null,
    };
  }
  return { provenance: unknownProvenance(), madeAt: null };
};

const sound = ({ kind, key, excerpt }: Evidence): Evidence => ({ kind, key: wellFormed(key), excerpt: wellFormed(excerpt) });

/** Cuts what is too long for an event and repairs text that no UTF-8 could carry. */
const tidy = (generation: Generation): Generation => {
  const text = (value: string | null, most: number): string | null => (value === null ? null : wellFormed(value.slice(0, most)));
  return {
    ...generation,
    model: text(generation.model, 500),
    prompt: text(generation.prompt, limits.excerpt),
    negative_prompt: text(generation.negative_prompt, limits.excerpt),
    sampler: text(generation.sampler, 200),
    scheduler: text(generation.scheduler, 200),
    loras: generation.loras.slice(0, MOST_LORAS).map(({ name, weight }) => ({ name: wellFormed(name.slice(0, 500)), weight })),
  };
};
