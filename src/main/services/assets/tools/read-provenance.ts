import type { OwnRule } from '@shared/library/own-rule';
import type { Evidence, Generation, Provenance } from '@shared/library/provenance';
import { emptyGeneration, unknownProvenance } from '@shared/library/provenance';
import { limits } from '../containers/limits';
import { wellFormed } from '../containers/text-decoding';
import { c2pa } from './c2pa/c2pa';
import type { Clues } from './clues';
import { editors } from './makers/editors';
import { matchOwnRules } from './own-rules/match-own-rules';
import type { Recognition, ToolReader } from './tool-reader';
import { toolReaders } from './tool-readers';

const MOST_LORAS = 200;
const MOST_SETTINGS = 60;
/** What lies beside a file may have been put there by anyone. */
const mostForBeside = 0.7;

/** Readers whose sign is worth keeping when another one decides: what was claimed, and what the file went through. */
const witnesses: readonly ToolReader[] = [c2pa, editors];

/**
 * What the clues say about how the file was made, and the date that its tool wrote down. A person's own rule names the tool before
 * anything else; then the strongest reader decides. What was generated is told by that reader in either case.
 */
export const readProvenance = (clues: Clues, ownRules: readonly OwnRule[] = []): { provenance: Provenance; madeAt: string | null } => {
  const own = matchOwnRules(ownRules, clues);
  for (const reader of toolReaders) {
    const recognition = reader.recognise(clues);
    if (recognition === null) continue;
    const further = witnesses.filter((one) => one !== reader).flatMap((one) => one.recognise(clues)?.evidence ?? []);
    const origin = recognition.origin ?? 'ai';
    return {
      provenance: {
        ...tidy({ ...emptyGeneration, ...reader.read(clues) }),
        tool: own?.tool ?? recognition.tool,
        origin,
        confidence: own?.confidence ?? sureness(recognition),
        evidence: [...(own?.evidence ?? []), ...recognition.evidence, ...further].map(sound),
      },
      madeAt: reader.madeAt?.(clues) ?? null,
    };
  }
  const named: Partial<Provenance> = own === null ? {} : { tool: own.tool, origin: 'ai', confidence: own.confidence, evidence: own.evidence.map(sound) };
  return { provenance: { ...unknownProvenance(), ...named }, madeAt: null };
};

const sureness = ({ confidence, evidence }: Recognition): number =>
  evidence.every(({ key }) => key.startsWith('beside:')) ? Math.min(confidence, mostForBeside) : confidence;

const sound = ({ kind, key, excerpt }: Evidence): Evidence => ({ kind, key: wellFormed(key), excerpt: wellFormed(excerpt) });

/** Cuts what is too long for an event and repairs text that no UTF-8 could carry. */
const tidy = (generation: Generation): Generation => {
  const text = (value: string | null, most: number): string | null => (value === null ? null : wellFormed(value.slice(0, most)));
  const short = (value: string): string => wellFormed(value.slice(0, 500));
  return {
    ...generation,
    model: text(generation.model, 500),
    model_hash: text(generation.model_hash, 200),
    prompt: text(generation.prompt, limits.excerpt),
    negative_prompt: text(generation.negative_prompt, limits.excerpt),
    sampler: text(generation.sampler, 200),
    scheduler: text(generation.scheduler, 200),
    loras: generation.loras.slice(0, MOST_LORAS).map(({ name, weight, hash }) => ({
      name: short(name),
      weight,
      ...(hash === undefined ? {} : { hash: wellFormed(hash.slice(0, 200)) }),
    })),
    settings: Object.fromEntries(
      Object.entries(generation.settings)
        .slice(0, MOST_SETTINGS)
        .map(([name, value]) => [short(name), short(value)]),
    ),
  };
};
